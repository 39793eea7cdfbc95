/** Divides, once for all stages, what places hold into regions as fine as any stage needs: rows are looked up by these. */
import type { FactSet } from '../fact-set';
import { InstantRegions } from './instant-regions';
import { PlaceValues } from './place-values';
import type { RegionPlan, SlotPlan } from './region-plan';
import { NO_REGION } from './row-memory';
import { ValueRegions } from './value-regions';

interface Slot<Regions> {
  readonly slot: number;
  readonly place: number;
  readonly regions: Regions;
}

/** What the evaluation at hand saw; the next stage of the same decision works out only what was found since. */
export class PlaceRegions {
  readonly values: PlaceValues;
  /** By slot: the region, or NO_REGION for lists, objects and what has none. */
  readonly regions: Int32Array;
  private readonly plain: readonly Slot<ValueRegions>[];
  private readonly dates: readonly Slot<InstantRegions>[];
  /** By place, its slots that are no dates. */
  private readonly plainAt: readonly (readonly Slot<ValueRegions>[])[];

  /** Takes a plan to which nothing is added any more. */
  constructor({ places, slots }: RegionPlan) {
    this.values = new PlaceValues(places);
    this.regions = new Int32Array(slots.length);
    const numbered = slots.map((plan, slot) => ({ ...plan, slot }));
    this.plain = numbered.filter(({ kind }) => kind === 'value').map(plainSlot);
    this.dates = numbered.filter(({ kind }) => kind !== 'value').map(dateSlot);
    this.plainAt = places.list.map((_place, at) => this.plain.filter(({ place }) => place === at));
  }

  /** How many regions a slot has, by slot. */
  counts(): readonly number[] {
    const counts = Array.from(this.regions, () => 0);
    for (const { slot, regions } of this.plain) counts[slot] = regions.scalars;
    for (const { slot, regions } of this.dates) counts[slot] = regions.count;
    return counts;
  }

  /** Throws when a fact can't be read. */
  read(facts: FactSet): void {
    const changed = this.values.read(facts);
    if (changed === null) {
      this.dividePlain(this.plain);
      this.divideDates();
    } else for (const place of changed) this.dividePlain(this.plainAt[place] ?? []);
  }

  private dividePlain(slots: readonly Slot<ValueRegions>[]): void {
    const { regions } = this;
    const { values } = this.values;
    for (let at = 0; at < slots.length; at++) {
      const { slot, place, regions: ofSlot } = slots[at] as Slot<ValueRegions>;
      const value = values[place];
      regions[slot] = typeof value === 'object' ? NO_REGION : ofSlot.of(value);
    }
  }

  private divideDates(): void {
    const { dates, regions } = this;
    const { values, instants, now } = this.values;
    for (let at = 0; at < dates.length; at++) {
      const { slot, place, regions: ofSlot } = dates[at] as Slot<InstantRegions>;
      regions[slot] = ofSlot.of(values[place], instants[place] as number, now);
    }
  }
}

type Numbered = SlotPlan & { readonly slot: number };

function plainSlot({ slot, place, operands }: Numbered): Slot<ValueRegions> {
  return { slot, place, regions: new ValueRegions(operands) };
}

function dateSlot({ slot, place, kind, operands }: Numbered): Slot<InstantRegions> {
  const milliseconds = operands.filter((operand) => typeof operand === 'number');
  return { slot, place, regions: new InstantRegions(milliseconds, kind === 'distance') };
}
