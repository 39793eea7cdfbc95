/** Prices that are missing in a currency in use. */
import { checkDocuments } from '../../../src/domain/checks/check-documents';
import { ALWAYS, documentsOf, offer, recommend, rule, type Input } from '../../support/decisions-release';
import { checkTools } from '../../support/validation';

const price = (currency: string, interval: 'MONTH' | 'YEAR') => ({ currency, interval, minorUnits: 100 });
const MONTH = price('USD', 'MONTH');
const YEAR = price('USD', 'YEAR');
const EUROS = price('EUR', 'MONTH');

const plan = (key: string, tier: number, members: Partial<Input<'plan'>>): Input<'plan'> => ({
  key,
  name: key,
  family: 'core',
  tier,
  features: [],
  prices: [MONTH],
  limits: {},
  ...members,
});

const addOn = (members: Partial<Input<'offer'>>): Input<'offer'> => ({
  ...offer('audit'),
  kind: 'ADD_ON',
  plan: undefined,
  features: ['audit'],
  family: 'core',
  prices: [MONTH],
  ...members,
});

interface Catalogue {
  readonly starter?: Partial<Input<'plan'>>;
  readonly growth?: Partial<Input<'plan'>>;
  readonly audit?: Partial<Input<'offer'>>;
}

const found = ({ starter = {}, growth = {}, audit = {} }: Catalogue) => {
  const documents = documentsOf({
    plan: [plan('starter', 1, starter), plan('growth', 2, growth)],
    offer: [offer('growth-plan'), addOn(audit)],
    rule: [rule('plans', ALWAYS, recommend('growth-plan')), rule('add-ons', ALWAYS, recommend('audit'))],
  });
  return checkDocuments(documents, checkTools)
    .filter(({ problem }) => problem.code === 'PRICE_MISSING')
    .map(
      ({ key, problem }) => `${problem.severity} ${key} ${problem.pointer} ${problem.message.slice(0, 36)}`,
    );
};

test('a family whose plans and add-ons are all sold alike misses nothing', () => {
  expect(found({})).toEqual([]);
  const all = { prices: [MONTH, YEAR, EUROS] };
  expect(found({ starter: all, growth: all, audit: all })).toEqual([]);
});

test('what has no price in a currency that another plan has one in is told of', () => {
  expect(found({ growth: { prices: [MONTH, EUROS] } })).toEqual([
    'WARNING starter /prices There is no price in EUR per MONTH, ',
    'WARNING audit /prices There is no price in EUR per MONTH, ',
  ]);
});

test('so is what is sold by the month only, where an add-on is sold by the year', () => {
  expect(found({ growth: { prices: [MONTH, YEAR] }, audit: { prices: [MONTH, YEAR] } })).toEqual([
    'WARNING starter /prices There is no price in USD per YEAR, i',
  ]);
});

test.each<[string, Catalogue]>([
  ['a plan that is retired', { growth: { prices: [MONTH, EUROS], status: 'retired' } }],
  ['an add-on that is retired', { audit: { prices: [MONTH, EUROS], status: 'retired' } }],
  ['a plan of another family', { growth: { prices: [MONTH, EUROS], family: 'desk' } }],
])('%s puts no currency in use', (_, catalogue) => {
  expect(found(catalogue)).toEqual([]);
});

test('an amount of its own is no price of its own', () => {
  expect(found({ growth: { prices: [{ ...MONTH, minorUnits: 900 }] } })).toEqual([]);
});
