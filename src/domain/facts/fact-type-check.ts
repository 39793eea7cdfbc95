/** Decides whether a value is of the type its fact declares. */
import type { FactDefinition } from './fact-catalogue';
import type { FactType } from '../documents/kinds/fact-document';
import { instant } from '../rules/operators/instant';

/** Whether a value may stand in a fact set; false for null, NaN, infinite and whatever has another type. */
export type TypeCheck = (value: unknown) => boolean;

/** What a fact declares of its values. */
export type DeclaredType = Pick<FactDefinition, 'type' | 'items'>;

/** The check for one fact. */
export function typeCheckOf(declared: DeclaredType): TypeCheck {
  return (value) => isOfType(declared, value);
}

/** The same check at once. A list without declared items holds texts; an empty list is a value. */
export function isOfType({ type, items }: DeclaredType, value: unknown): boolean {
  return type === 'list' ? isListOf(items ?? 'string', value) : isScalarOf(type, value);
}

function isListOf(items: Exclude<FactType, 'list'>, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at++) if (!isScalarOf(items, value[at])) return false;
  return true;
}

function isScalarOf(type: Exclude<FactType, 'list'>, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return instant(value) !== null;
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}
