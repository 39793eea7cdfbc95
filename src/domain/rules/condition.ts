/** Describes a condition after parsing: a tree that evaluators can walk without looking at text again. */
import type { OperatorExpression } from './operators/operator-expression';

/** A literal that a fact is compared with. */
export type Literal = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** The right-hand side of a leaf. */
export type Operand =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'fact'; readonly fact: string; readonly path: readonly string[] };

/** One comparison. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly fact: string;
  /** Own members to follow into an object fact; empty for the fact itself. */
  readonly path: readonly string[];
  readonly operator: OperatorExpression;
  readonly operand: Operand;
  /** JSON pointer of this node within its document. */
  readonly pointer: string;
}

/** A parsed condition. Groups are never empty. */
export type Condition =
  | Leaf
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[]; readonly pointer: string }
  | { readonly kind: 'not'; readonly condition: Condition; readonly pointer: string }
  | { readonly kind: 'audience'; readonly key: string; readonly pointer: string };
