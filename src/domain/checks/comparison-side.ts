/** Describes one side of a comparison: a declared fact, or the values written in the document. */
import { below } from '../documents/json-pointer';
import type { FactType } from '../documents/kinds/fact-document';
import type { FactDefinition } from '../facts/fact-catalogue';
import { parsePath } from '../rules/parse-path';
import type { CheckContext } from './check';

/** A single value as it may stand in a document. */
export type ScalarLiteral = string | number | boolean | null;

/** What a declared fact can be, at the end of its path. */
export interface FactSide {
  readonly kind: 'fact';
  readonly name: string;
  readonly type: FactType;
  /** What a list holds; null for everything else. */
  readonly items: FactType | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Values that exist; null when any may. */
  readonly allowed: readonly ScalarLiteral[] | null;
}

/** Values written in the document; several once a decorator has taken a list apart. */
export interface LiteralSide {
  readonly kind: 'literal';
  readonly values: readonly (ScalarLiteral | readonly ScalarLiteral[])[];
}

/** One side of a comparison. */
export type ComparisonSide = FactSide | LiteralSide;

/** The side of a fact reached by a path; null when fact, path or field are wrong, which other checks report. */
export function factSide(fact: string, path: string | undefined, context: CheckContext): FactSide | null {
  const definition = context.facts.get(fact);
  if (definition === undefined) return null;
  if (path === undefined) return sideOf(definition, definition.type, definition, context);
  const field = fieldAt(definition, path);
  return field === null
    ? null
    : sideOf({ ...definition, ...field, allowedKeys: undefined }, field.type, field, context);
}

/** The declared field at the end of a path; null when there is none. */
export function fieldAt(
  definition: FactDefinition,
  path: string,
): NonNullable<FactDefinition['fields']>[string] | null {
  const parsed = parsePath(path);
  if (!('path' in parsed) || definition.type !== 'object') return null;
  const pointer = parsed.path.reduce<string>((at, step) => below(at, step), '').slice(1);
  const { fields = {} } = definition;
  return Object.hasOwn(fields, pointer) ? (fields[pointer] ?? null) : null;
}

function sideOf(
  definition: FactDefinition,
  type: FactType,
  bounds: Pick<FactDefinition, 'minimum' | 'maximum' | 'allowed'>,
  context: CheckContext,
): FactSide {
  const keys = definition.allowedKeys === undefined ? null : [...context.set[definition.allowedKeys].keys()];
  return {
    kind: 'fact',
    name: definition.name,
    type,
    items: type === 'list' ? (definition.items ?? null) : null,
    minimum: bounds.minimum ?? null,
    maximum: bounds.maximum ?? null,
    allowed: bounds.allowed ?? keys,
  };
}

/** What a decorator that takes a list apart leaves; null when the side is no list. */
export function itemsOf(side: ComparisonSide): ComparisonSide | null {
  if (side.kind === 'fact') return side.items === null ? null : { ...side, type: side.items, items: null };
  const lists = side.values.filter((value): value is readonly ScalarLiteral[] => Array.isArray(value));
  return lists.length === side.values.length ? { kind: 'literal', values: lists.flat() } : null;
}
