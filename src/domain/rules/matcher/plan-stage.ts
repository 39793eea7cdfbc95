/** Lays out a stage: from conditions to terms, from terms to lanes, from lanes to words and rows. */
import type { Steps } from '../../collections/steps';
import type { Condition } from '../condition';
import type { ParsedRule } from '../rule-set';
import { Columns } from './columns';
import { Comparisons } from './comparisons';
import { LaneWords, type Lane, type LaneSpan } from './lane-words';
import { levelsOf } from './levels';
import type { KernelChoice } from './match-kernel';
import { NormalForm, type Term } from './normal-form';
import type { RegionPlan } from './region-plan';
import { RowPool } from './row-pool';
import type { Level, StagePlan } from './stage-plan';

/** `rules` in evaluation order. A rule that can't be laid out is among the failed. A step is one rule or one word of lanes. */
export function* planSteps(
  rules: readonly ParsedRule[],
  audiences: ReadonlyMap<string, Condition>,
  kernelFor: KernelChoice,
  regions: RegionPlan,
): Steps<StagePlan> {
  const comparisons = new Comparisons();
  const form = new NormalForm(audiences, comparisons);
  const { terms, failed } = yield* formSteps(rules, form);
  const lanes = new LaneWords(comparisons);
  const resultLevels = levelsOf(form.results, comparisons);
  const spans: LaneSpan[] = [];
  for (const level of resultLevels) spans.push(yield* lanes.addSteps(level.flatMap((at) => lanesOf(at, form.results[at]))));
  spans.push(yield* lanes.addSteps(terms.flatMap((choice, at) => lanesOf(at, choice))));
  const kernel = kernelFor(lanes.masks.filter((mask) => mask !== 0).length);
  const pool = new RowPool(kernel, lanes.masks.length);
  const columns = new Columns(comparisons.columns, lanes.shapes, pool, regions);
  const levels = spans.map((span, at) => ({ ...span, decides: decidedBy(resultLevels[at], columns) }));
  const documents = rules.map(({ document }) => document);
  return { pool, columns, lanes, levels, results: form.results.length, rules: documents, failed };
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

/** Nothing rests on rules, the last level. */
function decidedBy(results: readonly number[] = [], columns: Columns): Level['decides'] {
  const decided = new Set(results);
  return columns.results.filter(({ result }) => decided.has(result));
}

function lanesOf(target: number, terms: readonly Term[] = []): Lane[] {
  return terms.map((term) => ({ target, term }));
}
