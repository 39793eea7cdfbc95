/** Describes one corruption of a JSON document and makes it. */
import type { MutationKind } from './mutation-kinds';

/** What JSON.parse returns. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** An object of JSON. */
export interface JsonObject {
  readonly [member: string]: Json;
}
/** Member names and indexes from the root. */
export type Path = readonly (string | number)[];

/** One value put in the place of another; `after` undefined takes the member or the item away. */
export interface Edit {
  readonly kind: MutationKind;
  readonly path: Path;
  readonly after: Json | undefined;
}

/** Whether a value has members. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; none for anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The text of a value that is one; empty for anything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, step) => {
    if (typeof step === 'number') return itemsOf(at)[step];
    return isObject(at) ? at[step] : undefined;
  }, value);
}

/** The document with the edit made; the one given stays as it is. */
export function edited(value: Json, path: Path, after: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return after ?? null;
  if (typeof step === 'number') return editedItem(itemsOf(value), step, rest, after);
  const members = isObject(value) ? value : {};
  if (rest.length > 0) return { ...members, [step]: edited(members[step] ?? null, rest, after) };
  const others = Object.fromEntries(Object.entries(members).filter(([name]) => name !== step));
  return after === undefined ? others : { ...members, [step]: after };
}

function editedItem(items: readonly Json[], index: number, rest: Path, after: Json | undefined): Json {
  if (rest.length === 0 && after === undefined) return items.filter((_, at) => at !== index);
  return items.map((item, at) => (at === index ? edited(item, rest, after) : item));
}

/** The one before and the one after in a list that is read as a ring; none for a list of one or without the value. */
export function neighbours<Value>(list: readonly Value[], value: Value): readonly Value[] {
  const at = list.indexOf(value);
  if (at === -1 || list.length < 2) return [];
  const around = [list[(at + 1) % list.length], list[(at + list.length - 1) % list.length]];
  return [...new Set(around)].filter((other): other is Value => other !== undefined && other !== value);
}

/** The text with two letters in the middle in the wrong order, or doubled where they are the same. */
export function misspelt(text: string): string {
  const at = Math.floor(text.length / 2);
  const [left = '', right = ''] = [text[at - 1], text[at]];
  const turned = left === right ? left + right + right : right + left;
  return text.slice(0, at - 1) + turned + text.slice(at + 1);
}
