/** Reads every place of all stages once per decision, and what its stages find as they find it. */
import { ownMember, present } from '../fact-at';
import type { FactSet } from '../fact-set';
import { FactTable, type FactOrder } from '../fact-table';
import { instant } from '../operators/instant';
import type { Places } from './places';

/** No place, or no fact. */
const NONE = -1;
const NOTHING: readonly number[] = [];

/** What the places hold in the evaluation at hand; overwritten by the next one. */
export class PlaceValues {
  /** By place: the value, or undefined where it is absent; numbers are finite. */
  readonly values: unknown[];
  /** By place that is compared as a date: milliseconds since the epoch, NaN for what is no date. */
  readonly instants: Float64Array;
  /** The clock. */
  now = 0;
  private readonly facts: readonly string[];
  private readonly factPlaces: Int32Array;
  private readonly members: readonly string[];
  private readonly memberPlaces: Int32Array;
  private readonly holders: Int32Array;
  private readonly dates: Int32Array;
  /** Places whose value tells more than itself: dates, and what has members. */
  private readonly entangled: ReadonlySet<number>;
  /** The order of the tables read last; where the facts stand in it, those of dates too; and whose fact stands where. */
  private order: FactOrder | undefined;
  private sources = new Int32Array(0);
  private dateSources = new Int32Array(0);
  private placesBySource = new Int32Array(0);
  /** The table read last, whole, and how many of its later facts. */
  private table: FactTable | undefined;
  private taken = 0;

  constructor(places: Places) {
    const numbered = places.list.map((place, at) => ({ ...place, at }));
    const facts = numbered.filter((place) => 'fact' in place);
    const members = numbered.filter((place) => 'holder' in place);
    this.values = numbered.map(() => undefined);
    this.instants = new Float64Array(numbered.length);
    this.facts = facts.map(({ fact }) => fact);
    this.factPlaces = Int32Array.from(facts, ({ at }) => at);
    this.members = members.map(({ member }) => member);
    this.memberPlaces = Int32Array.from(members, ({ at }) => at);
    this.holders = Int32Array.from(members, ({ holder }) => holder);
    this.dates = Int32Array.from(places.dates);
    this.entangled = new Set([...this.dates, ...this.holders]);
  }

  /** The places that hold something else than when the same facts were read last; null: any may. Throws when a fact can't be read. */
  read({ values, now }: FactSet): readonly number[] | null {
    const isKnown = values === this.table && now === this.now;
    const changed = isKnown ? this.readLater(this.table as FactTable) : null;
    if (changed === null) this.readAll(values, now);
    return changed;
  }

  /** null where more may have changed than the facts themselves. */
  private readLater({ later, held }: FactTable): readonly number[] | null {
    if (this.taken === later.length) return NOTHING;
    const sources = later.slice(this.taken).filter((source) => this.placesBySource[source] !== NONE);
    const places = sources.map((source) => this.placesBySource[source] as number);
    if (places.some((place) => this.entangled.has(place))) return null;
    for (let at = 0; at < places.length; at++) this.values[places[at] as number] = held[sources[at] as number];
    this.taken = later.length;
    return places;
  }

  /** What broke off half-way is not known afterwards. */
  private readAll(known: FactSet['values'], now: number): void {
    const table = known instanceof FactTable ? known : undefined;
    this.table = undefined;
    this.now = now;
    if (table === undefined) this.readByName(known);
    else this.readTable(table);
    this.readMembers();
    this.readDates(table);
    this.table = table;
    this.taken = table?.later.length ?? 0;
  }

  private readTable({ order, held }: FactTable): void {
    if (order !== this.order) this.follow(order);
    const { values, factPlaces, sources } = this;
    for (let at = 0; at < sources.length; at++) {
      values[factPlaces[at] as number] = held[sources[at] as number];
    }
  }

  /** All facts of one release have the same order. */
  private follow(order: FactOrder): void {
    const { facts, factPlaces, dates } = this;
    this.order = order;
    this.sources = Int32Array.from(facts, (fact) => order.sourceOf(fact));
    this.dateSources = Int32Array.from(dates, (place) => this.sources[factPlaces.indexOf(place)] ?? NONE);
    this.placesBySource = new Int32Array(order.names.length).fill(NONE);
    this.sources.forEach((source, at) => (this.placesBySource[source] = factPlaces[at] as number));
  }

  private readByName(known: FactSet['values']): void {
    const { values, facts, factPlaces } = this;
    for (let at = 0; at < facts.length; at++) {
      values[factPlaces[at] as number] = present(known.get(facts[at] as string));
    }
  }

  private readMembers(): void {
    const { values, members, holders, memberPlaces } = this;
    for (let at = 0; at < members.length; at++) {
      const holder = values[holders[at] as number];
      values[memberPlaces[at] as number] = present(ownMember(holder, members[at] as string));
    }
  }

  /** Tables know the dates of their facts, but not those within facts. */
  private readDates(table: FactTable | undefined): void {
    const { values, instants, dates, dateSources } = this;
    for (let at = 0; at < dates.length; at++) {
      const place = dates[at] as number;
      const source = table === undefined ? NONE : (dateSources[at] as number);
      const known = source === NONE ? instant(values[place]) : table?.dateAt(source);
      instants[place] = known ?? Number.NaN;
    }
  }
}
