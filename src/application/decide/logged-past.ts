/** Writes down what a decision read of the past, and reads it again, so that the decision can be made again and be the same. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { calendarPeriod } from '../../domain/responses/calendar-period';
import { NO_HANDOFFS, type HandoffLoad } from '../../domain/responses/handoff-load';
import type {
  Answer,
  ConversationRefusal,
  History,
  NotificationState,
  Prompt,
} from '../../domain/responses/history';
import type { Consideration } from './consider-account';

/** What no decision reads of a prompt: where it came from, and why the buyer said no. */
const UNREAD = { ruleKey: '', treatment: '', release: 0, segment: null };

type LoggedAnswer = readonly [kind: Answer['kind'], at: string, silentUntil: string | null];
type LoggedPrompt = Omit<Prompt, keyof typeof UNREAD | 'answer'> & { readonly answer: LoggedAnswer | null };

/** JSON; lists that are empty are left out. */
export interface LoggedPast {
  readonly prompts?: readonly LoggedPrompt[];
  readonly refusals?: readonly ConversationRefusal[];
  readonly notifications?: readonly Omit<NotificationState, 'userId'>[];
  /** Of the account's owner, and by offer key. */
  readonly handoffs?: readonly [ofOwner: number, ofOffer: Readonly<Record<string, number>>];
}

/** undefined where nothing was read: an account without a past costs nothing. */
export function loggedPast({
  question,
  release,
  history,
  handoffs,
  now,
}: Pick<Consideration, 'question' | 'release' | 'history' | 'handoffs' | 'now'>): LoggedPast | undefined {
  const { userId, context } = question;
  const prompts = history.prompts.length === 0 ? [] : promptsThatMatter(history.prompts, release, now);
  const refusals = history.refusals.filter(({ conversationId }) => conversationId === context.conversationId);
  const notifications = history.notifications.filter((state) => state.userId === userId);
  const load = loggedLoad(handoffs, release);
  if (prompts.length + refusals.length + notifications.length === 0 && load === undefined) return undefined;
  return {
    prompts: orNothing(prompts.map(logPrompt)),
    refusals: orNothing(refusals),
    notifications: orNothing(notifications.map(({ userId: _own, ...state }) => state)),
    handoffs: load,
  };
}

/** Of offers, those that have a number of their own in the release. */
function loggedLoad(
  { ofOwner, ofOffer }: HandoffLoad,
  { documents }: CompiledRelease,
): LoggedPast['handoffs'] {
  const bounded = [...ofOffer].filter(([key]) => documents.offer.get(key)?.capacity !== undefined);
  return ofOwner === 0 && bounded.length === 0 ? undefined : [ofOwner, Object.fromEntries(bounded)];
}

/** The past as the decision of this user read it. */
export function readLoggedPast(
  logged: LoggedPast | undefined,
  userId: string | null,
): { readonly history: History; readonly handoffs: HandoffLoad } {
  const { prompts = [], refusals = [], notifications = [], handoffs } = logged ?? {};
  return {
    history: {
      prompts: prompts.map(readPrompt),
      refusals,
      notifications: notifications.map((state) => ({ ...state, userId })),
    },
    handoffs:
      handoffs === undefined
        ? NO_HANDOFFS
        : { ofOwner: handoffs[0], ofOffer: new Map(Object.entries(handoffs[1])) },
  };
}

/** Of offers that the release no longer has, those that a cap or the month's handoffs still count. */
function promptsThatMatter(
  prompts: readonly Prompt[],
  { policy, documents }: CompiledRelease,
  now: number,
): readonly Prompt[] {
  const starts = policy.caps.map(({ period }) => calendarPeriod(period, now).start);
  const counted = new Date(Math.min(calendarPeriod('month', now).start, ...starts)).toISOString();
  return prompts.filter(
    ({ offerKey, openedAt, answer }) =>
      documents.offer.has(offerKey) || openedAt >= counted || (answer?.at ?? '') >= counted,
  );
}

function logPrompt(prompt: Prompt): LoggedPrompt {
  const {
    ruleKey: _rule,
    treatment: _treatment,
    release: _release,
    segment: _segment,
    answer,
    ...read
  } = prompt;
  return { ...read, answer: answer && [answer.kind, answer.at, answer.silentUntil] };
}

function readPrompt({ answer, ...read }: LoggedPrompt): Prompt {
  if (answer === null) return { ...UNREAD, ...read, answer };
  const [kind, at, silentUntil] = answer;
  return { ...UNREAD, ...read, answer: { kind, at, silentUntil, reason: null } };
}

function orNothing<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
