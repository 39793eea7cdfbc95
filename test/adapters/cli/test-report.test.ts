import { testReport } from '../../../src/adapters/cli/test-report';

describe('the report of rule tests', () => {
  it('tells what differs in each failing test, and counts the rest', () => {
    const report = testReport([
      { key: 'day-90-is-too-early', passed: true, differences: [] },
      { key: 'day-91-is-in', passed: false, differences: ['Expected the offers growth-plan, got none.'] },
    ]);
    expect(report).toContain('day-91-is-in');
    expect(report).toContain('Expected the offers growth-plan, got none.');
    expect(report).not.toContain('day-90-is-too-early');
    expect(report).toContain('1 of 2 rule tests passed');
  });

  it('is one line when all pass', () => {
    expect(
      testReport([{ key: 'a', passed: true, differences: [] }])
        .trim()
        .split('\n'),
    ).toHaveLength(1);
  });
});
