/** Lays out a stage: from conditions to terms, from terms to lanes, from lanes to words and rows. */
import type { Steps } from '../../collections/steps';
import type { Condition } from '../condition';
import type { ParsedRule } from '../rule-set';
import type { ResultColumn } from './column';
import { Columns } from './columns';
import { Comparisons } from './comparisons';
import { LaneWords, type Lane } from './lane-words';
import { orderSteps } from './lane-order';
import { levelsOf } from './levels';
import { Likelihood } from './likelihood';
import { NormalForm, type Term } from './normal-form';
import { RowPool } from './row-pool';
import type { Level, StagePlan } from './stage-plan';

/** `rules` in evaluation order. A rule that can't be laid out is among the failed. A step is one rule, one lane or one word. */
export function* planSteps(
  rules: readonly ParsedRule[],
  audiences: ReadonlyMap<string, Condition>,
): Steps<StagePlan> {
  const comparisons = new Comparisons();
  const form = new NormalForm(audiences, comparisons);
  const { terms, failed } = yield* formSteps(rules, form);
  const pool = new RowPool();
  const columns = new Columns(comparisons.columns, pool);
  const likelihood = new Likelihood(comparisons, form.results);
  const words = new LaneWords(comparisons, columns.shapes, likelihood);
  const firstRule = (form.results.length + 31) & ~31;
  const levels: Level[] = [];
  const makes = [...resultLevels(form, comparisons, columns), ruleLevel(terms, firstRule)];
  for (const { lanes, decides } of makes) {
    const firstWord = words.count;
    yield* words.addSteps(yield* orderSteps(lanes, comparisons, likelihood));
    levels.push({ firstWord, endWord: words.count, decides });
  }
  return { pool, columns, words, levels, rules: rules.map(({ document }) => document), firstRule, failed };
}

function* formSteps(
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

/** What a level makes true, and what is decided by it. */
interface Making {
  readonly lanes: readonly Lane[];
  readonly decides: readonly ResultColumn[];
}

function resultLevels(form: NormalForm, comparisons: Comparisons, columns: Columns): readonly Making[] {
  const columnOf = new Map(columns.results.map((column) => [column.result, column]));
  return levelsOf(form.results, comparisons).map((results) => ({
    lanes: results.flatMap((result) => lanesOf(result, form.results[result] ?? [])),
    decides: results.flatMap((result) => columnOf.get(result) ?? []),
  }));
}

/** Nothing rests on rules. */
function ruleLevel(terms: readonly (readonly Term[])[], firstRule: number): Making {
  return { lanes: terms.flatMap((choice, at) => lanesOf(firstRule + at, choice)), decides: [] };
}

function lanesOf(target: number, terms: readonly Term[]): Lane[] {
  return terms.map((term) => ({ target, term }));
}

