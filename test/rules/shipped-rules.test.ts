/** Holds the shipped documents to what the mission asks of them. */
import { decide } from '../../src/domain/decisions/decide';
import { isControl } from '../../src/domain/decisions/control-cohort';
import { ruleTestSnapshot } from '../../src/domain/decisions/rule-test-snapshot';
import type { DecisionContext } from '../../src/domain/decisions/decision';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { ruleTestDocumentSchema } from '../../src/domain/documents/kinds/rule-test-document';
import { valueCasesOf } from '../../src/domain/documents/value-cases';
import { NOTHING_BEFORE } from '../support/decisions-ask';
import { releaseOf, shippedDocuments, withRule } from '../support/shipped-rules';

/** An account outside the control cohort. */
const treated = { id: 'acme-dental' };
let documents: DocumentSet;

beforeAll(async () => {
  documents = await shippedDocuments();
});

async function decideFor(set: DocumentSet, test: object, context: DecisionContext = { surface: 'IN_APP' }) {
  const release = releaseOf(set);
  const about = { key: 'case', description: 'A case.', at: '2026-06-01T00:00:00Z', expect: {}, ...test };
  const parsed = ruleTestDocumentSchema.parse(about);
  const account = ruleTestSnapshot(release, parsed);
  if ('problems' in account) throw new Error(account.problems.join(' '));
  return decide(release, account.snapshot, { context, first: 9, ...NOTHING_BEFORE }, Date.parse(parsed.at));
}

function priceOf(plan: string, currency: string, interval: string): number | undefined {
  const prices = documents.plan.get(plan)?.prices ?? [];
  return prices.find((price) => price.currency === currency && price.interval === interval)?.minorUnits;
}

test.each([
  ['starter', 14900, 10, 5000, 3],
  ['growth', 49900, 50, 25000, 15],
  ['scale', 149900, 250, 150000, null],
])('%s costs and holds what the mission says', (key, usd, seats, messages, integrations) => {
  expect(documents.plan.get(key)?.limits).toMatchObject({ seats, messages, integrations });
  expect(priceOf(key, 'USD', 'MONTH')).toBe(usd);
});

test('every plan has a price in dollars and euros, by the month and by the year', () => {
  for (const key of documents.plan.keys()) {
    const cells = ['USD', 'EUR'].flatMap((currency) => ['MONTH', 'YEAR'].map((i) => priceOf(key, currency, i)));
    expect(cells).not.toContain(undefined);
  }
});

test('every plan has three to five thresholds', () => {
  for (const { key, thresholds } of documents.plan.values()) {
    const marks = Object.values(thresholds).flat().length;
    expect([key, marks >= 3 && marks <= 5]).toEqual([key, true]);
  }
});

test('every active offer has a topic section, two treatments and words for three industries', () => {
  for (const offer of documents.offer.values()) {
    expect(documents.topic.get(offer.topic)?.body).toContain(`## ${offer.key}\n`);
    expect(offer.treatments).toHaveLength(2);
    expect(Object.keys(offer.wording)).toEqual(['healthcare', 'hospitality', 'retail']);
  }
});

test('every task finds its talking points in the playbook', () => {
  for (const { key, event } of documents.rule.values()) {
    if (event.type !== 'create-task') continue;
    expect(documents.topic.get(event.params.topic)?.body).toContain(`## ${key}\n`);
  }
});

test('an offer made for several reasons has words of its own for each', () => {
  for (const offer of documents.offer.values()) {
    const events = [...documents.rule.values()].map(({ event }) => event);
    const signals = events.flatMap((event) =>
      event.type === 'recommend-offer' && event.params.offer === offer.key ? [event.params.signal] : [],
    );
    for (const treatment of offer.treatments) {
      const shared = [...new Set(signals)].filter((signal) => !(signal in treatment.signals));
      expect([offer.key, treatment.key, shared.length]).toEqual([offer.key, treatment.key, 1]);
    }
  }
});

