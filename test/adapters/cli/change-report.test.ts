import { stripVTControlCharacters } from 'node:util';
import { changeReport } from '../../../src/adapters/cli/change-report';
import { changesBetween } from '../../../src/domain/changes/changes-between';
import { sampleSet, setWith } from '../../support/document-samples';

describe('the report of changes', () => {
  it('tells of each document what differs, and counts', () => {
    const before = sampleSet();
    const after = setWith('rule', { priority: 20 });
    const withoutOne = { ...after, audience: new Map([...after.audience].slice(1)) };
    const report = changeReport(changesBetween(before, withoutOne), 7);
    expect(
      stripVTControlCharacters(report)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      '- audience/busy',
      '~ rule/at-seat-limit',
      'priority: 10 → 20',
      '',
      '0 added, 1 changed, 1 removed since release 7',
      '',
    ]);
  });

  it('is one line where nothing differs', () => {
    expect(changeReport([], 7)).toBe('The documents are those of release 7.\n');
  });
});
