/** Corrupts the right-hand side of a comparison: a threshold moves, a word becomes another. */
import type { FactDefinition } from '../../src/domain/facts/fact-catalogue';
import { isObject, itemsOf, neighbours, textOf, type Edit, type Json, type Path } from './edit';
import type { Surroundings } from './surroundings';

interface Compared {
  readonly fact: string;
  readonly around: Surroundings;
}

/** Numbers move by a step and by a tenth, words and flags become others, lists lose an item. */
export function literalEdits(
  value: Json | undefined,
  path: Path,
  { fact, around }: Compared,
): readonly Edit[] {
  const definition = around.facts.get(fact);
  if (typeof value === 'number') {
    const isShare = definition !== undefined && definition.type === 'number' && definition.metric === null;
    const moved = movedNumbers(
      value,
      isShare || definition?.unit === 'ratio' || fact.endsWith('.trend') ? 0.1 : 1,
    );
    return moved.map((after) => ({ kind: 'threshold moved', path, after }));
  }
  if (isObject(value)) return factEdits(value.fact, [...path, 'fact'], around);
  const items = itemsOf(value);
  if (items.length > 0)
    return items.map((_, index) => ({ kind: 'literal changed', path: [...path, index], after: undefined }));
  return otherValues(value, definition, around).map((after) => ({ kind: 'literal changed', path, after }));
}

/** A step up and down; where a tenth is more than a step, that too. */
export function movedNumbers(value: number, step: number): readonly number[] {
  const tenth = Math.round(Math.abs(value) / 10);
  const far = step >= 1 && tenth > step ? [value + tenth, value - tenth] : [];
  return [value + step, value - step, ...far].map((moved) => Math.round(moved * 1000) / 1000);
}

function factEdits(fact: Json | undefined, path: Path, { facts }: Surroundings): readonly Edit[] {
  const definition = facts.get(textOf(fact));
  const alike = [...facts.values()].filter(
    ({ type, source }) => type === definition?.type && source === definition.source,
  );
  const others = neighbours(
    alike.map(({ name }) => name),
    textOf(fact),
  );
  return others.map((after) => ({ kind: 'fact exchanged', path, after }));
}

function otherValues(
  value: Json | undefined,
  definition: FactDefinition | undefined,
  { documents }: Surroundings,
): readonly Json[] {
  if (typeof value === 'boolean') return [!value];
  if (definition?.allowed !== undefined) return neighbours<Json>(definition.allowed, value ?? null);
  if (definition?.allowedKeys !== undefined)
    return neighbours<Json>([...documents[definition.allowedKeys].keys()], value ?? null);
  const features = [...new Set([...documents.plan.values()].flatMap((plan) => plan.features))].sort();
  return neighbours<Json>(features, value ?? null);
}
