/** Puts a document into its one written order: members as the schema lists them, records by key, defaults left out. */
import { z } from 'zod';
import { canonicalCondition } from './canonical-condition';
import { conditionSchema } from './kinds/condition-schema';
import { bare, branchOf, shapeOf } from './schema-members';

/** The value in canonical order; made for values that the schema has taken. */
export function canonicalValue(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema === conditionSchema) return canonicalCondition(value);
  const inner = bare(schema);
  if (inner instanceof z.ZodObject && isObject(value)) return canonicalObject(inner, value);
  if (inner instanceof z.ZodRecord && isObject(value)) return canonicalRecord(inner, value);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => canonicalValue(inner.element, item));
  }
  if (inner instanceof z.ZodUnion) {
    const branch = branchOf(inner, value);
    return branch === undefined ? sorted(value) : canonicalValue(branch, value);
  }
  return sorted(value);
}

function canonicalObject(schema: z.ZodObject, value: Record<string, unknown>): Record<string, unknown> {
  const members = Object.entries(shapeOf(schema)).flatMap(([name, member]) => {
    const found = value[name];
    return found === undefined || isDefault(member, found) ? [] : [[name, canonicalValue(member, found)]];
  });
  return Object.fromEntries(members) as Record<string, unknown>;
}

function canonicalRecord(schema: z.ZodRecord, value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(value)
      .sort(byCodeUnit)
      .map((name) => [name, canonicalValue(schema.valueType, value[name])]),
  );
}

function isDefault(schema: z.core.$ZodType, value: unknown): boolean {
  return schema instanceof z.ZodDefault && sameJson(schema.def.defaultValue, value);
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Free-form values: members by name at every level. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort(byCodeUnit)
      .map((name) => [name, sorted(value[name])]),
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
