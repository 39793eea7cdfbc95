/** Says how conditions differ, comparison by comparison: a threshold that moved, what is asked now and what no longer is. */
import type { ConditionDocument, LeafDocument } from '../documents/kinds/condition-schema';
import { OPERATORS } from '../rules/operators/operator-catalogue';
import { differingItems } from './differing-items';
import { inWords } from './value-words';

/** A comparison or an audience, and whether it stands under `not` an odd number of times. */
interface Demand {
  readonly what: LeafDocument | { readonly condition: string };
  readonly negated: boolean;
}

/** Empty where nothing differs but how it is written. */
export function conditionChanges(
  before: ConditionDocument,
  after: ConditionDocument,
  units: ReadonlyMap<string, string>,
): readonly string[] {
  const [gone, come] = differingItems(demandsIn(before), demandsIn(after), (demand) =>
    JSON.stringify(demand),
  );
  const [moved, dropped, added] = pairUp(gone, come);
  const words = [
    ...moved.map(([from, to]) => `${askedOf(from, units)} → ${valueOf(to, units)}`),
    ...dropped.map((demand) => `no longer asks: ${askedOf(demand, units)}`),
    ...added.map((demand) => `now asks: ${askedOf(demand, units)}`),
  ];
  const isRegrouped = words.length === 0 && JSON.stringify(before) !== JSON.stringify(after);
  return isRegrouped ? ['the same conditions are grouped differently'] : words;
}

function demandsIn(condition: ConditionDocument, negated = false): readonly Demand[] {
  if ('not' in condition) return demandsIn(condition.not, !negated);
  if ('all' in condition) return condition.all.flatMap((member) => demandsIn(member, negated));
  if ('any' in condition) return condition.any.flatMap((member) => demandsIn(member, negated));
  return [{ what: condition, negated }];
}

type Pairing = readonly [
  moved: readonly (readonly [Demand, Demand])[],
  dropped: readonly Demand[],
  added: readonly Demand[],
];

/** What asks the same of the same fact, with another value, has moved. */
function pairUp(gone: readonly Demand[], come: readonly Demand[]): Pairing {
  const left = [...come];
  const moved: (readonly [Demand, Demand])[] = [];
  const dropped: Demand[] = [];
  for (const demand of gone) {
    const at = left.findIndex((other) => questionOf(other) === questionOf(demand));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined) dropped.push(demand);
    else moved.push([demand, found]);
  }
  return [moved, dropped, left];
}

function questionOf({ what, negated }: Demand): string {
  if ('condition' in what) return `audience ${what.condition} ${negated}`;
  return JSON.stringify([what.fact, what.path ?? null, what.operator, negated]);
}

function askedOf({ what, negated }: Demand, units: ReadonlyMap<string, string>): string {
  const not = negated ? 'not: ' : '';
  if ('condition' in what) return `${not}is in the audience \`${what.condition}\``;
  const place = `\`${what.fact}${what.path === undefined ? '' : ` ${what.path}`}\``;
  return `${not}${place} ${phraseOf(what.operator)} ${valueOf({ what, negated }, units)}`;
}

/** With decorators it is told as it is written, and so is one that does not exist, which other rooms refuse. */
function phraseOf(operator: string): string {
  return OPERATORS.get(operator)?.phrase ?? `\`${operator}\``;
}

function valueOf({ what }: Demand, units: ReadonlyMap<string, string>): string {
  if ('condition' in what) return `\`${what.condition}\``;
  const { value, fact } = what;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return `\`${value.fact}\``;
  return inWords(value, units.get(fact));
}
