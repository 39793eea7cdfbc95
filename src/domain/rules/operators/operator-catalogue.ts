/** Lists every operator a condition may use. */
import { DATE_OPERATORS } from './dates';
import { EQUALITY_OPERATORS } from './equality';
import { IS_MISSING_OPERATOR } from './is-missing';
import { MEMBERSHIP_OPERATORS } from './membership';
import type { OperatorDefinition } from './operator-definition';
import { RELATIONAL_OPERATORS } from './relational';

/** Operators by name: those of json-rules-engine 7.3 first, then our own. */
export const OPERATORS: ReadonlyMap<string, OperatorDefinition> = new Map(
  [
    ...EQUALITY_OPERATORS,
    ...MEMBERSHIP_OPERATORS,
    ...RELATIONAL_OPERATORS,
    ...DATE_OPERATORS,
    IS_MISSING_OPERATOR,
  ].map((operator) => [operator.name, operator]),
);
