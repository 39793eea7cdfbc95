/** Reads every place of all stages once per evaluation. */
import { ownMember, present } from '../fact-at';
import type { FactSet } from '../fact-set';
import { FactTable, type FactOrder } from '../fact-table';
import { instant } from '../operators/instant';
import type { Places } from './places';

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
  /** The values that were read as dates. */
  private readonly dated: unknown[];
  /** The order of the tables read last, and where the facts stand in it. */
  private order: FactOrder | undefined;
  private sources = new Int32Array(0);

  constructor(places: Places) {
    const numbered = places.list.map((place, at) => ({ ...place, at }));
    const facts = numbered.filter((place) => 'fact' in place);
    const members = numbered.filter((place) => 'holder' in place);
    this.values = numbered.map(() => undefined);
    this.instants = new Float64Array(numbered.length).fill(Number.NaN);
    this.facts = facts.map(({ fact }) => fact);
    this.factPlaces = Int32Array.from(facts, ({ at }) => at);
    this.members = members.map(({ member }) => member);
    this.memberPlaces = Int32Array.from(members, ({ at }) => at);
    this.holders = Int32Array.from(members, ({ holder }) => holder);
    this.dates = Int32Array.from(places.dates);
    this.dated = Array.from(places.dates, () => undefined);
  }

  /** Throws when a fact can't be read. */
  read(facts: FactSet): void {
    const { values, instants, members, holders, memberPlaces, dates, dated } = this;
    this.now = facts.now;
    this.readFacts(facts.values);
    for (let at = 0; at < members.length; at++) {
      const holder = values[holders[at] as number];
      values[memberPlaces[at] as number] = present(ownMember(holder, members[at] as string));
    }
    for (let at = 0; at < dates.length; at++) {
      const place = dates[at] as number;
      const value = values[place];
      if (value === dated[at]) continue;
      dated[at] = value;
      instants[place] = instant(value) ?? Number.NaN;
    }
  }

  private readFacts(known: FactSet['values']): void {
    if (known instanceof FactTable) this.readTable(known);
    else this.readByName(known);
  }

  private readTable(known: FactTable): void {
    const { values, factPlaces } = this;
    if (known.order !== this.order) this.follow(known.order);
    const { sources } = this;
    for (let at = 0; at < sources.length; at++) {
      values[factPlaces[at] as number] = present(known.at(sources[at] as number));
    }
  }

  /** All facts of one release have the same order. */
  private follow(order: FactOrder): void {
    this.order = order;
    this.sources = Int32Array.from(this.facts, (fact) => order.placeOf(fact));
  }

  private readByName(known: FactSet['values']): void {
    const { values, facts, factPlaces } = this;
    for (let at = 0; at < facts.length; at++) {
      values[factPlaces[at] as number] = present(known.get(facts[at] as string));
    }
  }
}
