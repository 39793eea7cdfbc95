/** A plain model of what recording must come to, written from the requirements and not from the code. */

const DAY_MS = 86_400_000;
const WINDOW_MS = 14 * DAY_MS;

/** One prompt as the model sees it. */
interface ModelPrompt {
  readonly user: string | null;
  readonly offer: string;
  readonly openedAt: number;
  readonly counted: boolean;
  answer: { readonly kind: string; readonly at: number; readonly until: number } | null;
  broughtBack: boolean;
}

/** A recommendation as the model remembers it. */
export interface ModelOffer {
  readonly user: string | null;
  readonly offer: string;
  readonly signalAt: number;
  readonly expiresAt: number;
  /** Answers of this user to this offer that it knew of. */
  readonly answersKnown: number;
}

/** One prompt per user and quarter; silences as they are told, snoozes to their day; prompts live 14 days. */
export class ResponseModel {
  private readonly prompts: ModelPrompt[] = [];

  /** Answers that a user has given to an offer. */
  answersOf(user: string | null, offer: string): number {
    return this.of(user, offer).filter(({ answer }) => answer !== null).length;
  }

  /** What showing comes to: RECORDED or the code of the refusal; the model moves on when it is recorded. */
  show(shown: ModelOffer, now: number): string {
    const refused = this.stale(shown, now) ?? this.hold(shown, now);
    if (refused !== null) return refused;
    if (this.open(shown, now) === undefined) this.openPrompt(shown, now, true);
    return 'RECORDED';
  }

  /** What an answer comes to: its kind or the code of the refusal. `until` is the end of a silence. */
  answer(shown: ModelOffer, kind: 'ACCEPTED' | 'DECLINED' | 'SNOOZED', until: number, now: number): string {
    const open = this.open(shown, now);
    const stale = this.stale(shown, now);
    if (stale === 'ALREADY_ANSWERED') return stale;
    if (stale !== null && (kind === 'ACCEPTED' || open === undefined)) return stale;
    const hold = open === undefined ? this.hold(shown, now) : null;
    if (kind === 'ACCEPTED' && hold !== null) return hold;
    const prompt = open ?? this.openPrompt(shown, now, hold === null);
    prompt.answer = { kind, at: now, until };
    return kind;
  }

  /** Prompts shown to a user in the quarter of a moment, without those that came back from a snooze. */
  promptsInQuarter(user: string | null, now: number): number {
    return this.prompts.filter(
      (prompt) => prompt.counted && prompt.user === user && quarter(prompt.openedAt) === quarter(now),
    ).length;
  }

  private of(user: string | null, offer: string): readonly ModelPrompt[] {
    return this.prompts.filter((prompt) => prompt.user === user && prompt.offer === offer);
  }

  private open({ user, offer }: ModelOffer, now: number): ModelPrompt | undefined {
    const last = this.of(user, offer).at(-1);
    return last?.answer === null && now < last.openedAt + WINDOW_MS ? last : undefined;
  }

  private stale({ user, offer, answersKnown, expiresAt }: ModelOffer, now: number): string | null {
    if (this.answersOf(user, offer) !== answersKnown) return 'ALREADY_ANSWERED';
    return now >= expiresAt ? 'OFFER_EXPIRED' : null;
  }

  private hold(shown: ModelOffer, now: number): string | null {
    const answers = this.prompts.flatMap(({ offer, answer }) =>
      offer === shown.offer && answer ? [answer] : [],
    );
    if (answers.some(({ kind, until }) => kind === 'SNOOZED' && now < until)) return 'SNOOZED';
    const noes = answers.filter(({ kind }) => kind === 'DECLINED');
    if (noes.some(({ at, until }) => now < until || shown.signalAt <= at)) return 'COOLDOWN';
    if (this.open(shown, now) !== undefined || this.due(shown, now) !== undefined) return null;
    return this.promptsInQuarter(shown.user, now) < 1 ? null : 'CAP_USER';
  }

  private due({ user, offer }: ModelOffer, now: number): ModelPrompt | undefined {
    return this.prompts.findLast(
      (prompt) =>
        prompt.offer === offer &&
        (prompt.user === user || prompt.user === null) &&
        prompt.answer?.kind === 'SNOOZED' &&
        now >= prompt.answer.until &&
        now < prompt.answer.until + WINDOW_MS &&
        !prompt.broughtBack,
    );
  }

  private openPrompt(shown: ModelOffer, now: number, allowed: boolean): ModelPrompt {
    const due = this.due(shown, now);
    if (due !== undefined) due.broughtBack = true;
    const { user, offer } = shown;
    const counted = allowed && due === undefined;
    const prompt: ModelPrompt = { user, offer, openedAt: now, counted, answer: null, broughtBack: false };
    this.prompts.push(prompt);
    return prompt;
  }
}

function quarter(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${Math.floor(date.getUTCMonth() / 3)}`;
}
