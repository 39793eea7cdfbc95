import { spawnSync } from 'node:child_process';
import path from 'node:path';

const reporter = path.resolve(__dirname, '../support/counts-reporter.cjs');

/** Runs the reporter in a process of its own, since it speaks last, when the process ends. */
function report(results: Record<string, number>, ci: string): { lines: string[]; status: number | null } {
  const script = `
    const Reporter = require(${JSON.stringify(reporter)});
    const reporter = new Reporter();
    reporter.onRunComplete(new Set(), ${JSON.stringify(results)});
    console.log('what jest prints at the end');
    process.exitCode = reporter.getLastError() ? 1 : 0;`;
  const { stdout, status } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, CI: ci },
  });
  return { lines: stdout.trimEnd().split('\n'), status };
}

const clean = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('the closing line of a test run', () => {
  it('is alone and last, with the counts that jest took', () => {
    expect(report(clean, 'true').lines).toEqual([
      'what jest prints at the end',
      '7 passed, 0 failed, 0 skipped',
    ]);
  });

  it('counts a suite that did not start as failed, and work to be done as skipped', () => {
    const results = {
      ...clean,
      numFailedTests: 2,
      numRuntimeErrorTestSuites: 1,
      numPendingTests: 3,
      numTodoTests: 1,
    };
    expect(report(results, '').lines.at(-1)).toBe('7 passed, 3 failed, 4 skipped');
  });

  it.each([
    ['passes on a developer’s machine', '', 0],
    ['fails where CI is set', 'true', 1],
  ])('a skipped test %s', (_what, ci, status) => {
    expect(report({ ...clean, numPendingTests: 1 }, ci).status).toBe(status);
  });
});
