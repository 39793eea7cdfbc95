/** Holds facts by their place in an order made once, so that whoever reads the same ones for every account needs no names. */
import { present } from './fact-at';
import type { FactValue } from './fact-set';
import { instant } from './operators/instant';

/** Names of facts, each at a place of its own; made once per release. */
export class FactOrder {
  readonly names: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  /** Takes different names. */
  constructor(names: Iterable<string>) {
    this.names = [...names];
    this.places = new Map(this.names.map((name, at) => [name, at]));
  }

  /** The place of a name, from 0; for a name that has none the one behind the last, where tables hold nothing. */
  sourceOf(name: string): number {
    return this.places.get(name) ?? this.names.length;
  }

  /** The same, or -1 for a name that has none. */
  placeOf(name: string): number {
    return this.places.get(name) ?? -1;
  }
}

/** A map of facts by name, in the order of their places; those of one order can also be read by place. */
export class FactTable implements ReadonlyMap<string, FactValue> {
  /** By place; undefined where a fact is absent, and in one place more, which stands for names that have none. */
  readonly held: (FactValue | undefined)[];
  /** Places of facts that were set, in the order of their setting: whoever read the table before looks at these alone. */
  readonly later: number[] = [];
  /** By place, where whoever put the fact knew its date. */
  private dates: (number | undefined)[] | undefined;

  constructor(readonly order: FactOrder) {
    this.held = new Array<FactValue | undefined>(order.names.length + 1).fill(undefined);
  }

  get size(): number {
    return this.held.filter((value) => value !== undefined).length;
  }

  get(name: string): FactValue | undefined {
    return this.at(this.order.placeOf(name));
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The fact at a place, undefined where it is absent; -1 is no place. */
  at(place: number): FactValue | undefined {
    return place < 0 ? undefined : this.held[place];
  }

  /** The fact at a place as a date: milliseconds since the epoch, NaN for what is none. */
  dateAt(place: number): number {
    return this.dates?.[place] ?? instant(this.held[place]) ?? Number.NaN;
  }

  /** Puts a fact in its place, before anybody reads the table; null, NaN and infinite ones are absent. */
  put(place: number, value: FactValue): void {
    this.held[place] = present(value) as FactValue | undefined;
    if (this.dates !== undefined) this.dates[place] = undefined;
  }

  /** The same for a timestamp whose milliseconds since the epoch are known. */
  putDate(place: number, value: string, milliseconds: number): void {
    this.held[place] = value;
    this.dates ??= new Array<number | undefined>(this.held.length).fill(undefined);
    this.dates[place] = milliseconds;
  }

  /** The same by name, for what is found once the table is read already. Throws for a name that has no place. */
  set(name: string, value: FactValue): this {
    const place = this.order.placeOf(name);
    if (place < 0) throw new Error(`The fact ${name} has no place among these.`);
    this.put(place, value);
    this.later.push(place);
    return this;
  }

  forEach(visit: (value: FactValue, name: string, facts: ReadonlyMap<string, FactValue>) => void): void {
    for (const [name, value] of this) visit(value, name, this);
  }

  *entries(): Generator<[string, FactValue], undefined> {
    for (const [at, name] of this.order.names.entries()) {
      const value = this.held[at];
      if (value !== undefined) yield [name, value];
    }
  }

  *keys(): Generator<string, undefined> {
    for (const [name] of this) yield name;
  }

  *values(): Generator<FactValue, undefined> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): Generator<[string, FactValue], undefined> {
    return this.entries();
  }
}
