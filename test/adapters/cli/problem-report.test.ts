import { problemReport } from '../../../src/adapters/cli/problem-report';
import type { LocatedProblem } from '../../../src/application/govern/review-rules';

const found = (
  document: string,
  pointer: string,
  severity: 'ERROR' | 'WARNING',
  hint: string | null = null,
): LocatedProblem => ({
  document,
  problem: {
    severity,
    pointer,
    code: 'UNKNOWN_FACT',
    message: `There is no fact at ${pointer || 'all'}.`,
    hint,
  },
});

describe('the report of problems', () => {
  it('names each document once, with every problem of it and how to mend it', () => {
    const report = problemReport(
      [
        found('rule/a', '/conditions/all/0/fact', 'ERROR', 'Did you mean `account.plan`?'),
        found('rule/b', '', 'WARNING'),
        found('rule/a', '/event', 'ERROR'),
      ],
      7,
    );
    expect(report.match(/rule\/a/g)).toHaveLength(1);
    expect(report).toContain('/conditions/all/0/fact');
    expect(report).toContain('Did you mean `account.plan`?');
    expect(report).toContain('(the document)');
    expect(report).toMatch(/7 documents, 2 errors, 1 warnings/);
  });

  it('is one line of counts when there is nothing to mend', () => {
    expect(problemReport([], 3)).toBe('3 documents, 0 errors, 0 warnings\n\n');
  });
});
