/** Estimates how often literals hold, so that lanes which fall together stand together. */
import type { Leaf } from '../condition';
import type { Truth } from '../truth';
import type { ColumnPlan } from './column-plan';
import { decisionOf } from './columns';
import { NO_RESULT, type Comparisons } from './comparisons';
import type { Term } from './normal-form';
import { sampleValues } from './sample-values';

/** What is expected of a comparison. */
export interface Expectation {
  /** From 0.02 to 0.98. */
  readonly chance: number;
  /** A bit for each sample on which it holds: neighbours in this order fall together. */
  readonly pattern: number;
}

const EVEN: Expectation = { chance: 0.5, pattern: 1 };

/** Guesses only: nothing but the speed depends on them. */
export class Likelihood {
  private readonly byColumn = new Map<number, readonly Expectation[]>();
  private readonly results: number[] = [];

  constructor(
    private readonly comparisons: Comparisons,
    results: readonly (readonly Term[])[],
  ) {
    for (const terms of results) this.results.push(1 - terms.reduce((none, term) => none * (1 - this.ofTerm(term)), 1));
  }

  /** What is expected of a literal. */
  of(literal: number): Expectation {
    const { chance, pattern } = this.ofComparison(literal >> 1);
    return (literal & 1) === 0 ? { chance, pattern } : { chance: 1 - chance, pattern: ~pattern };
  }

  private ofTerm(term: Term): number {
    return term.reduce((all, literal) => all * this.of(literal).chance, 1);
  }

  private ofComparison(comparison: number): Expectation {
    const { column, at } = this.comparisons.homeOf(comparison);
    const result = this.comparisons.resultOf(comparison);
    if (result !== NO_RESULT) return { chance: this.results[result] ?? 0.5, pattern: 1 };
    return this.ofColumn(column)[at] ?? EVEN;
  }

  private ofColumn(column: number): readonly Expectation[] {
    const known = this.byColumn.get(column);
    if (known !== undefined) return known;
    const expectations = expectationsOf(this.comparisons.columns[column]);
    this.byColumn.set(column, expectations);
    return expectations;
  }
}

function expectationsOf(plan: ColumnPlan | undefined): readonly Expectation[] {
  if (plan === undefined || plan.kind === 'result' || plan.kind === 'single') return [EVEN];
  const samples = sampleValues(plan.kind, plan.leaves);
  return plan.leaves.map((leaf) => expectationOf(leaf, samples));
}

function expectationOf(leaf: Leaf, samples: ReturnType<typeof sampleValues>): Expectation {
  const decide = decisionOf(leaf);
  const truths = samples.map(([fact, operand]) => decide(fact, operand, 0));
  const count = (wanted: Truth): number => truths.filter((truth) => truth === wanted).length;
  const [yes, no] = [count('TRUE'), count('FALSE')];
  const pattern = truths.reduce((bits, truth, at) => (truth === 'TRUE' ? bits | (1 << at) : bits), 0);
  return { chance: Math.min(0.98, Math.max(0.02, yes / Math.max(1, yes + no))), pattern };
}
