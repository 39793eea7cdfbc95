/** Prints what became of publishing: what keeps it back, stage by stage, then the outcome in one sentence. */
import pc from 'picocolors';
import type { PublishResult } from '../../application/govern/govern-results';
import { problemLines } from './problem-report';
import { failedTest } from './test-report';

/** Ends with the sentence that counts. */
export function publishReport(result: PublishResult): string {
  const { findings, failedTests } = result;
  const found = findings.map(
    ({ kind, key, problem }) => `${pc.bold(`${kind}/${key}`)}\n${problemLines(problem)}`,
  );
  return `${[...found, ...failedTests.map(failedTest), outcomeOf(result)].join('\n\n')}\n`;
}

function outcomeOf({ release, schedule, error }: PublishResult): string {
  if (error !== null) return pc.red(error.message);
  if (schedule !== null) return pc.green(`Scheduled for ${schedule.at}; an edit before then takes it back.`);
  return pc.green(`Published release ${release}.`);
}
