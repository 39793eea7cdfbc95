import { didYouMean, nearNames } from '../../../src/domain/rules/near-names';

const NAMES = ['account.plan', 'account.planTier', 'usage.seats.ratio', 'usage.seats.used', 'health.csat'];

it.each([
  ['account.pln', ['account.plan', 'account.planTier']],
  ['usage.seat.ratio', ['usage.seats.ratio', 'usage.seats.used']],
  ['HEALTH.CSAT', ['health.csat']],
  ['zzzzzzzzzzzzzzzzzzzzzz', []],
])('finds what is near to %s', (name, near) => {
  expect(nearNames(name, NAMES)).toEqual(near);
});

it('offers three names at most', () => {
  expect(nearNames('ab', ['aa', 'ac', 'ad', 'ae'])).toEqual(['aa', 'ac', 'ad']);
});

it.each([
  [['csat'], 'Did you mean `csat`?'],
  [['csat', 'csaa'], 'Did you mean `csat`?'],
  [['csa', 'csaa'], 'Did you mean `csa` or `csaa`?'],
  [['csa', 'csaa', 'cs'], 'Did you mean `csa`, `csaa` or `cs`?'],
  [[], null],
])('asks whether one of %j was meant', (names, question) => {
  expect(didYouMean('csat', names)).toBe(question);
});
