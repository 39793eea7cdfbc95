/** Prints what became of the corruptions: a line per kind, then every one that got through. */
import { groupBy } from '../../src/domain/collections/group-by';
import { markdownTable } from '../service/markdown-table';
import type { Mutation } from './all-mutations';
import type { Verdict } from './mutation-judge';
import { MUTATION_KINDS } from './mutation-kinds';

/** A corruption and what became of it. */
export interface Judged {
  readonly mutation: Mutation;
  readonly verdict: Verdict;
}

/** Markdown. Warnings are counted beside the rest: they stop nothing. */
export function mutationsTable(judged: readonly Judged[]): string {
  const byKind = groupBy(judged, ({ mutation }) => mutation.kind);
  const rows = MUTATION_KINDS.flatMap((kind) => {
    const group = byKind.get(kind);
    return group === undefined ? [] : [rowOf(kind, group)];
  });
  const head = [
    'corruption',
    'made',
    'stopped by checks',
    'stopped by tests',
    'got through',
    'of these warned',
  ];
  return markdownTable(head, [...rows, rowOf('all', judged)]);
}

/** One line each: document, pointer, before and after. */
export function throughList(judged: readonly Judged[]): string {
  const through = judged.filter(({ verdict }) => verdict.by === 'nothing');
  if (through.length === 0) return 'Nothing got through.';
  return ['Got through:', ...through.map(throughLine)].join('\n');
}

/** Share of those that got through, 0 to 1; 0 of none. */
export function shareThrough(judged: readonly Judged[]): number {
  return judged.length === 0 ? 0 : countOf(judged, 'nothing') / judged.length;
}

function rowOf(name: string, group: readonly Judged[]): readonly string[] {
  const warned = group.filter(({ verdict }) => verdict.by === 'nothing' && verdict.warnings.length > 0);
  const counts = [group.length, countOf(group, 'checks'), countOf(group, 'tests')];
  const share = `${countOf(group, 'nothing')} (${(100 * shareThrough(group)).toFixed(1)} %)`;
  return [name, ...counts.map(String), share, String(warned.length)];
}

function countOf(group: readonly Judged[], by: Verdict['by']): number {
  return group.filter(({ verdict }) => verdict.by === by).length;
}

function throughLine({ mutation, verdict }: Judged): string {
  const { document, pointer, kind } = mutation;
  const [before, after] = [mutation.before, mutation.after].map((value) => shown(value));
  const warned = verdict.warnings.length === 0 ? '' : ` (warned: ${verdict.warnings.join(', ')})`;
  return `- ${document.kind}/${document.key} ${pointer}: ${before} → ${after} (${kind})${warned}`;
}

const MOST_SHOWN = 160;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
