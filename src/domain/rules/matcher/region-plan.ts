/** Gathers what all stages compare places with, so that a place is divided once for all of them. */
import type { Literal } from '../condition';
import type { Family } from './family';
import { Places } from './places';

/** A place with everything that one family of comparisons holds against it: milliseconds where it is compared as a date. */
export interface SlotPlan {
  readonly place: number;
  readonly kind: Extract<Family, 'value' | 'instant' | 'distance'>;
  readonly operands: Literal[];
}

/** Places and slots are numbered from 0, each once. */
export class RegionPlan {
  readonly places = new Places();
  readonly slots: SlotPlan[] = [];
  private readonly known = new Map<string, number>();

  /** The slot of a place and family, to which these operands are added. */
  add(place: number, kind: SlotPlan['kind'], operands: readonly Literal[]): number {
    const key = `${place} ${kind}`;
    const slot = this.known.get(key) ?? this.slots.push({ place, kind, operands: [] }) - 1;
    this.known.set(key, slot);
    for (const operand of operands) this.slots[slot]?.operands.push(operand);
    return slot;
  }
}
