/** Looks into zod schemas: which members a place has, and which branch of a union a value belongs to. */
import { z } from 'zod';

/** Strips optional, nullable, default and lazy from around a schema. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodLazy ? bare(schema.unwrap()) : schema;
}

/** The branch of a union that a value matches: by discriminator, else the first that takes it. */
export function branchOf(
  schema: z.ZodUnion | z.ZodDiscriminatedUnion,
  value: unknown,
): z.core.$ZodType | undefined {
  const options = schema.options;
  const discriminator = schema instanceof z.ZodDiscriminatedUnion ? schema.def.discriminator : null;
  if (discriminator === null) return options.find((option) => z.safeParse(option, value).success);
  const chosen = memberOf(value, discriminator);
  return options.find((option) => {
    const tag = option instanceof z.ZodObject ? shapeOf(option)[discriminator] : undefined;
    return tag !== undefined && z.safeParse(tag, chosen).success;
  });
}

/** Members of an object schema, in the order in which they are written. */
export function shapeOf(schema: z.ZodObject): Record<string, z.core.$ZodType> {
  return schema.shape;
}

/** Names of the members that may stand at a path; empty where any may, or where the path leads nowhere. */
export function memberNames(schema: z.ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(schema, value, path).flatMap(namesOf))];
}

function namesOf(schema: z.core.$ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(shapeOf(schema)) : [];
}

/** One schema, or every branch of a union that a value does not match. */
function schemasAt(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[],
): readonly z.core.$ZodType[] {
  const here = bare(schema);
  if (here instanceof z.ZodUnion) {
    const branch = branchOf(here, value);
    const branches = branch === undefined ? here.options : [branch];
    return branches.flatMap((option) => schemasAt(option, value, path));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [here];
  const next = stepInto(here, step);
  return next === undefined ? [] : schemasAt(next, memberOf(value, step), rest);
}

function stepInto(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return shapeOf(schema)[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

function memberOf(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<PropertyKey, unknown>)[step]
    : undefined;
}
