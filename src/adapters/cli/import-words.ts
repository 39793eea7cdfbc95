/** Words how an import is going and how it ended. */
import pc from 'picocolors';
import type { ImportOutcome, ImportState } from '../../application/import/import-ports';

const count = (number: number): string => Math.round(number).toLocaleString('en-US');

/** Records a second of this run. */
export const rateOf = ({ records, elapsedMs }: ImportState): number =>
  elapsedMs <= 0 ? 0 : (records * 1000) / elapsedMs;

/** Milliseconds until everything is read at the pace so far; null when nobody can know. */
export function timeLeft({ bytesRead, bytesBefore, totalBytes, elapsedMs }: ImportState): number | null {
  const read = bytesRead - bytesBefore;
  return totalBytes === null || read <= 0 ? null : ((totalBytes - bytesRead) * elapsedMs) / read;
}

/** `4 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** One line for a log: lines, pace, share of the bytes and the time that is left. */
export function progressLine(state: ImportState): string {
  const left = timeLeft(state);
  const share = state.totalBytes === null ? null : (100 * state.bytesRead) / Math.max(state.totalBytes, 1);
  return [
    `${count(state.records)} lines`,
    `${count(rateOf(state))} a second`,
    ...(share === null ? [] : [`${share.toFixed(0)} %`]),
    ...(left === null ? [] : [`${duration(left)} left`]),
  ].join(', ');
}

/** Several lines; `command` is what goes on after an interruption. */
export function importReport(outcome: ImportOutcome, command: string): string {
  if (outcome.outcome === 'refused') return outcome.problems.map((problem) => `${problem}\n`).join('');
  const { state, rejectedName } = outcome;
  const { applied, duplicate, rejected } = state.counts;
  const lines = [
    `${count(state.records)} lines in ${duration(state.elapsedMs)}, ${count(rateOf(state))} a second`,
    `${pc.green('applied')} ${count(applied)}  ${pc.dim('duplicate')} ${count(duplicate)}  ${rejected === 0 ? 'rejected 0' : pc.red(`rejected ${count(rejected)}`)}`,
    ...(rejected === 0 ? [] : [`Rejected lines, with reasons: ${rejectedName}`]),
    ...(outcome.outcome === 'stopped' ? [`Stopped. To go on: ${command}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
