/** jest reporter: ends a run with its own counts on one line, and lets no skipped test pass where CI is set. */
'use strict';
const { writeSync } = require('node:fs');

/** Prints `N passed, N failed, N skipped` after everything else; suites that did not even start count as failed. */
module.exports = class CountsReporter {
  #error;

  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (process.env.CI && skipped > 0) {
      this.#error = new Error(`${skipped} skipped: where CI is set every test runs.`);
    }
    const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
    process.once('exit', () => writeSync(1, line));
  }

  getLastError() {
    return this.#error;
  }
};
