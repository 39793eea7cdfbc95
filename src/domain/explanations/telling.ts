/** Sums up what is told of a condition: what made it turn out so, and how far it is from turning out otherwise. */
import type { Truth } from '../rules/truth';
import { outcomeOf, type ToldCondition, type ToldGroup } from './told-condition';

/** A told condition with what is summed up of it. */
export interface Telling {
  readonly told: ToldCondition;
  readonly truth: Truth;
  /** The fewest comparisons that would have to turn out otherwise for it to hold, and for it not to. */
  readonly toHold: number;
  readonly toFail: number;
  /** Sentences of the comparisons that made it turn out as it did, in the order of the document: the first few of `reasonCount`. */
  readonly reasons: readonly string[];
  readonly reasonCount: number;
  /** Comparisons written out in `told`. */
  readonly size: number;
}

/** What a group is, before its members are summed up. */
export type Group = Pick<ToldGroup, 'kind' | 'name' | 'audience'>;

const MOST_REASONS = 4;

/** Sums up the members of a group; those of a hidden one are counted and not written out. */
export function sumUp(group: Group, truth: Truth, members: readonly Telling[], isHidden = false): Telling {
  const deciding = group.kind === 'not' ? members : members.filter((member) => member.truth === truth);
  const message = groupMessage(group, truth, members);
  const conditions = isHidden ? [] : members.map(({ told }) => told);
  const reasons = members.length === 0 ? [message] : deciding.flatMap((member) => member.reasons);
  return {
    told: { ...group, outcome: outcomeOf(truth), message, conditions },
    truth,
    ...stepsOf(group.kind, members),
    reasons: reasons.slice(0, MOST_REASONS),
    reasonCount: Math.max(1, sum(deciding.map(({ reasonCount }) => reasonCount))),
    size: isHidden ? 0 : sum(members.map(({ size }) => size)),
  };
}

/** All of `all` have to hold, one of `any` is enough; the other way round for failing. An audience that does not exist is one step off. */
function stepsOf(kind: ToldGroup['kind'], members: readonly Telling[]): Pick<Telling, 'toHold' | 'toFail'> {
  if (members.length === 0) return { toHold: 1, toFail: 1 };
  const holding = members.map(({ toHold }) => toHold);
  const failing = members.map(({ toFail }) => toFail);
  if (kind === 'not') return { toHold: sum(failing), toFail: sum(holding) };
  if (kind === 'any') return { toHold: Math.min(...holding), toFail: sum(failing) };
  return { toHold: sum(holding), toFail: Math.min(...failing) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function groupMessage({ kind, audience }: Group, truth: Truth, members: readonly Telling[]): string {
  if (kind === 'audience') return audienceMessage(audience ?? '', truth, members.length === 0);
  if (kind === 'not') return NOT_MESSAGES[truth];
  const count = (wanted: Truth) => members.filter((member) => member.truth === wanted).length;
  const unknown = count('UNKNOWN') === 0 ? '' : `, ${count('UNKNOWN')} can't be told`;
  return kind === 'all'
    ? `All have to hold: ${count('TRUE')} of ${members.length} do${unknown}.`
    : `One has to hold: ${count('TRUE')} of ${members.length} do${unknown}.`;
}

const NOT_MESSAGES: Readonly<Record<Truth, string>> = {
  TRUE: 'This must not hold, and does not.',
  FALSE: 'This must not hold, but does.',
  UNKNOWN: "This must not hold; whether it does can't be told.",
};

function audienceMessage(key: string, truth: Truth, isUnknownKey: boolean): string {
  if (isUnknownKey) return `There is no audience \`${key}\` that can be asked.`;
  if (truth === 'UNKNOWN') return `Whether the account is in the audience \`${key}\` can't be told.`;
  return `The account is ${truth === 'TRUE' ? 'in' : 'not in'} the audience \`${key}\`.`;
}
