import fc from 'fast-check';
import { referenceEvaluator } from '../../../src/adapters/rules-engine/reference-evaluator';
import { compileDocuments } from '../../../src/application/decide/compile-release';
import type { CompiledRelease } from '../../../src/domain/decisions/compiled-release';
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionOutcome } from '../../../src/domain/decisions/decision';
import { EVENT_TYPES } from '../../../src/domain/documents/kinds/rule-document';
import { explainOutcome } from '../../../src/domain/explanations/explain-outcome';
import type { Explanation } from '../../../src/domain/explanations/explanation';
import { factsOfStage } from '../../../src/domain/explanations/stage-facts';
import type { ToldCondition } from '../../../src/domain/explanations/told-condition';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import { aSnapshot, NOW, used } from '../../support/decisions-account';
import { contexts, DRAFT, snapshots } from '../../support/decisions-arbitrary';
import { ask, fates, NOTHING_BEFORE } from '../../support/decisions-ask';
import { aRelease, documentsOf, recommend, rule, TOOLS, when } from '../../support/decisions-release';

const EVALUATORS = [plainEvaluator, compiledEvaluator, referenceEvaluator] as const;
const documents = documentsOf(DRAFT, ['rule', 'offer']);
const releases = EVALUATORS.map((evaluator) =>
  compileDocuments({ number: 7, hash: 'hash', documents, quarantined: [] }, { ...TOOLS, evaluator }),
);

async function outcomesByRule(release: CompiledRelease, outcome: DecisionOutcome) {
  const facts = { values: outcome.facts, stale: outcome.staleFacts, now: NOW };
  const found = new Map<string, string>();
  for (const stage of EVENT_TYPES) {
    const { matched, undecided } = await release.rules.evaluate(stage, factsOfStage(stage, facts));
    for (const { key } of release.ruleSet.stages[stage].map(({ document }) => document))
      found.set(key, 'NOT_MATCHED');
    for (const { key } of matched) found.set(key, 'MATCHED');
    for (const entry of undecided) found.set(entry.rule.key, 'UNKNOWN');
  }
  return Object.fromEntries(found);
}

const told = ({ offers }: Explanation) =>
  Object.fromEntries(offers.map(({ offerKey, made, code }) => [offerKey, made ? 'offered' : code]));

it.each(releases.map((release, at) => [EVALUATORS[at]?.name, release] as const))(
  'tells of every account what the decision found, on a release compiled with the %s evaluator',
  async (name, release) => {
    const numRuns = name === 'reference' ? 40 : 200;
    await fc.assert(
      fc.asyncProperty(snapshots, contexts, async (snapshot, context) => {
        const outcome = await decide(release, snapshot, { context, first: 3, ...NOTHING_BEFORE }, NOW);
        const explanation = explainOutcome(release, outcome, NOW);
        const traced = Object.fromEntries(explanation.rules.map((trace) => [trace.key, trace.outcome]));
        expect(traced).toEqual(await outcomesByRule(release, outcome));
        expect(told(explanation)).toEqual(fates(outcome));
        const scored = explanation.readiness.rules.filter((scoring) => scoring.outcome === 'MATCHED');
        expect(scored.map(({ key, points }) => ({ ruleKey: key, points }))).toEqual(outcome.readiness.points);
        expect(explanation.motion?.key ?? null).toBe(outcome.motion.ruleKey);
        for (const { outcome: found, unmet } of explanation.rules)
          expect(unmet === 0).toBe(found === 'MATCHED');
      }),
      { numRuns },
    );
  },
);

it('gives one explanation whichever evaluator the release was compiled with', async () => {
  const [one, ...others] = await Promise.all(
    releases.map(async (release) => {
      const outcome = await decide(
        release,
        aSnapshot(),
        { context: { surface: 'IN_APP' }, first: 3, ...NOTHING_BEFORE },
        NOW,
      );
      return explainOutcome(release, outcome, NOW);
    }),
  );
  for (const other of others) expect(other).toEqual(one);
});

describe('the facts of a stage', () => {
  const seesMotion = rule('late', when('motion', 'equal', 'UPSELL'), recommend('growth-plan'));
  const early = (key: string, fact: string, type: 'score' | 'assign-motion') =>
    rule(
      key,
      when(fact, 'isMissing', true),
      type === 'score' ? { type, params: { points: 5 } } : { type, params: { motion: 'RENEWAL' } },
    );
  const release = aRelease({
    rule: [
      seesMotion,
      early('score-early', 'upsellReadiness', 'score'),
      early('motion-early', 'motion', 'assign-motion'),
      rule('scored', when('upsellReadiness', 'equal', 5), {
        type: 'assign-motion',
        params: { motion: 'RETENTION' },
      }),
    ],
  });

  it('are those that it saw: what it finds itself was not known yet', async () => {
    const explanation = explainOutcome(release, await ask(release), NOW);
    const outcomes = Object.fromEntries(explanation.rules.map(({ key, outcome }) => [key, outcome]));
    expect(outcomes).toMatchObject({
      'score-early': 'MATCHED',
      'motion-early': 'MATCHED',
      scored: 'MATCHED',
      late: 'NOT_MATCHED',
    });
    expect(explanation.facts).toMatchObject({ upsellReadiness: 5, motion: 'RENEWAL' });
  });
});

