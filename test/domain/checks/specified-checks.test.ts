/** What each check finds in one bent document. */
import { DOCUMENT_KINDS, type DocumentKind } from '../../../src/domain/documents/document-kind';
import { SAMPLES } from '../../support/document-samples';
import { found } from '../../support/validation';

test.each(DOCUMENT_KINDS)('the sound %s sample has no problem', (kind) => {
  expect(found(kind, {})).toEqual([]);
});

const leaf = { fact: 'account.plan', operator: 'equal', value: 'growth' };
const event = (type: string, params: object) => ({ event: { type, params } });
const recommend = (params: object) =>
  event('recommend-offer', { offer: 'growth-plan', signal: 'EXPLICIT_ASK', ...params });
const notify = (params: object) =>
  event('notify', { kind: 'SERVICE', placements: ['header'], title: 'T', body: 'B', ...params });
const link = (url?: string) => notify({ actions: [{ kind: 'LINK', label: 'Open', url }] });
const treatment = (more: object) => ({ ...(SAMPLES.offer[0].treatments as object[])[0], ...more });
const price = { currency: 'USD', interval: 'MONTH', minorUnits: 1 };

const cases: [DocumentKind, Record<string, unknown>, string[]][] = [
  [
    'audience',
    { conditions: { all: [{ condition: 'payng' }] } },
    ['UNKNOWN_AUDIENCE /conditions/all/0/condition'],
  ],
  ['audience', { conditions: { any: [leaf, { condition: 'busy' }] } }, ['AUDIENCE_CYCLE /conditions']],
  ['audience', { conditions: { condition: 'paying' } }, ['AUDIENCE_CYCLE /conditions']],
  ['rule', recommend({ offer: 'growth-plna' }), ['UNKNOWN_OFFER /event/params/offer']],
  ['rule', recommend({ metric: 'seat' }), ['UNKNOWN_METRIC /event/params/metric']],
  ['rule', { topic: 'bundle' }, ['UNKNOWN_TOPIC /topic']],
  ['rule', event('suppress', { offers: ['growth-plan', 'x'] }), ['UNKNOWN_OFFER /event/params/offers/1']],
  [
    'rule',
    event('create-task', { kind: 'TASK', assignee: 'owner', title: 'T', summary: 'S', topic: 'x' }),
    ['UNKNOWN_TOPIC /event/params/topic'],
  ],
  [
    'rule',
    event('assign-motion', { motion: 'UPSELL', daysToDecision: { fact: 'account.plan' } }),
    ['OPERAND_TYPE /event/params/daysToDecision/fact'],
  ],
  [
    'rule',
    event('assign-motion', { motion: 'UPSELL', daysToDecision: { fact: 'account.days' } }),
    ['UNKNOWN_FACT /event/params/daysToDecision/fact'],
  ],
  ['rule', recommend({ signal: 'USAGE_LIMIT' }), ['METRIC_MISSING /event/params/metric']],
  ['rule', notify({ kind: 'USAGE_LIMIT' }), ['METRIC_MISSING /event/params/metric']],
  [
    'rule',
    recommend({ offer: 'seat-pack', signal: 'USAGE_LIMIT', metric: 'messages' }),
    ['METRIC_NOT_LIFTED /event/params/metric'],
  ],
  ['rule', recommend({ whyShown: '{{account.pln}}' }), ['UNKNOWN_PLACEHOLDER /event/params/whyShown']],
  ['rule', recommend({ whyShown: '{% if x %}' }), ['TEMPLATE_SYNTAX /event/params/whyShown']],
  ['rule', notify({ title: '{{trigger.used}}' }), ['UNKNOWN_PLACEHOLDER /event/params/title']],
  ['rule', notify({ title: '{{trigger.used}}', metric: 'seats' }), []],
  ['rule', link('/billing'), []],
  ['rule', link('https://app.example.com/billing?x=1'), []],
  ['rule', link('javascript:alert(1)'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('//evil.example'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('/\\evil.example'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('https://evil.example'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('https://app.example.com@evil.example/'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('/billing now'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('/billing\\..\\x'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  ['rule', link('http://app.example.com/'), ['LINK_NOT_ALLOWED /event/params/actions/0/url']],
  [
    'rule',
    notify({ actions: [{ kind: 'LINK', label: 'Open' }] }),
    ['LINK_MISPLACED /event/params/actions/0/url'],
  ],
  [
    'rule',
    notify({ actions: [{ kind: 'DECLINE', label: 'No', url: '/no' }] }),
    ['LINK_MISPLACED /event/params/actions/0/url'],
  ],
  ['rule', notify({ title: 'safe\u202etxt' }), ['DIRECTION_CHARACTER /event/params/title']],
  ['rule', { description: '=HYPERLINK("x")' }, ['FORMULA_TEXT /description']],
  ['rule', { key: 'a-twin' }, []],
  ['rule', { key: 'the-twin' }, ['DUPLICATE_RULE ']],
  ['offer', { plan: 'grwth' }, ['UNKNOWN_PLAN /plan']],
  ['offer', { topic: 'x' }, ['UNKNOWN_TOPIC /topic']],
  ['offer', { availableOn: ['starter', 'x'] }, ['UNKNOWN_PLAN /availableOn/1']],
  ['offer', { plan: undefined }, ['OFFER_KIND /plan']],
  ['offer', { prices: [price] }, ['OFFER_KIND /prices']],
  ['offer', { kind: 'ADD_ON', plan: undefined }, ['OFFER_KIND /features', 'OFFER_KIND /prices']],
  ['offer', { kind: 'ADD_ON', features: ['sso'], prices: [price] }, ['OFFER_KIND /plan']],
  [
    'offer',
    { kind: 'CAPACITY', plan: undefined, prices: [price], adds: { sets: 1 } },
    ['UNKNOWN_METRIC /adds/sets'],
  ],
  ['offer', { kind: 'RETURN_OFFER' }, ['OFFER_MOTION /motion']],
  ['offer', { treatments: [treatment({ weight: 0 })] }, ['NO_WEIGHT /treatments']],
  ['offer', { treatments: [treatment({ weight: 0 }), treatment({ key: 'b', weight: 1 })] }, []],
  ['offer', { treatments: [treatment({}), treatment({})] }, ['DUPLICATE_TREATMENT /treatments/1/key']],
  [
    'offer',
    { treatments: [treatment({ title: '{{figures.to}}' })] },
    ['UNKNOWN_PLACEHOLDER /treatments/0/title'],
  ],
  [
    'offer',
    { treatments: [treatment({ signals: { EXPLICIT_ASK: { title: '{{x}}', body: 'b' } } })] },
    ['UNKNOWN_PLACEHOLDER /treatments/0/signals/EXPLICIT_ASK/title'],
  ],
  [
    'offer',
    { valueCase: { type: 'limit-lift', metric: 'seats', statement: '{{figures.saving}}' } },
    ['UNKNOWN_PLACEHOLDER /valueCase/statement'],
  ],
  ['offer', { validUntil: '2026-01-01T00:00:00Z' }, ['EMPTY_VALIDITY /validUntil']],
  ['offer', { validUntil: '2026-01-01T00:30:00+01:00' }, ['EMPTY_VALIDITY /validUntil']],
  ['offer', { wording: { retail: { seats: '{{x}}' } } }, ['TEMPLATE_SYNTAX /wording/retail/seats']],
  [
    'plan',
    { prices: [{ ...price, currency: 'ZZZ' }] },
    ['UNKNOWN_CURRENCY /prices/0/currency', 'PRICE_MISSING /prices'],
  ],
  ['plan', { prices: [price, { ...price, currency: 'EUR' }] }, []],
  ['plan', { prices: [price, price] }, ['DUPLICATE_PRICE /prices/1']],
  ['plan', { overage: { seats: { QQQ: 2 } } }, ['UNKNOWN_CURRENCY /overage/seats/QQQ']],
  ['plan', { limits: { sets: 1 } }, ['UNKNOWN_METRIC /limits/sets']],
  [
    'plan',
    { thresholds: { seats: [{ ratio: 1 }, { ratio: 0.8 }] } },
    ['THRESHOLD_ORDER /thresholds/seats/1'],
  ],
  ['plan', { thresholds: { seats: [{ ratio: 0.8 }, { ratio: 1 }] } }, []],
  ['plan', { thresholds: { seats: [{ ratio: 1 }, { ratio: 1 }] } }, ['THRESHOLD_ORDER /thresholds/seats/1']],
  [
    'plan',
    { thresholds: { seats: [{ ratio: 0.8 }, { absolute: 5 }] } },
    ['THRESHOLD_ORDER /thresholds/seats/1'],
  ],
  ['plan', { thresholds: { seats: [{ absolute: 5 }, { ratio: 0.8 }] } }, []],
  ['plan', { limits: { seats: 0 }, thresholds: { seats: [{ absolute: 5 }, { ratio: 0.8 }] } }, []],
  ['fact', { fields: {} }, ['FACT_DECLARATION /fields']],
  ['fact', { type: 'list', sample: [], allowedKeys: undefined }, ['FACT_DECLARATION /items']],
  ['fact', { minimum: 1 }, ['FACT_DECLARATION /type']],
  ['fact', { type: 'integer', sample: 1, minimum: 2, maximum: 1 }, ['FACT_DECLARATION /minimum']],
  ['fact', { sample: 7 }, ['FACT_DECLARATION /sample']],
  ['fact', { allowed: ['a', 1] }, ['FACT_DECLARATION /allowed/1']],
  ['fact', { key: 'account.*.plan' }, ['FACT_DECLARATION /key']],
  ['fact', { unit: '*' }, ['FACT_DECLARATION /unit']],
  [
    'fact',
    { type: 'object', sample: {}, fields: { "it's": { type: 'string' } } },
    ['FACT_DECLARATION /fields'],
  ],
  ['test', { account: { plan: 'strter' } }, ['UNKNOWN_PLAN /account/plan']],
  ['test', { usage: { sets: 1 } }, ['UNKNOWN_METRIC /usage/sets']],
  ['test', { expect: { offers: ['x'] } }, ['UNKNOWN_OFFER /expect/offers/0']],
  [
    'test',
    { history: { prompts: [{ offer: 'x', shownAt: '2026-01-01T00:00:00Z' }] } },
    ['UNKNOWN_OFFER /history/prompts/0/offer'],
  ],
  [
    'test',
    { history: { dismissedNotices: [{ rule: 'x', at: '2026-01-01T00:00:00Z' }] } },
    ['UNKNOWN_RULE /history/dismissedNotices/0/rule'],
  ],
  ['test', { expect: { suppressed: { x: 'HOLDOUT' } } }, ['UNKNOWN_OFFER /expect/suppressed/x']],
  ['test', { expect: { tasks: ['x'] } }, ['UNKNOWN_RULE /expect/tasks/0']],
  ['test', { expect: { speaking: ['x'] } }, ['UNKNOWN_RULE /expect/speaking/0']],
  ['test', { expect: { guarding: ['x'] } }, ['UNKNOWN_RULE /expect/guarding/0']],
  ['test', { expect: { audiences: { x: true } } }, ['UNKNOWN_AUDIENCE /expect/audiences/x']],
  ['test', { expect: { facts: { x: 1 } } }, ['UNKNOWN_FACT /expect/facts/x']],
  ['test', { expect: { audiences: { paying: true }, facts: { 'account.plan': 'starter' } } }, []],
];

test.each(cases)('%s with %j: %j', (kind, members, findings) => {
  expect(found(kind, members)).toEqual(findings);
});
