/** Cohorts: accounts fall on one side for good, in the shares that were asked for. */
import fc from 'fast-check';
import { isControl } from '../../../src/domain/decisions/control-cohort';
import { stickyShare } from '../../../src/domain/decisions/sticky-share';
import { treatmentOf } from '../../../src/domain/decisions/treatment';
import { offerDocumentSchema } from '../../../src/domain/documents/kinds/offer-document';
import { offer, treatment } from '../../support/decisions-release';

const ACCOUNTS = Array.from({ length: 20_000 }, (_, index) => `account-${index}`);
/** Five standard deviations of a share of 20,000. */
const bound = (share: number): number => 5 * Math.sqrt((share * (1 - share)) / ACCOUNTS.length);

function shareOf(isMember: (accountId: string) => boolean): number {
  return ACCOUNTS.filter(isMember).length / ACCOUNTS.length;
}

function weighted(...weights: number[]) {
  const treatments = weights.map((weight, index) => treatment(`t${index}`, weight));
  return offerDocumentSchema.parse(offer('growth-plan', { treatments }));
}

describe('the control cohort', () => {
  it.each([0, 1, 10, 50, 99, 100])('holds %d percent of accounts', (percent) => {
    const share = shareOf((id) => isControl(id, percent));
    expect(Math.abs(share - percent / 100)).toBeLessThanOrEqual(bound(percent / 100));
  });

  it('keeps its members when it grows', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(100), fc.nat(100), (id, a, b) => {
        if (isControl(id, Math.min(a, b))) expect(isControl(id, Math.max(a, b))).toBe(true);
      }),
    );
  });
});

describe('a treatment', () => {
  it.each([
    ['an even split', [1, 1]],
    ['nine to one', [90, 10]],
    ['three ways', [1, 2, 1]],
    ['a weight of nothing', [0, 1]],
  ])('is shown in proportion to its weight: %s', (_, weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const given = weighted(...weights);
    weights.forEach((weight, index) => {
      const share = shareOf((id) => treatmentOf(given, id).key === `t${index}`);
      expect(Math.abs(share - weight / total)).toBeLessThanOrEqual(bound(weight / total));
    });
  });

  it('is the same every time', () => {
    const [one, other] = [weighted(3, 4), weighted(3, 4)];
    fc.assert(fc.property(fc.string(), (id) => treatmentOf(one, id).key === treatmentOf(other, id).key));
  });

  it('is the first where no weight is given to any', () => {
    expect(treatmentOf(weighted(0, 0), 'acme').key).toBe('t0');
  });

  it('says nothing about the control cohort', () => {
    const even = weighted(1, 1);
    const both = shareOf((id) => isControl(id, 50) && treatmentOf(even, id).key === 't0');
    expect(Math.abs(both - 0.25)).toBeLessThanOrEqual(bound(0.25));
  });
});

it('a share is pinned, so that a new version of the library moves nobody', () => {
  expect(stickyShare('control', 'acme')).toBeCloseTo(0.1854871811810881, 12);
  expect(stickyShare('control', 'Zürich 茶')).toBeCloseTo(0.500176387373358, 12);
});
