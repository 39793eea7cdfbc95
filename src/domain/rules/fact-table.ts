/** Holds facts by their place in an order made once, so that whoever reads the same ones for every account needs no names. */
import type { FactValue } from './fact-set';

/** Names of facts, each at a place of its own; made once per release. */
export class FactOrder {
  readonly names: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  /** Takes different names. */
  constructor(names: Iterable<string>) {
    this.names = [...names];
    this.places = new Map(this.names.map((name, at) => [name, at]));
  }

  /** The place of a name, from 0; -1 for a name that has none. */
  placeOf(name: string): number {
    return this.places.get(name) ?? -1;
  }
}

/** A map of facts by name, in the order of their places; those of one order can also be read by place. */
export class FactTable implements ReadonlyMap<string, FactValue> {
  private readonly held: (FactValue | undefined)[];

  constructor(readonly order: FactOrder) {
    this.held = new Array<FactValue | undefined>(order.names.length).fill(undefined);
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

  /** Puts a fact in its place. */
  put(place: number, value: FactValue): void {
    this.held[place] = value;
  }

  /** The same by name. Throws for a name that has no place. */
  set(name: string, value: FactValue): this {
    const place = this.order.placeOf(name);
    if (place < 0) throw new Error(`The fact ${name} has no place among these.`);
    this.put(place, value);
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
