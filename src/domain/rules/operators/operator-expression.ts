/** Describes a parsed operator: a name with the decorators in front of it. */

/** json-rules-engine's decorators, applied from the outside in: `not:someFact:equal`. */
export const DECORATORS = ['someFact', 'someValue', 'everyFact', 'everyValue', 'swap', 'not'] as const;
export type Decorator = (typeof DECORATORS)[number];

/** `someFact:greaterThan` is { decorators: ['someFact'], name: 'greaterThan' }. */
export interface OperatorExpression {
  readonly decorators: readonly Decorator[];
  readonly name: string;
}
