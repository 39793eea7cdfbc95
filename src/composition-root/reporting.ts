/** Puts reports together: what was recorded, the releases it rests on, and turns for everything else meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { systemClock } from '../adapters/runtime/system-clock';
import type { ReleaseProvider } from '../application/ports';
import { MakeReport } from '../application/report/make-report';
import type { ReportQuestion } from '../application/report/report-question';
import { takeTurns } from '../application/report/take-turns';

/** Reads of a report are many and small, and requests are answered between them; reports wait for one another. */
export function buildReporting(
  { reports, releases: releaseStore }: Pick<OpenDatabase, 'reports' | 'releases'>,
  releases: ReleaseProvider,
) {
  const report = new MakeReport({
    reader: reports,
    releaseStore,
    releases,
    clock: systemClock,
    pause: () => nextTurn(),
  });
  return takeTurns((question: ReportQuestion) => report.execute(question));
}