test('copy holds no figure that was not computed', () => {
  const copies = [...documents.offer.values()].flatMap(({ treatments, ...offer }) => [
    ...treatments.flatMap((own) => [own, ...Object.values(own.signals)]).flatMap(({ title, body }) => [title, body]),
    ...valueCasesOf(offer).map(({ definition }) => definition.statement),
  ]);
  const notices = [...documents.rule.values()].flatMap(({ event }) =>
    event.type === 'notify' ? [event.params.title, event.params.body] : [],
  );
  const literal = [...copies, ...notices].map((text) => text.replace(/{{.*?}}/g, '').replaceAll('30 days', ''));
  expect(literal.filter((text) => /[0-9$€%]/.test(text))).toEqual([]);
});

test('a notice names the metric and the numbers', async () => {
  const { notices } = await decideFor(documents, { account: { plan: 'growth', ...treated }, usage: { seats: 45 } });
  expect(notices.map(({ title }) => title)).toEqual(['You are at 90 % of your seats: 45 of 50']);
});

test('the value case of the mission: 31,200 messages on Starter, and Growth saves $112', async () => {
  const { offers } = await decideFor(documents, { account: { plan: 'starter', ...treated }, usage: { messages: 31200 } });
  expect(offers[0]?.valueCase?.statement).toBe(
    'You sent 31,200 messages this month; Growth saves you $112 at this volume.',
  );
});

test.each([
  ['starter', { messages: 8000 }, 'Room for 25,000 messages a month instead of 5,000; you are at 8,000.'],
  ['starter', { seats: 9, messages: 4900 }, 'Room for 50 seats instead of 10; you are at 9 today.'],
  ['starter', { integrations: 3 }, 'Room for 15 integrations instead of 3; you have 3 connected.'],
  ['growth', { integrations: 12 }, 'No limit on integrations instead of 15; you have 12 connected.'],
])('on %s, what is told of %j is the limit it lifts, where there is no saving to tell of', async (plan, usage, told) => {
  const { offers } = await decideFor(documents, { account: { plan, ...treated }, usage });
  expect(offers[0]?.valueCase?.statement).toBe(told);
});

test('no value is told where nothing is known of usage', async () => {
  const context = { surface: 'IN_APP', intent: 'EXPLICIT_ASK' } as const;
  const { offers } = await decideFor(documents, { account: { plan: 'starter', ...treated } }, context);
  expect(offers.map(({ offerKey, valueCase }) => [offerKey, valueCase])).toEqual([['growth-plan', null]]);
});

test('the downgrade is offered once ops turn its motion on', async () => {
  const off = documents.rule.get('motion-downgrade');
  if (off === undefined) throw new Error('The downgrade motion is not shipped.');
  expect(off.enabled).toBe(false);
  const light = { account: { plan: 'growth', ...treated }, usage: { seats: 4, messages: 1000 } };
  const { motion, offers } = await decideFor(withRule(documents, { ...off, enabled: true }), light);
  expect(motion.motion).toBe('DOWNGRADE');
  expect(offers.map(({ offerKey }) => offerKey)).toEqual(['downgrade-to-starter']);
});

test('the control cohort is held out, and answered when it asks', async () => {
  const id = 'spruce-cinemas';
  expect(isControl(id, documents.policy.get('default')?.controlPercent ?? 0)).toBe(true);
  const near = { account: { plan: 'starter', id }, usage: { seats: 9 } };
  const held = await decideFor(documents, near);
  expect(held.control).toEqual({ member: true, wouldHaveOffered: ['growth-plan'] });
  const asked = await decideFor(documents, near, { surface: 'UPGRADE_CHAT', intent: 'EXPLICIT_ASK' });
  expect(asked.offers.map(({ offerKey }) => offerKey)).toEqual(['growth-plan']);
  expect(asked.offers[0]?.disclosure).toContain('AI assistant');
});

test.each([
  ['healthcare', 'You see this because you are at 45 of 50 clinicians.'],
  ['retail', 'You see this because you are at 45 of 50 locations.'],
  ['hospitality', 'You see this because you are at 45 of 50 chairs.'],
  ['legal', 'You see this because you are at 45 of 50 seats.'],
])('in %s the reason is told in the words of the trade', async (industry, reason) => {
  const account = { plan: 'growth', industry, ...treated };
  const { offers } = await decideFor(documents, { account, usage: { seats: 45 } });
  expect(offers.map(({ whyShown }) => whyShown)).toEqual([reason]);
});
