/** A decision made again from its log, on the past written there, is the same. */
import fc from 'fast-check';
import { considerAccount } from '../../../src/application/decide/consider-account';
import { decisionRecord } from '../../../src/application/decide/decision-record';
import { loggedPast, readLoggedPast, type LoggedPast } from '../../../src/application/decide/logged-past';
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { NO_HANDOFFS, type HandoffLoad } from '../../../src/domain/responses/handoff-load';
import { EMPTY_HISTORY, type History, type Prompt } from '../../../src/domain/responses/history';
import { aSnapshot, daysAgo, NOW } from '../../support/decisions-account';
import { contexts, DRAFT, snapshots } from '../../support/decisions-arbitrary';
import { fates } from '../../support/decisions-ask';
import { testPorts } from '../../support/decisions-ports';
import { aRelease, policy } from '../../support/decisions-release';
import { anAnswer, aPrompt, daysAhead } from '../../support/response-prompts';

const release = aRelease(
  {
    ...DRAFT,
    policy: [
      policy({
        controlPercent: 0,
        ownerCapacityPerMonth: 3,
        closeMode: { '*': 'SELF_SERVE', 'self-serve': 'HANDOFF' },
        explicitAskLifts: ['CAP_USER', 'COOLDOWN'],
        caps: [
          { scope: 'user', limit: 2, period: 'quarter' },
          { scope: 'account', limit: 3, period: 'month' },
        ],
      }),
    ],
  },
  ['rule', 'offer'],
);

const user = fc.constantFrom('kim', 'lee', null);
const moment = fc.constantFrom(0.01, 1, 10, 20, 40, 100, 400).map(daysAgo);
const answers = fc.constantFrom(
  null,
  null,
  ...[1, 10, 40].flatMap((days) => [
    anAnswer('ACCEPTED', { at: daysAgo(days) }),
    anAnswer('DECLINED', { at: daysAgo(days), reason: 'NOT_NOW', silentUntil: daysAhead(5 - days / 2) }),
    anAnswer('SNOOZED', { at: daysAgo(days), silentUntil: daysAhead(5 - days / 2) }),
    anAnswer('DISMISSED', { at: daysAgo(days) }),
  ]),
);
const prompt = fc.record({
  userId: user,
  offerKey: fc.constantFrom('growth-plan', 'sso-add-on', 'growth-later', 'sold-no-more'),
  openedAt: moment,
  lastShownAt: moment,
  impressions: fc.nat(4),
  expiresAt: fc.constantFrom(daysAhead(4), daysAgo(1)),
  resumes: fc.constantFrom(null, null, 'p0', 'p1'),
  closeMode: fc.constantFrom('HANDOFF' as const, 'SELF_SERVE' as const),
  conversationId: fc.constantFrom(null, 'c1'),
  answer: answers,
});

/** What resumes a prompt is of the same user and offer, and comes after it. */
function resumingTheirOwn(prompts: readonly Prompt[]): readonly Prompt[] {
  return prompts.reduce<readonly Prompt[]>((before, each) => {
    const resumed = before.find(({ id }) => id === each.resumes);
    if (resumed === undefined) return [...before, { ...each, resumes: null }];
    return [...before, { ...each, userId: resumed.userId, offerKey: resumed.offerKey }];
  }, []);
}

const histories: fc.Arbitrary<History> = fc.record({
  prompts: fc
    .array(prompt, { maxLength: 5 })
    .map((members) => members.map((each, index) => aPrompt({ ...each, id: `p${index}` })))
    .map(resumingTheirOwn),
  refusals: fc.array(fc.record({ conversationId: fc.constantFrom('c1', 'c2'), at: moment }), {
    maxLength: 2,
  }),
  notifications: fc.array(
    fc.record({
      userId: user,
      subject: fc.constantFrom('growth-plan', 'sso-add-on'),
      occasion: fc.constant('2026-06'),
      seenAt: moment,
      dismissedAt: fc.option(moment, { nil: null }),
    }),
    { maxLength: 2 },
  ),
});
const loads: fc.Arbitrary<HandoffLoad> = fc.oneof(
  fc.constant(NO_HANDOFFS),
  fc.record({ ofOwner: fc.nat(4), ofOffer: fc.constant(new Map([['growth-plan', 2]])) }),
);

interface Logged {
  readonly context: DecisionContext;
  /** null: there was no bound. */
  readonly first: number | null;
  readonly past?: LoggedPast;
}

it('whatever the past: the log decides again to the same outcome, word by word', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constant(aSnapshot()), fc.constant(aSnapshot({ segment: 'mid' })), snapshots),
      fc.tuple(contexts, fc.constantFrom('c1', undefined), user, fc.boolean()),
      histories,
      loads,
      async (snapshot, [context, conversationId, userId, keepsSurplus], history, load) => {
        const ports = { ...testPorts(release, snapshot), handoffs: { loadOf: () => load } };
        ports.responses.histories.set(snapshot.account.id, history);
        const question = {
          accountId: snapshot.account.id,
          userId,
          context: { ...context, conversationId },
          first: keepsSurplus ? Infinity : 2,
        };
        const considered = await considerAccount(ports, question, { keepsSurplus });
        if ('failure' in considered) throw new Error(considered.failure);
        const line = decisionRecord(considered);
        const logged = JSON.parse(line.payload) as Logged;
        const again = await decide(
          release,
          snapshot,
          {
            ...readLoggedPast(logged.past, line.userId),
            context: logged.context,
            userId: line.userId,
            first: logged.first ?? Infinity,
            keepsSurplus: logged.first === null,
          },
          Date.parse(line.decidedAt),
        );
        expect(again).toEqual(considered.outcome);
        for (const fate of Object.values(fates(again))) seen.add(fate);
      },
    ),
    { numRuns: 400 },
  );
  const codes = ['offered', 'COOLDOWN', 'SNOOZED', 'DISMISSED', 'CAP_USER', 'OWNER_CAPACITY'];
  expect(codes.filter((code) => !seen.has(code))).toEqual([]);
});

describe('the past in the log', () => {
  const question = { accountId: 'acme', userId: 'kim', context: { surface: 'IN_APP' }, first: 5 } as const;
  const pastOf = (history: Partial<History>) =>
    loggedPast({
      question,
      release,
      history: { ...EMPTY_HISTORY, ...history },
      handoffs: NO_HANDOFFS,
      now: NOW,
    });

  it('is not there for an account without one', async () => {
    const ports = testPorts(release, aSnapshot());
    const considered = await considerAccount(ports, question);
    if ('failure' in considered) throw new Error(considered.failure);
    expect(JSON.parse(decisionRecord(considered).payload)).not.toHaveProperty('past');
  });

  it('holds nothing of other conversations, of other users’ notices, nor of what can no longer count', () => {
    expect(
      pastOf({
        prompts: [
          aPrompt({
            offerKey: 'sold-no-more',
            openedAt: daysAgo(300),
            answer: anAnswer('DECLINED', { at: daysAgo(299) }),
          }),
        ],
        refusals: [{ conversationId: 'c2', at: daysAgo(1) }],
        notifications: [
          {
            userId: 'lee',
            subject: 'growth-plan',
            occasion: '2026-06',
            seenAt: null,
            dismissedAt: daysAgo(1),
          },
        ],
      }),
    ).toBeUndefined();
  });
});
