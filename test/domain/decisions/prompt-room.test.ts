/** A decision makes no more new prompts than the caps leave room for; the surplus says which offer took the room. */
import fc from 'fast-check';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import { EMPTY_HISTORY, type Prompt } from '../../../src/domain/responses/history';
import { aSnapshot, daysAgo } from '../../support/decisions-account';
import { ask, fates } from '../../support/decisions-ask';
import {
  ALWAYS,
  aRelease,
  offer,
  policy,
  recommend,
  rule,
  when,
  type Input,
} from '../../support/decisions-release';
import { decisionOf, KEY, respondWorld } from '../../support/respond-ports';
import { anAnswer, aPrompt } from '../../support/response-prompts';

const KEYS = ['one', 'three', 'two'];
const PER_USER: Caps = [{ scope: 'user', limit: 1, period: 'quarter' }];
type Caps = Input<'policy'>['caps'];

/** Growth ranks first, then three others of families of their own, by key. */
const releaseOf = (caps: Caps, lifts: Input<'policy'>['explicitAskLifts'] = []) =>
  aRelease({
    offer: KEYS.map((key) => offer(key, { family: key })),
    rule: [
      ...KEYS.map((key) => rule(`always-${key}`, ALWAYS, recommend(key, { metric: undefined }))),
      rule(
        'asked',
        when('context.intent', 'equal', 'EXPLICIT_ASK'),
        recommend('two', { signal: 'EXPLICIT_ASK' }),
      ),
    ],
    policy: [policy({ caps, explicitAskLifts: lifts })],
  });

const before = (...prompts: Partial<Prompt>[]) => ({
  userId: 'kim',
  history: {
    ...EMPTY_HISTORY,
    prompts: prompts.map((prompt, index) => aPrompt({ id: `p${index}`, ...prompt })),
  },
});

describe('with room for one prompt', () => {
  const release = releaseOf(PER_USER);

  it('the first by rank is made, and the others are held back by the cap, which names it', async () => {
    const outcome = await ask(release, aSnapshot(), {}, before());
    expect(fates(outcome)).toEqual({
      'growth-plan': 'offered',
      one: 'CAP_USER',
      three: 'CAP_USER',
      two: 'CAP_USER',
    });
    expect(outcome.suppressed[0]).toEqual({
      offerKey: 'one',
      stage: 'guardrail',
      code: 'CAP_USER',
      message:
        'At most 1 prompts per user and quarter: 0 shown and the room taken by `growth-plan`, ranked before it; the next from 2026-07-01T00:00:00.000Z.',
    });
  });

  it.each<[string, Partial<Prompt>]>([
    ['a prompt already open', { offerKey: 'three' }],
    [
      'what was put off and is due again',
      { offerKey: 'three', answer: anAnswer('SNOOZED', { silentUntil: daysAgo(1) }) },
    ],
  ])('%s of an earlier quarter takes none of it, wherever it ranks', async (_, prompt) => {
    const outcome = await ask(
      release,
      aSnapshot(),
      {},
      before({ openedAt: '2026-03-31T12:00:00.000Z', ...prompt }),
    );
    expect(fates(outcome)).toMatchObject({ 'growth-plan': 'offered', three: 'offered', one: 'CAP_USER' });
  });

  it('an ask that lifts the cap goes through it, and takes the room of what ranks after it', async () => {
    const lifting = releaseOf(PER_USER, ['CAP_USER']);
    const asked = { intent: 'EXPLICIT_ASK' as const };
    expect(fates(await ask(lifting, aSnapshot(), asked, before({ offerKey: 'gone' })))).toMatchObject({
      'growth-plan': 'CAP_USER',
      two: 'offered',
    });
    expect(fates(await ask(lifting, aSnapshot(), asked, before()))).toMatchObject({
      two: 'offered',
      one: 'CAP_USER',
    });
  });
});

it('a cap of the offer holds back no other offer', async () => {
  const release = releaseOf([{ scope: 'offer', limit: 1, period: 'month' }]);
  expect((await ask(release, aSnapshot(), {}, before())).offers).toHaveLength(4);
});

const capsOf = fc.array(
  fc.record({
    scope: fc.constantFrom('user' as const, 'account' as const, 'offer' as const),
    limit: fc.integer({ min: 1, max: 4 }),
    period: fc.constantFrom('month' as const, 'quarter' as const),
  }),
  { maxLength: 3 },
);
const prompts = fc.array(
  fc.record({
    userId: fc.constantFrom('kim', 'lee'),
    offerKey: fc.constantFrom('growth-plan', ...KEYS),
    openedAt: fc.constantFrom(daysAgo(3), daysAgo(30), daysAgo(100)),
    answer: fc.constantFrom(null, anAnswer('ACCEPTED'), anAnswer('SNOOZED', { silentUntil: daysAgo(1) })),
  }),
  { maxLength: 5 },
);

it('whatever the caps and the past: all that a decision makes can be shown, and what it holds back for room can not', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(capsOf, prompts, fc.boolean(), async (caps, past, asks) => {
      const world = respondWorld(releaseOf(caps, ['CAP_USER']), aSnapshot());
      const { history } = before(...past);
      world.responses.histories.set('acme', history);
      const context = asks ? { intent: 'EXPLICIT_ASK' as const } : {};
      const { offers, suppressed } = await decisionOf(world, context, 'kim');
      const uncapped = { ...world, releases: { current: () => releaseOf([]) } };
      const all = (await decisionOf(uncapped, context, 'kim')).offers;
      const held = suppressed.filter(({ message }) => message.includes('ranked before it'));
      const ids = [
        ...offers.map(({ id }) => id),
        ...held.map(({ offerKey }) => all.find((other) => other.offerKey === offerKey)?.id ?? ''),
      ];
      if (ids.length === 0) return;
      const shown = await recordImpressions(world, { recommendationIds: ids, idempotencyKey: 'k' }, KEY);
      const codes = 'results' in shown ? shown.results.map(({ error }) => error?.code ?? 'shown') : [];
      const expected = [...offers.map(() => 'shown'), ...held.map(({ code }) => code)];
      expect(codes).toEqual(expected);
      for (const code of codes) seen.add(code);
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual(['CAP_ACCOUNT', 'CAP_USER', 'shown']);
});
