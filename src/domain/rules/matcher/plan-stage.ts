/** Lays out a stage: from conditions to terms, from terms to lanes, from lanes to words and rows. */
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

/** `rules` in evaluation order. A rule that can't be laid out is among the failed. */
export function planStage(
  rules: readonly ParsedRule[],
  audiences: ReadonlyMap<string, Condition>,
): StagePlan {
  const comparisons = new Comparisons();
  const form = new NormalForm(audiences, comparisons);
  const { terms, failed } = formRules(rules, form);
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
  levels.push(addLevel(words, terms.flatMap((choice, at) => lanesOf(firstRule + at, choice)), []));
  return { pool, columns, words, levels, rules: rules.map(({ document }) => document), firstRule, failed };
}

function formRules(
  rules: readonly ParsedRule[],
  form: NormalForm,
): Pick<StagePlan, 'failed'> & { readonly terms: readonly (readonly Term[])[] } {
  const failed: { rule: ParsedRule['document']; message: string }[] = [];
  const terms = rules.map(({ document, condition }) => {
    try {
      return form.termsOf(condition, false);
    } catch (error) {
      failed.push({ rule: document, message: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
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
