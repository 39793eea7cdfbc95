/** Shows how an import is going: a bar on a terminal, else a line every few seconds. */
import { SingleBar } from 'cli-progress';
import type { ImportObserver, ImportState } from '../../application/import/import-ports';
import { duration, progressLine, rateOf, timeLeft } from './import-words';

/** Milliseconds between two lines in a log. */
const LINE_EVERY_MS = 5_000;

/** Ends what is shown, so that other text can follow. */
export interface ImportDisplay extends ImportObserver {
  end(): void;
}

/** A bar needs a terminal, and a total that only the first batch tells. */
export function importDisplay(print: (text: string) => void, terminal: boolean): ImportDisplay {
  const resumed = (line: number) =>
    print(`Going on after line ${line.toLocaleString('en-US')}, where the last run stopped.\n`);
  return terminal ? { resumed, ...barOr(linesOf(print)) } : { resumed, ...linesOf(print) };
}

type Showing = Pick<ImportDisplay, 'advanced' | 'end'>;

function linesOf(print: (text: string) => void): Showing {
  let shownAt = 0;
  return {
    advanced: (state) => {
      if (state.elapsedMs - shownAt < LINE_EVERY_MS) return;
      shownAt = state.elapsedMs;
      print(`${progressLine(state)}\n`);
    },
    end: () => undefined,
  };
}

/** Where the total is unknown there is nothing to fill a bar with. */
function barOr(lines: Showing): Showing {
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {records} lines | {rate} a second | {left} left',
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
  });
  return {
    advanced: (state) =>
      state.totalBytes === null ? lines.advanced(state) : advance(bar, state, state.totalBytes),
    end: () => bar.stop(),
  };
}

function advance(bar: SingleBar, state: ImportState, totalBytes: number): void {
  const left = timeLeft(state);
  const words = {
    records: state.records.toLocaleString('en-US'),
    rate: Math.round(rateOf(state)).toLocaleString('en-US'),
    left: left === null ? 'unknown' : duration(left),
  };
  if (bar.isActive) bar.update(state.bytesRead, words);
  else bar.start(totalBytes, state.bytesRead, words);
}
