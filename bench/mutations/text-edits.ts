/** Corrupts placeholders: misspelt, or the number of something else. */
import { isObject, itemsOf, misspelt, neighbours, type Edit, type Json, type Path } from './edit';
import type { Surroundings } from './surroundings';

const PLACEHOLDER = /\{\{\s*([^\s|}]+)/g;
/** Names that could be taken for one another. */
const ALIKE: readonly (readonly string[])[] = [
  ['trigger.used', 'trigger.limit'],
  ['price.proposed', 'price.current'],
  ['figures.from', 'figures.to', 'figures.used'],
  ['figures.runs', 'figures.hours', 'figures.minutesPerRun'],
];

/** Every placeholder of every text below a value. */
export function textEdits(value: Json, path: Path, around: Surroundings): readonly Edit[] {
  if (typeof value === 'string') return placeholderEdits(value, path, around);
  if (isObject(value))
    return Object.entries(value).flatMap(([name, inner]) => textEdits(inner, [...path, name], around));
  return itemsOf(value).flatMap((item, index) => textEdits(item, [...path, index], around));
}

function placeholderEdits(text: string, path: Path, around: Surroundings): readonly Edit[] {
  return [...text.matchAll(PLACEHOLDER)].flatMap(({ 0: opening, 1: name = '', index }): readonly Edit[] => {
    const start = index + opening.length - name.length;
    const withName = (other: string) => text.slice(0, start) + other + text.slice(start + name.length);
    return [
      { kind: 'placeholder misspelt', path, after: withName(misspelt(name)) },
      ...others(name, around).map((other): Edit => ({
        kind: 'placeholder exchanged',
        path,
        after: withName(other),
      })),
    ];
  });
}

function others(name: string, { facts }: Surroundings): readonly string[] {
  const alike = ALIKE.find((names) => names.includes(name));
  if (alike !== undefined) return neighbours(alike, name).slice(0, 1);
  const type = facts.get(name)?.type;
  const same = [...facts.values()].filter(
    (fact) => fact.type === type && fact.metric === facts.get(name)?.metric,
  );
  return neighbours(
    same.map((fact) => fact.name),
    name,
  ).slice(0, 1);
}
