/** Decides whether a fact has a value at all: the only operator that decides on absence. */
import { truthOf } from '../truth';
import type { OperatorDefinition } from './operator-definition';

/** The name of the operator that sees absent facts. */
export const IS_MISSING = 'isMissing';

/** `isMissing`. A stale fact is missing. */
export const IS_MISSING_OPERATOR: OperatorDefinition = {
  name: IS_MISSING,
  phrase: 'is missing',
  wish: 'be missing',
  description: 'true: the fact has no value or is too old to trust; false: it has a fresh value.',
  factTypes: ['string', 'integer', 'number', 'boolean', 'date', 'list', 'object'],
  operand: 'flag',
  origin: 'own',
  sample: true,
  decide: (fact, operand) =>
    typeof operand === 'boolean' ? truthOf((fact === undefined) === operand) : 'UNKNOWN',
};
