/** Lays out a stage: from conditions to terms, from terms to lanes, from lanes to words and rows. */
import type { Steps } from '../../collections/steps';
import type { Condition } from '../condition';
import type { ParsedRule } from '../rule-set';
import { buildColumn, truthRows } from './build-column';
import { SingleColumn, type Column } from './column';
import { Comparisons, NO_RESULT } from './comparisons';
import { LaneWords, type Lane } from './lane-words';
import { levelsOf } from './levels';
import { NormalForm, type Term } from './normal-form';
import { RowPool } from './row-pool';
import type { Level, ResultColumn, StagePlan } from './stage-plan';

/** Lanes that are packed in one step; whole words of 32. */
const LANES_AT_ONCE = 1_024;

/** `rules` in evaluation order. A rule that can't be laid out is among the failed. A step is one rule, or a few words. */
export function* planSteps(
  rules: readonly ParsedRule[],
  audiences: ReadonlyMap<string, Condition>,
): Steps<StagePlan> {
  const comparisons = new Comparisons();
  const form = new NormalForm(audiences, comparisons);
  const { terms, failed } = yield* formRules(rules, form);
  const pool = new RowPool();
  const { columns, resultColumns } = buildColumns(comparisons, pool);
  const shapes = columns.map((column, at) => (column ?? (resultColumns.get(at) as ResultColumn)).rows.shape);
  const words = new LaneWords(comparisons, shapes);
  const firstRule = (form.results.length + 31) & ~31;
  const levels = levelsOf(form.results, comparisons).map((results) =>
    addLevel(
      words,
      results.flatMap((result) => lanesOf(result, form.results[result] ?? [])),
      [...resultColumns.values()].filter(({ result }) => results.includes(result)),
    ),
  );
  levels.push(yield* addRules(words, terms.flatMap((choice, at) => lanesOf(firstRule + at, choice))));
  return { pool, columns, words, levels, rules: rules.map(({ document }) => document), firstRule, failed };
}

function* formRules(
  rules: readonly ParsedRule[],
  form: NormalForm,
): Steps<Pick<StagePlan, 'failed'> & { readonly terms: readonly (readonly Term[])[] }> {
  const failed: { rule: ParsedRule['document']; message: string }[] = [];
  const terms: (readonly Term[])[] = [];
  for (const { document, condition } of rules) {
    try {
      terms.push(form.termsOf(condition, false));
    } catch (error) {
      failed.push({ rule: document, message: error instanceof Error ? error.message : String(error) });
      terms.push([]);
    }
    yield;
  }
  return { terms, failed };
}

function buildColumns(
  comparisons: Comparisons,
  pool: RowPool,
): { readonly columns: readonly (Column | null)[]; readonly resultColumns: ReadonlyMap<number, ResultColumn> } {
  const resultColumns = new Map<number, ResultColumn>();
  const columns = comparisons.columns.map((plan, column) => {
    if (plan.kind !== 'result') return buildColumn(plan, pool);
    if (plan.result === NO_RESULT) return new SingleColumn({ decide: () => 'UNKNOWN' }, truthRows(pool));
    resultColumns.set(column, { column, result: plan.result, rows: truthRows(pool) });
    return null;
  });
  return { columns, resultColumns };
}

function lanesOf(target: number, terms: readonly Term[]): Lane[] {
  return terms.map((term) => ({ target, term }));
}

function addLevel(words: LaneWords, lanes: readonly Lane[], decides: readonly ResultColumn[]): Level {
  const firstWord = words.count;
  words.add(lanes);
  return { firstWord, endWord: words.count, decides };
}

/** Rules are the last level: nothing rests on them. */
function* addRules(words: LaneWords, lanes: readonly Lane[]): Steps<Level> {
  const firstWord = words.count;
  for (let from = 0; from < lanes.length; from += LANES_AT_ONCE) {
    words.add(lanes.slice(from, from + LANES_AT_ONCE));
    yield;
  }
  return { firstWord, endWord: words.count, decides: [] };
}
