/** Collects the facts of one evaluation and keeps out what is undeclared, wrongly typed or too old. */
import type { FactValue, GrowingFacts } from '../rules/fact-set';
import { FactTable, type FactOrder } from '../rules/fact-table';
import type { FactCatalogue } from './fact-catalogue';
import { typeCheckOf, type TypeCheck } from './fact-type-check';
import { dayOf } from '../usage/utc-day';
import { DAY_MS } from './whole-days';

/** What a draft needs to know of a declared fact; made once per release. */
export interface FactSlot {
  readonly name: string;
  /** Its place in the order of the catalogue. */
  readonly place: number;
  readonly accepts: TypeCheck;
  /** Its own maximum age in days; undefined leaves it to the source's. */
  readonly maxAgeDays: number | undefined;
}

/** The slots of a catalogue by fact name. */
export function factSlots(catalogue: FactCatalogue): ReadonlyMap<string, FactSlot> {
  return new Map(
    [...catalogue.values()].map((fact, place) => [
      fact.name,
      { name: fact.name, place, accepts: typeCheckOf(fact), maxAgeDays: fact.maxAgeDays },
    ]),
  );
}

/** Facts in the making. Used by one evaluation and thrown away. */
export class FactDraft {
  private readonly values: FactTable;
  private readonly stale = new Set<string>();
  private day: string | undefined;

  constructor(
    private readonly slots: ReadonlyMap<string, FactSlot>,
    /** The names of the slots. */
    order: FactOrder,
    /** Milliseconds since the epoch. */
    readonly now: number,
  ) {
    this.values = new FactTable(order);
  }

  /** The UTC day of `now`. */
  get today(): string {
    this.day ??= dayOf(new Date(this.now).toISOString());
    return this.day;
  }

  /** Takes a value that does not age. Undeclared names, absent and wrongly typed values leave no trace. */
  put(name: string, value: unknown): void {
    this.fill(this.slots.get(name), value);
  }

  /** The same where the slot was looked up before; undefined stands for a fact that is not declared. */
  fill(slot: FactSlot | undefined, value: unknown): void {
    if (slot?.accepts(value) === true) this.values.put(slot.place, value as FactValue);
  }

  /**
   * Takes a value known as of a moment; older than the fact's own age, or else `maxAgeDays`, it is stale.
   * Without a moment (NaN) it is stale; without any maximum age it never is.
   */
  fillAged(slot: FactSlot | undefined, value: unknown, asOf: number, maxAgeDays: number | undefined): void {
    if (slot?.accepts(value) !== true) return;
    const limit = (slot.maxAgeDays ?? maxAgeDays ?? Infinity) * DAY_MS;
    if (this.now - asOf <= limit) this.values.put(slot.place, value as FactValue);
    else this.stale.add(slot.name);
  }

  /** The finished facts; the draft must not be used afterwards. */
  finish(): GrowingFacts {
    return { values: this.values, stale: this.stale, now: this.now };
  }
}
