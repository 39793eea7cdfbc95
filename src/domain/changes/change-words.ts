/** Says what differs between two versions of a document, member by member. */
import type { ConditionDocument } from '../documents/kinds/condition-schema';
import { conditionChanges } from './condition-changes';
import { inWords } from './value-words';

const LIMITS = 'limits.';

/** A phrase for each difference. `units` gives the unit of a fact. */
export function changeWords(
  before: object,
  after: object,
  units: ReadonlyMap<string, string>,
): readonly string[] {
  const sides = [before, after] as readonly Readonly<Record<string, unknown>>[];
  return membersOf(sides).flatMap((member) => {
    const [one, other] = sides.map((side) => side[member]);
    return member === 'conditions' && one !== undefined && other !== undefined
      ? conditionChanges(one as ConditionDocument, other as ConditionDocument, units)
      : differences(member, one, other);
  });
}

function differences(place: string, before: unknown, after: unknown): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const sides = [before, after].map(membersByName);
  if (sides.some((side) => side === null))
    return [`${place}: ${told(place, before)} → ${told(place, after)}`];
  const named = sides as readonly Readonly<Record<string, unknown>>[];
  return membersOf(named).flatMap((member) =>
    differences(`${place}.${member}`, named[0]?.[member], named[1]?.[member]),
  );
}

/** A limit that is null is none; what is not there was not said. */
function told(place: string, value: unknown): string {
  return value === null && place.startsWith(LIMITS) ? 'unlimited' : inWords(value);
}

function membersOf(sides: readonly object[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => Object.keys(side)))];
}

/** Members of an object; items of a list by what tells them apart. null for what has no members, and for plain lists. */
function membersByName(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  const items = value as readonly unknown[];
  if (items.length === 0 || items.some((item) => typeof item !== 'object' || item === null)) return null;
  return Object.fromEntries(items.map((item, at) => [nameOf(item as Record<string, unknown>, at), item]));
}

/** A treatment by its key, a price by currency and interval, anything else by its place, from 1. */
function nameOf({ key, currency, interval }: Readonly<Record<string, unknown>>, at: number): string {
  if (typeof key === 'string') return key;
  if (typeof currency === 'string') return [currency, interval].filter(Boolean).join(' per ');
  return String(at + 1);
}
