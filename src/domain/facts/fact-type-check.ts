/** Decides whether a value is of the type its fact declares. */
import type { FactDefinition } from './fact-catalogue';
import type { FactType } from '../documents/kinds/fact-document';
import { instant } from '../rules/operators/instant';

/** Whether a value may stand in a fact set; false for null, NaN, infinite and whatever has another type. */
export type TypeCheck = (value: unknown) => boolean;

const isText: TypeCheck = (value) => typeof value === 'string';
const isDate: TypeCheck = (value) => instant(value) !== null;
const isObject: TypeCheck = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const CHECKS: Readonly<Record<Exclude<FactType, 'list'>, TypeCheck>> = {
  string: isText,
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  date: isDate,
  object: isObject,
};

/** The check for one fact. A list without declared items holds texts; an empty list is a value. */
export function typeCheckOf(fact: Pick<FactDefinition, 'type' | 'items'>): TypeCheck {
  if (fact.type !== 'list') return CHECKS[fact.type];
  const isItem = CHECKS[fact.items ?? 'string'];
  return (value) => Array.isArray(value) && value.every(isItem);
}
