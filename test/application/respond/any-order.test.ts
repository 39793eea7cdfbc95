/** Whatever users do, in whatever order and with whichever old id: the use cases come to what a plain model says. */
import fc from 'fast-check';
import { acceptOffer } from '../../../src/application/respond/accept-offer';
import { declineOffer } from '../../../src/application/respond/decline-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import { snoozeOffer } from '../../../src/application/respond/snooze-offer';
import type { SubjectReader } from '../../../src/application/decide/subject';
import type { AccountSnapshot } from '../../../src/domain/accounts/account-snapshot';
import { aSnapshot, NOW, used } from '../../support/decisions-account';
import { aRelease, offer, policy, recommend, rule, when } from '../../support/decisions-release';
import { decisionOf, KEY, respondWorld, type RespondWorld } from '../../support/respond-ports';
import { ResponseModel, type ModelOffer } from '../../support/response-model';

const DAY_MS = 86_400_000;
const SILENCE_MS = 10 * DAY_MS;
const USERS = ['kim', 'lee', null] as const;

const RELEASE = aRelease({
  offer: [offer('second', { family: 'else' })],
  rule: [rule('second-too', when('usage.seats.ratio', 'greaterThan', 0.5), recommend('second'))],
  policy: [
    policy({
      caps: [{ scope: 'user', limit: 1, period: 'quarter' }],
      cooldownDays: 10,
      ignoredImpressionsBeforeDismissal: 1000,
      recommendationTtlMinutes: 43_200,
      staleAfterDays: {},
    }),
  ],
});

const step = fc.record({
  act: fc.constantFrom('show', 'show', 'accept', 'decline', 'snooze', 'cross', 'look'),
  user: fc.constantFrom(...USERS),
  /** Which of the ids known by now. */
  pick: fc.nat(1000),
  /** The newest ids are the likeliest. */
  old: fc.boolean(),
  days: fc.constantFrom(0, 0, 0, 1, 5, 10, 10, 13, 40),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Run {
  readonly model = new ResponseModel();
  private readonly world: RespondWorld;
  private readonly known: { readonly id: string; readonly offer: ModelOffer }[] = [];
  private now = NOW;
  private crossedAt = NOW - DAY_MS;
  private keys = 0;

  constructor() {
    const world = respondWorld(RELEASE);
    const subjects: SubjectReader = {
      subject: async (id) => ({
        snapshot: this.account(),
        history: world.responses.history(id),
        rememberedAt: null,
      }),
    };
    this.world = { ...world, subjects, clock: { now: () => this.now } };
  }

  async take({ act, user, pick, old, days }: Step): Promise<void> {
    this.now += days * DAY_MS + 61_000;
    if (act === 'cross') this.crossedAt = this.now;
    await this.look(user);
    const pool = old ? this.known : this.known.slice(-2);
    const chosen = pool[pick % pool.length];
    if (chosen === undefined || act === 'cross' || act === 'look') return;
    const [expected, actual] = [this.predict(act, chosen.offer), await this.act(act, chosen.id)];
    expect(this.asToldLater(expected, chosen.offer)).toContain(actual);
  }

  /**
   * The model forgets nothing; the history forgets what was over a year ago, and then knows of an old id only that it has
   * expired. An answer came after its recommendation, 30 days before that expired at most.
   */
  private asToldLater(expected: string, { expiresAt }: ModelOffer): readonly string[] {
    const mayBeForgotten = expected === 'ALREADY_ANSWERED' && this.now - expiresAt > (366 - 30) * DAY_MS;
    return mayBeForgotten ? [expected, 'OFFER_EXPIRED'] : [expected];
  }

  /** Every offer that a decision makes may be shown: decisions and recordings judge alike. */
  private async look(user: string | null): Promise<void> {
    for (const { id, offerKey, expiresAt } of (await decisionOf(this.world, {}, user)).offers) {
      const recommended = {
        user,
        offer: offerKey,
        signalAt: this.crossedAt,
        expiresAt: Date.parse(expiresAt),
        answersKnown: this.model.answersOf(user, offerKey),
      };
      this.known.push({ id, offer: recommended });
    }
  }

  private predict(act: Step['act'], offered: ModelOffer): string {
    const end = this.now + SILENCE_MS;
    if (act === 'show') return this.model.show(offered, this.now);
    const kind = act === 'accept' ? 'ACCEPTED' : act === 'decline' ? 'DECLINED' : 'SNOOZED';
    return this.model.answer(offered, kind, kind === 'ACCEPTED' ? 0 : end, this.now);
  }

  /** Sent twice: the second answer must be the first, byte for byte. */
  private async act(act: Step['act'], id: string): Promise<string> {
    const idempotencyKey = `k${(this.keys += 1)}`;
    const [first, again] = [
      await this.send(act, id, idempotencyKey),
      await this.send(act, id, idempotencyKey),
    ];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    if (first.kind === 'ImpressionsRecorded') return first.results[0]?.error?.code ?? 'RECORDED';
    if ('code' in first) return first.code;
    return { OfferAccepted: 'ACCEPTED', OfferDeclined: 'DECLINED', OfferSnoozed: 'SNOOZED' }[first.kind];
  }

  private send(act: Step['act'], id: string, idempotencyKey: string) {
    const input = { recommendationId: id, comment: null, idempotencyKey };
    if (act === 'accept') return acceptOffer(this.world, input, KEY);
    if (act === 'decline') return declineOffer(this.world, { ...input, reason: 'OTHER' }, KEY);
    const until = new Date(this.now + SILENCE_MS).toISOString();
    if (act === 'snooze') return snoozeOffer(this.world, { ...input, until }, KEY);
    return recordImpressions(this.world, { recommendationIds: [id], idempotencyKey }, KEY);
  }

  /** What no model is needed for. */
  async holdsItsPromises(): Promise<void> {
    const { entries } = this.world.responses;
    const answers = entries.filter(({ kind }) => kind !== 'IMPRESSION');
    expect(new Set(answers.map(({ promptId }) => promptId)).size).toBe(answers.length);
    const intrusions = entries.filter(
      (shown) =>
        shown.kind === 'IMPRESSION' &&
        answers.some(
          ({ subject, at, silentUntil }) =>
            subject === shown.subject && at < shown.at && shown.at < (silentUntil ?? at),
        ),
    );
    expect(intrusions).toEqual([]);
    for (const user of USERS) expect(this.model.promptsInQuarter(user, this.now)).toBeLessThanOrEqual(1);
  }

  private account(): AccountSnapshot {
    const crossing = { threshold: { ratio: 0.9 }, crossedAt: new Date(this.crossedAt).toISOString() };
    return aSnapshot({}, { seats: used(9, { crossings: [crossing] }) });
  }
}

it('any interleaving of impressions and answers ends as the model says, and every repeat as the first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
      const run = new Run();
      for (const each of steps) await run.take(each);
      await run.holdsItsPromises();
    }),
    { numRuns: 200 },
  );
}, 60_000);
