/** Collects the facts of one evaluation and keeps out what is undeclared, wrongly typed or too old. */
import type { FactValue, GrowingFacts } from '../rules/fact-set';
import { FactTable, type FactOrder } from '../rules/fact-table';
import { instant } from '../rules/operators/instant';
import type { FactCatalogue } from './fact-catalogue';
import { isOfType, type DeclaredType } from './fact-type-check';
import { DAY_MS } from './whole-days';

/** What a draft needs to know of a declared fact; made once per release. */
export interface FactSlot extends DeclaredType {
  readonly name: string;
  /** Its place in the order of the catalogue. */
  readonly place: number;
  /** Its own maximum age in days; undefined leaves it to the source's. */
  readonly maxAgeDays: number | undefined;
}

/** The same for a fact that ages. */
export interface AgedSlot extends FactSlot {
  /** Milliseconds; Infinity without any maximum age. */
  readonly maxAge: number;
}

/** The slots of a catalogue by fact name; builders look theirs up once per release. */
export type FactSlots = ReadonlyMap<string, FactSlot>;

/** Every declared fact in its place. */
export function factSlots(catalogue: FactCatalogue): FactSlots {
  return new Map(
    [...catalogue.values()].map(({ name, type, items, maxAgeDays }, place) => [
      name,
      { name, place, type, items, maxAgeDays },
    ]),
  );
}

/** A fact that ages by its own maximum, or else by its source's; undefined for one that is not declared. */
export function agedSlot(slot: FactSlot | undefined, maxAgeDays: number | undefined): AgedSlot | undefined {
  if (slot === undefined) return undefined;
  return { ...slot, maxAge: (slot.maxAgeDays ?? maxAgeDays ?? Infinity) * DAY_MS };
}

/** Facts in the making. Used by one evaluation and thrown away. Absent and wrongly typed values leave no trace. */
export class FactDraft {
  private readonly values: FactTable;
  private readonly stale = new Set<string>();

  constructor(
    order: FactOrder,
    /** Milliseconds since the epoch. */
    readonly now: number,
  ) {
    this.values = new FactTable(order);
  }

  /** Takes a value that does not age; undefined stands for a fact that is not declared. */
  fill(slot: FactSlot | undefined, value: unknown): void {
    if (slot === undefined) return;
    if (slot.type === 'date') this.putDate(slot.place, value);
    else if (isOfType(slot, value)) this.values.put(slot.place, value as FactValue);
  }

  /** Takes a value of so many milliseconds; older than its fact may be, or of an age nobody knows (NaN), it is stale. */
  fillAged(slot: AgedSlot | undefined, value: unknown, age: number): void {
    if (slot === undefined) return;
    if (age <= slot.maxAge) this.fill(slot, value);
    else if (isOfType(slot, value)) this.stale.add(slot.name);
  }

  /** What tells a date from other texts also tells when it is. */
  private putDate(place: number, value: unknown): void {
    const milliseconds = instant(value);
    if (milliseconds !== null) this.values.putDate(place, value as string, milliseconds);
  }

  /** The finished facts; the draft must not be used afterwards. */
  finish(): GrowingFacts {
    return { values: this.values, stale: this.stale, now: this.now };
  }
}
