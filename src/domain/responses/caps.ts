/** Counts prompts against the caps of the policy (requirement R1). */
import type { PolicyDocument } from '../documents/kinds/policy-document';
import { calendarPeriod, isInPeriod } from './calendar-period';
import type { Prompt } from './history';
import type { Hold, HoldCode, Past } from './hold';
import { currentPrompt } from './current-prompt';
import { resumption } from './snooze';
import type { Viewer } from './showing';

type Cap = PolicyDocument['caps'][number];

const NOBODY: readonly Viewer[] = [];
const SCOPES: readonly Cap['scope'][] = ['offer', 'user', 'account'];

const CODES: Readonly<Record<Cap['scope'], HoldCode>> = {
  offer: 'CAP_OFFER',
  user: 'CAP_USER',
  account: 'CAP_ACCOUNT',
};

/**
 * CAP_OFFER, CAP_USER and CAP_ACCOUNT in this order, for caps that are full. `ahead` are viewers whose offers are about to
 * open a prompt before this one, in their order.
 */
export function capHolds(past: Past, viewer: Viewer, ahead: readonly Viewer[] = NOBODY): readonly Hold[] {
  if (!opensPrompt(past, viewer)) return [];
  const holds: Hold[] = [];
  for (const scope of SCOPES) {
    for (const cap of past.policy.caps) {
      const hold = cap.scope === scope ? capHold(past, viewer, ahead, cap) : null;
      if (hold !== null) holds.push(hold);
    }
  }
  return holds;
}

/**
 * Whether showing would open a prompt that caps count: one already open is shown again without being another one, and one
 * that comes back from a snooze was counted before.
 */
export function opensPrompt(past: Past, viewer: Viewer): boolean {
  return currentPrompt(past, viewer) === undefined && resumption(past, viewer) === null;
}

function capHold({ history, now }: Past, viewer: Viewer, ahead: readonly Viewer[], cap: Cap): Hold | null {
  const counted = history.prompts.filter(
    (prompt) =>
      wasCounted(prompt) && isOne(cap, viewer, prompt) && isInPeriod(cap.period, prompt.openedAt, now),
  );
  const taking = ahead.filter((other) => isOne(cap, viewer, other));
  if (counted.length + taking.length < cap.limit) return null;
  return { code: CODES[cap.scope], message: messageOf(cap, counted, taking, now) };
}

/** Only what was shown counts, and what came back from a snooze was counted before. */
function wasCounted({ impressions, resumes }: Prompt): boolean {
  return impressions > 0 && resumes === null;
}

function isOne({ scope }: Cap, { userId, offerKey }: Viewer, other: Viewer): boolean {
  if (scope === 'user') return other.userId === userId;
  return scope === 'account' || other.offerKey === offerKey;
}

function messageOf(
  { scope, limit, period }: Cap,
  counted: readonly Prompt[],
  taking: readonly Viewer[],
  now: number,
): string {
  const { end } = calendarPeriod(period, now);
  const last = counted.at(-1)?.openedAt;
  const shown = last === undefined ? '' : `, the last at ${last}`;
  const taken = taking.map(({ offerKey }) => `\`${offerKey}\``).join(', ');
  const room = taken === '' ? '' : ` and the room taken by ${taken}, ranked before it`;
  return `At most ${limit} prompts per ${scope} and ${period}: ${counted.length} shown${shown}${room}; the next from ${new Date(end).toISOString()}.`;
}
