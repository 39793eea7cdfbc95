/** Decides whether comparisons of one fact exclude one another: an interval and a set of values become empty. */
import type { LeafDocument } from '../documents/kinds/condition-schema';

type Value = LeafDocument['value'];

interface Room {
  /** Values still possible; null while any is. */
  readonly values: readonly Value[] | null;
  readonly excluded: readonly Value[];
  readonly above: number;
  readonly below: number;
  readonly aboveIncluded: boolean;
  readonly belowIncluded: boolean;
  readonly present: boolean;
  readonly absent: boolean;
}

const EVERYTHING: Room = {
  values: null,
  excluded: [],
  above: -Infinity,
  below: Infinity,
  aboveIncluded: true,
  belowIncluded: true,
  present: false,
  absent: false,
};

/** True when no value of the fact satisfies all comparisons; only undecorated operators on literals count. */
export function excludeOneAnother(leaves: readonly LeafDocument[]): boolean {
  return isEmpty(leaves.reduce(narrowed, EVERYTHING));
}

function narrowed(room: Room, { operator, value }: LeafDocument): Room {
  if (operator === 'isMissing')
    return value === true ? { ...room, absent: true } : { ...room, present: true };
  const known = { ...room, present: true };
  if (typeof value === 'number') return narrowedByNumber(known, operator, value);
  return narrowedByValue(known, operator, value);
}

function narrowedByNumber(room: Room, operator: string, value: number): Room {
  switch (operator) {
    case 'greaterThan':
      return raised(room, value, false);
    case 'greaterThanInclusive':
      return raised(room, value, true);
    case 'lessThan':
      return lowered(room, value, false);
    case 'lessThanInclusive':
      return lowered(room, value, true);
    default:
      return narrowedByValue(room, operator, value);
  }
}

function raised(room: Room, above: number, included: boolean): Room {
  if (above < room.above) return room;
  return { ...room, above, aboveIncluded: included && (above > room.above || room.aboveIncluded) };
}

function lowered(room: Room, below: number, included: boolean): Room {
  if (below > room.below) return room;
  return { ...room, below, belowIncluded: included && (below < room.below || room.belowIncluded) };
}

function narrowedByValue(room: Room, operator: string, value: Value): Room {
  switch (operator) {
    case 'equal':
      return { ...room, values: shared(room.values, [value]) };
    case 'in':
      return { ...room, values: shared(room.values, Array.isArray(value) ? value : [value]) };
    case 'notEqual':
      return { ...room, excluded: [...room.excluded, value] };
    case 'notIn':
      return { ...room, excluded: [...room.excluded, ...(Array.isArray(value) ? value : [value])] };
    default:
      return room;
  }
}

/** References to other facts are not known values. */
function shared(values: readonly Value[] | null, more: readonly Value[]): readonly Value[] | null {
  if (more.some((value) => typeof value === 'object' && value !== null)) return values;
  return values === null ? more : values.filter((value) => more.includes(value));
}

function isEmpty(room: Room): boolean {
  if (room.absent && room.present) return true;
  if (room.above > room.below) return true;
  if (room.above === room.below && !(room.aboveIncluded && room.belowIncluded)) return true;
  return room.values?.every((value) => !isPossible(room, value)) ?? false;
}

function isPossible(room: Room, value: Value): boolean {
  if (room.excluded.includes(value)) return false;
  if (typeof value !== 'number') return true;
  const highEnough = value > room.above || (value === room.above && room.aboveIncluded);
  return highEnough && (value < room.below || (value === room.below && room.belowIncluded));
}
