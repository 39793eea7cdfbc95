/** Prints how the rule tests went: the failing ones with what differs, then the counts. */
import pc from 'picocolors';
import type { RuleTestResult } from '../../domain/decisions/run-rule-test';

/** Failing tests first, one paragraph each; ends with a line of counts. */
export function testReport(results: readonly RuleTestResult[]): string {
  const failed = results.filter(({ passed }) => !passed);
  const counts = `${results.length - failed.length} of ${results.length} rule tests passed`;
  return [...failed.map(failedTest), failed.length === 0 ? pc.green(counts) : pc.red(counts), '']
    .join('\n\n')
    .trimStart();
}

/** One that failed, with what differs. */
export function failedTest({ key, differences }: RuleTestResult): string {
  return [`${pc.red('failed')} ${pc.bold(key)}`, ...differences.map((difference) => `  ${difference}`)].join(
    '\n',
  );
}
