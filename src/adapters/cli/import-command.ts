/** Carries out `import`: from the words typed to the exit code. */
import {
  IMPORT_FORMATS,
  IMPORT_SUBJECTS,
  type ImportObserver,
  type ImportOutcome,
  type ImportRequest,
} from '../../application/import/import-ports';
import { importDisplay } from './import-display';
import { importReport } from './import-words';
import type { ImportOptions } from './program';
import { untilStopped } from './until-stopped';
import type { Workbench } from './workbench';

const DONE = 0;
const SOME_REJECTED = 1;
const NOT_UNDERSTOOD = 2;
/** What a shell reports of a command that Ctrl-C ended. */
const STOPPED = 130;

/** Exit codes: 0 everything applied or known, 1 some lines rejected, 2 not understood or not readable, 130 stopped. */
export async function importCommand(
  workbench: Workbench,
  subject: string,
  file: string,
  options: ImportOptions,
): Promise<number> {
  const request = toRequest(subject, file, options);
  if (typeof request === 'string') {
    workbench.print(`${request}\n`);
    return NOT_UNDERSTOOD;
  }
  const outcome = await importFrom(workbench, request);
  workbench.print(importReport(outcome, commandFor(request)));
  return exitCodeOf(outcome);
}

async function importFrom(workbench: Workbench, request: ImportRequest): Promise<ImportOutcome> {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const service = await workbench.open();
  try {
    await service.prepare({ seed: false });
    return await watched(workbench, request, (display) => service.importFrom(request, display, stop.signal));
  } finally {
    await service.close();
  }
}

/** A fault is told by main; what it interrupts can go on. */
async function watched(
  { print, terminal }: Workbench,
  request: ImportRequest,
  run: (display: ImportObserver) => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  const display = importDisplay(print, terminal);
  try {
    return await run(display).finally(() => display.end());
  } catch (fault) {
    print(`Interrupted. To go on: ${commandFor(request)}\n`);
    throw fault;
  }
}

function toRequest(subject: string, file: string, options: ImportOptions): ImportRequest | string {
  const known = IMPORT_SUBJECTS.find((each) => each === subject);
  const format = IMPORT_FORMATS.find((each) => each === options.format);
  if (known === undefined) return `import takes one of ${IMPORT_SUBJECTS.join(', ')}.`;
  if (options.format !== undefined && format === undefined)
    return `--format takes one of ${IMPORT_FORMATS.join(', ')}.`;
  return { subject: known, file, format: format ?? null, restart: options.restart ?? false };
}

function commandFor({ subject, file, format }: ImportRequest): string {
  const given = format === null ? '' : ` --format ${format}`;
  const path = /^[\w./-]+$/.test(file) ? file : JSON.stringify(file);
  return `npm run import -- ${subject} ${path}${given}`;
}

function exitCodeOf(outcome: ImportOutcome): number {
  if (outcome.outcome === 'refused') return NOT_UNDERSTOOD;
  if (outcome.outcome === 'stopped') return STOPPED;
  return outcome.state.counts.rejected > 0 ? SOME_REJECTED : DONE;
}
