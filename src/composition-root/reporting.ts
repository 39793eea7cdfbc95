/** Puts reports together: what was recorded, the releases it rests on, and turns for everything else meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { systemClock } from '../adapters/runtime/system-clock';
import { MakeReport } from '../application/report/make-report';
import type { ReleaseProvider } from '../application/ports';

/** Reads of a report are many and small; requests are answered between them. */
export function buildReporting(
  { reports, releases: releaseStore }: Pick<OpenDatabase, 'reports' | 'releases'>,
  releases: ReleaseProvider,
): MakeReport {
  return new MakeReport({
    reader: reports,
    releaseStore,
    releases,
    clock: systemClock,
    pause: () => nextTurn(),
  });
}
