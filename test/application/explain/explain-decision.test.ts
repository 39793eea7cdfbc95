import { explainDecision } from '../../../src/application/explain/explain-decision';
import type { WhatIfQuestion } from '../../../src/application/explain/what-if';
import { decideForAccount } from '../../../src/application/decide/decide-for-account';
import { aSnapshot, IN_APP, NOW, used } from '../../support/decisions-account';
import { testPorts } from '../../support/decisions-ports';
import { aRelease, recommend, rule, when } from '../../support/decisions-release';

const release = aRelease();
const draft = aRelease({
  rule: [
    rule('seat-limit', when('usage.seats.ratio', 'greaterThanInclusive', 0.95), recommend('growth-plan')),
  ],
});

const QUESTION: WhatIfQuestion = {
  accountId: 'acme',
  userId: null,
  context: IN_APP,
  draft: false,
  facts: {},
  at: null,
};

const world = () => {
  const ports = testPorts(release, aSnapshot());
  return { ...ports, drafts: { draft: () => Promise.resolve(draft) } };
};

async function explained(question: Partial<WhatIfQuestion> = {}, ports = world()) {
  const answer = await explainDecision(ports, { ...QUESTION, ...question });
  if ('failure' in answer) throw new Error(JSON.stringify(answer));
  return answer;
}

it('explains the decision that would be made, and records nothing', async () => {
  const ports = world();
  const { decision, offers, motion, overriddenFacts } = await explained({}, ports);
  const made = await decideForAccount(ports, { ...QUESTION, first: 3 });
  expect('failure' in made ? made : made.offers.map(({ offerKey, title }) => [offerKey, title])).toEqual(
    decision.offers.map(({ offerKey, title }) => [offerKey, title]),
  );
  expect(offers).toMatchObject([{ offerKey: 'growth-plan', made: true, rank: 1, ruleKey: 'seat-limit' }]);
  expect(motion).toMatchObject({ key: 'upsell', outcome: 'MATCHED' });
  expect(overriddenFacts).toEqual([]);
  expect(ports.entries).toHaveLength(1);
});

it('hands out no id that could be answered', async () => {
  const ports = world();
  const { decision } = await explained({}, ports);
  expect(decision.offers.map(({ id }) => ports.signer.verify(id))).toEqual([{ failure: 'forged' }]);
});

it('explains the draft when asked to', async () => {
  const { decision, rules } = await explained({ draft: true });
  expect(decision.suppressed).toMatchObject([{ offerKey: 'growth-plan', code: 'NO_SIGNAL' }]);
  expect(rules.find(({ key }) => key === 'seat-limit')?.summary).toBe(
    'It did not match: `usage.seats.ratio` is 0.9, should be at least 0.95: 0.05 short',
  );
});

it('goes by another clock and by other facts, and says which', async () => {
  const at = new Date(NOW + 9 * 86_400_000).toISOString();
  const stale = await explained({ at });
  expect(stale.decision.decidedAt).toBe(at);
  expect(stale.staleFacts).toContain('usage.seats.ratio');
  const fresh = await explained({ at, facts: { 'usage.seats.used': 10 } });
  expect(fresh.overriddenFacts).toEqual(['usage.seats.used']);
  expect(fresh.facts).toMatchObject({ 'usage.seats.ratio': 1, now: at });
  expect(fresh.decision.offers[0]?.title).toBe('You use 10 of 10 seats');
});

it('leaves the account and the release as they were', async () => {
  const ports = world();
  const before = await explained({}, ports);
  await explained({ facts: { 'account.plan': 'growth', 'usage.seats.used': null } }, ports);
  expect((await explained({}, ports)).facts).toEqual(before.facts);
});

it.each([
  [{ accountId: 'nobody' }, { failure: 'ACCOUNT_NOT_FOUND' }],
  [{ at: 'yesterday' }, { failure: 'INVALID_ARGUMENT', argument: 'at' }],
  [
    { facts: { seats: 1 } },
    { failure: 'INVALID_ARGUMENT', argument: 'facts', message: expect.stringContaining('no fact `seats`') },
  ],
])('refuses %j', async (question, refusal) => {
  expect(await explainDecision(world(), { ...QUESTION, ...question })).toMatchObject(refusal);
});

it('tells the first problems of many', async () => {
  const facts = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`nothing-${at}`, 1]));
  const answer = await explainDecision(world(), { ...QUESTION, facts });
  expect(answer).toMatchObject({ message: expect.stringMatching(/And 35 more\.$/) });
});

it('explains an account whose usage lies far from any limit, too', async () => {
  const ports = {
    ...testPorts(release, aSnapshot({}, { seats: used(1) })),
    drafts: { draft: () => Promise.resolve(draft) },
  };
  const { rules } = await explained({}, ports);
  expect(rules.find(({ key }) => key === 'seat-limit')).toMatchObject({ outcome: 'NOT_MATCHED', unmet: 1 });
});
