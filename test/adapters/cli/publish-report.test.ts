/** What publishing tells at the terminal. */
import { stripVTControlCharacters } from 'node:util';
import { publishReport } from '../../../src/adapters/cli/publish-report';
import { NOT_PUBLISHED } from '../../../src/application/govern/publish-outcome';
import { notPublishable } from '../../../src/application/govern/govern-refusals';

const told = (...given: Parameters<typeof publishReport>) =>
  stripVTControlCharacters(publishReport(...given));

it('names the tests that failed with what differs, and counts none that were not asked', () => {
  const failedTests = [
    { key: 'day-90', passed: false, differences: ['Expected no offers; found growth-plan.'] },
  ];
  expect(told({ ...NOT_PUBLISHED, failedTests, error: notPublishable(0, 1) })).toBe(
    'failed day-90\n  Expected no offers; found growth-plan.\n\nNot published: one failed rule test.\n',
  );
});

it('says which release it became, or when it will', () => {
  expect(told({ ...NOT_PUBLISHED, release: 7, error: null })).toBe('Published release 7.\n');
  const schedule = { at: '2026-06-01T09:00:00.000Z', message: 'Why', by: { id: 'a', name: 'Ann' } };
  expect(told({ ...NOT_PUBLISHED, schedule, error: null })).toContain(
    'Scheduled for 2026-06-01T09:00:00.000Z',
  );
});
