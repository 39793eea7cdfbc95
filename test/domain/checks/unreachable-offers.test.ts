/** Offers that nobody can be made. */
import { checkDocuments } from '../../../src/domain/checks/check-documents';
import { ALWAYS, documentsOf, offer, recommend, rule, type Input } from '../../support/decisions-release';
import { checkTools } from '../../support/validation';

const found = (members: Partial<Input<'offer'>>, rules: Partial<Input<'rule'>> = {}) => {
  const recommending = { ...rule('r', ALWAYS, recommend('growth-plan')), ...rules };
  const documents = documentsOf({ offer: [offer('growth-plan', members)], rule: [recommending] }, ['rule']);
  return checkDocuments(documents, checkTools)
    .filter(({ key, kind }) => kind === 'offer' && key === 'growth-plan')
    .map(({ problem }) => `${problem.severity} ${problem.code} ${problem.pointer}`);
};

it('an offer that a rule recommends and that leads upwards can be made', () => {
  expect(found({})).toEqual([]);
});

it.each<[string, Partial<Input<'offer'>>, Partial<Input<'rule'>>, string]>([
  ['that only a rule that is off recommends', {}, { enabled: false }, 'WARNING OFFER_UNREACHABLE '],
  ['up to the lowest plan', { plan: 'starter' }, {}, 'WARNING PLAN_OUT_OF_REACH /plan'],
  [
    'up, sold on the very plan it leads to',
    { availableOn: ['growth'] },
    {},
    'WARNING PLAN_OUT_OF_REACH /plan',
  ],
  [
    'down to the highest plan',
    { kind: 'PLAN_DOWNGRADE', motion: 'DOWNGRADE', plan: 'growth' },
    {},
    'WARNING PLAN_OUT_OF_REACH /plan',
  ],
])('an offer %s is told of', (_, members, rules, problem) => {
  expect(found(members, rules)).toContain(problem);
});

it('an offer that is retired is left alone', () => {
  expect(found({ status: 'retired' }, { enabled: false })).toEqual([]);
});
