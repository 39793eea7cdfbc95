/** Writes conditions as a choice of terms, each a set of literals: what lanes are made of. */
import type { Condition } from '../condition';
import type { Comparisons } from './comparisons';

/** Literals that must all hold, ascending and different: a comparison's number twice, plus one when it is negated. */
export type Term = readonly number[];

/** A group that would multiply into more terms is first reduced to results. */
const MOST_TERMS = 16;

/** An audience of one term no longer than this is written out where it is named. */
const SHORT = 2;

/**
 * De Morgan's laws, distribution and idempotence hold in Kleene's logic, so that nothing is lost: a choice is true when a term is,
 * unknown when none is true and one is unknown. What would multiply beyond 16 terms becomes a result, decided once
 * per evaluation and then a literal like others; so do audiences, unless they are short.
 */
export class NormalForm {
  /** Terms of each result; they name only results before them. */
  readonly results: (readonly Term[])[] = [];
  private readonly known = new Map<string, number>();
  private readonly audienceTerms = new Map<string, readonly Term[]>();

  constructor(
    private readonly audiences: ReadonlyMap<string, Condition>,
    private readonly comparisons: Comparisons,
  ) {}

  /** The terms of a condition, or of its opposite. Throws for a condition that parsing would have refused. */
  termsOf(condition: Condition, negated: boolean): readonly Term[] {
    switch (condition.kind) {
      case 'leaf':
        return [[2 * this.comparisons.ofLeaf(condition) + (negated ? 1 : 0)]];
      case 'not':
        return this.termsOf(condition.condition, !negated);
      case 'audience':
        return this.audience(condition.key, negated);
      default: {
        const members = condition.conditions.map((member) => this.termsOf(member, negated));
        return (condition.kind === 'all') === negated ? members.flat() : this.product(members);
      }
    }
  }

  private audience(key: string, negated: boolean): readonly Term[] {
    const terms = this.audienceTerms.get(key) ?? this.termsOfAudience(key);
    this.audienceTerms.set(key, terms);
    const [only] = terms;
    if (!negated && terms.length === 1 && only !== undefined && only.length <= SHORT) return terms;
    return [[2 * this.result(terms) + (negated ? 1 : 0)]];
  }

  private termsOfAudience(key: string): readonly Term[] {
    const condition = this.audiences.get(key);
    return condition === undefined ? [[2 * this.comparisons.unknown()]] : this.termsOf(condition, false);
  }

  private product(members: readonly (readonly Term[])[]): readonly Term[] {
    const factors = this.bounded(members);
    return factors.reduce<readonly Term[]>(
      (terms, factor) => terms.flatMap((term) => factor.map((other) => union(term, other))),
      [[]],
    );
  }

  /** The largest members become results until the rest multiplies to few enough terms. */
  private bounded(members: readonly (readonly Term[])[]): readonly (readonly Term[])[] {
    const factors = [...members];
    const size = (): number => factors.reduce((product, factor) => product * factor.length, 1);
    while (size() > MOST_TERMS) {
      const largest = factors.reduce((best, factor, at) => (factor.length > (factors[best] ?? []).length ? at : best), 0);
      factors[largest] = [[2 * this.result(factors[largest] ?? [])]];
    }
    return factors;
  }

  /** The comparison that is true when one of these terms is. */
  private result(terms: readonly Term[]): number {
    const key = terms.map((term) => term.join()).join(';');
    const known = this.known.get(key) ?? this.results.push(terms) - 1;
    this.known.set(key, known);
    return this.comparisons.ofResult(known);
  }
}

function union(a: Term, b: Term): Term {
  return [...a, ...b].sort((one, other) => one - other).filter((literal, at, all) => literal !== all[at - 1]);
}