describe('a rule', () => {
  const READY = {
    key: 'ready',
    name: 'Ready',
    conditions: when('account.daysPaid', 'greaterThan', 90),
  };
  const release = aRelease({
    audience: [READY],
    rule: [
      rule(
        'nested',
        {
          all: [
            { condition: 'ready' },
            { not: { fact: 'account.industry', operator: 'equal', value: 'retail' } },
            {
              any: [
                {
                  fact: 'usage.seats.ratio',
                  operator: 'greaterThanInclusive',
                  value: 0.95,
                  name: 'nearly full',
                },
                { fact: 'usage.messages.used', operator: 'greaterThan', value: 10 },
              ],
            },
          ],
        },
        recommend('growth-plan'),
      ),
      rule('off', when('account.plan', 'equal', 'starter'), recommend('growth-plan'), { enabled: false }),
      rule('broken', when('account.plan', 'equals', 'starter'), recommend('growth-plan')),
    ],
  });
  const explained = async (seats: number, industry: string | undefined) =>
    explainOutcome(release, await ask(release, aSnapshot({ industry }, { seats: used(seats) })), NOW);
  const trace = async (key: string, seats = 9, industry: string | undefined = 'healthcare') =>
    (await explained(seats, industry)).rules.find((rule) => rule.key === key);

  it('is told as the tree of its document, with the audiences in it written out', async () => {
    const nested = await trace('nested');
    const shape = (told: ToldCondition): unknown =>
      told.kind === 'comparison'
        ? `${told.fact} ${told.outcome}`
        : { [`${told.kind} ${told.outcome}`]: told.conditions.map(shape) };
    expect(shape(nested!.conditions!)).toEqual({
      'all UNKNOWN': [
        { 'audience MATCHED': [{ 'all MATCHED': ['account.daysPaid MATCHED'] }] },
        { 'not MATCHED': ['account.industry NOT_MATCHED'] },
        { 'any UNKNOWN': ['usage.seats.ratio NOT_MATCHED', 'usage.messages.used UNKNOWN'] },
      ],
    });
  });

  it('that could not be decided names what was missing, and how many comparisons it is away', async () => {
    expect(await trace('nested')).toMatchObject({
      outcome: 'UNKNOWN',
      summary: 'It could not be decided: `usage.messages.used` is missing, should be more than 10',
      unmet: 1,
    });
  });

  it('that did not match tells of what did not hold only', async () => {
    expect(await trace('nested', 9, 'retail')).toMatchObject({
      outcome: 'NOT_MATCHED',
      summary: 'It did not match: `account.industry` is “retail”, should not be “retail”: not met',
      unmet: 2,
    });
  });

  it('that matched tells of what held', async () => {
    expect((await trace('nested', 10))?.summary).toBe(
      'It matched: `account.daysPaid` is 365, should be more than 90: met; `account.industry` is “healthcare”, should not be “retail”: met; `usage.seats.ratio` is 1, should be at least 0.95: met',
    );
  });

  it('keeps the name that the document gives a comparison', async () => {
    expect(JSON.stringify(await trace('nested'))).toContain('"name":"nearly full"');
  });

  it('that is switched off, or broken, is named as such', async () => {
    expect(await trace('off')).toMatchObject({
      stage: 'recommend-offer',
      outcome: 'OFF',
      conditions: null,
      unmet: null,
    });
    expect(await trace('broken')).toMatchObject({
      stage: 'recommend-offer',
      outcome: 'FAILED',
      summary: expect.stringContaining('`equals` is not an operator.'),
    });
  });
});

it('writes audiences out up to a bound, and counts them beyond it', async () => {
  const leaf = { fact: 'account.plan', operator: 'equal', value: 'starter' };
  const audience = {
    key: 'wide',
    name: 'Wide',
    conditions: { all: Array.from({ length: 150 }, () => leaf) },
  };
  const rules = Array.from({ length: 200 }, (_, at) =>
    rule(`r${at}`, { all: [{ condition: 'wide' }] }, { type: 'score' as const, params: { points: 1 } }),
  );
  const release = aRelease({ audience: [audience], rule: rules });
  const { rules: traces } = explainOutcome(release, await ask(release), NOW);
  const wide = traces.filter(({ key }) => key.startsWith('r'));
  expect(wide).toHaveLength(200);
  expect(JSON.stringify(wide).split('"comparison"').length).toBeLessThan(20_200);
  expect(wide.at(-1)).toMatchObject({ outcome: 'MATCHED', summary: expect.stringMatching(/and 146 more$/) });
});
