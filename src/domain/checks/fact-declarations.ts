/** Checks that a fact document does not contradict itself. */
import { error } from '../documents/found';
import type { FactDocument, FactType } from '../documents/kinds/fact-document';
import type { Problem } from '../documents/problem';
import { parsePath } from '../rules/parse-path';
import type { Check } from './check';
import { TYPE_WORDS, fitsType } from './literal-type';

/** Members that go with one type only, order of the bounds, types of sample and allowed values. */
export const factDeclarations: Check = (subject) => {
  if (subject.kind !== 'fact') return [];
  const fact = subject.document;
  return [
    ...placeProblems(fact),
    ...boundsProblems(fact),
    ...valueProblems(fact),
    ...nameProblems(fact),
    ...fieldProblems(fact),
  ];
};

function placeProblems(fact: FactDocument): readonly Problem[] {
  const misplaced = [
    fact.items !== undefined && fact.type !== 'list' ? '/items' : null,
    fact.fields !== undefined && fact.type !== 'object' ? '/fields' : null,
  ].filter((pointer) => pointer !== null);
  const lacking = fact.type === 'list' && fact.items === undefined;
  return [
    ...misplaced.map((pointer) => declaration(pointer, `A fact of type ${fact.type} has no use for it.`)),
    ...(lacking ? [declaration('/items', 'A list must say what it holds.')] : []),
  ];
}

function boundsProblems({ minimum, maximum, type, items }: FactDocument): readonly Problem[] {
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    return [declaration('/minimum', 'The minimum lies above the maximum.')];
  }
  const isNumeric = [type, items].some((of) => of === 'integer' || of === 'number');
  const isBounded = minimum !== undefined || maximum !== undefined;
  return isBounded && !isNumeric ? [declaration('/type', 'Only numbers have a minimum or a maximum.')] : [];
}

function valueProblems(fact: FactDocument): readonly Problem[] {
  const single: FactType = fact.type === 'list' ? (fact.items ?? 'string') : fact.type;
  const allowed = (fact.allowed ?? []).flatMap((value, i) =>
    fitsType(value, single) ? [] : [declaration(`/allowed/${i}`, `The value is not ${TYPE_WORDS[single]}.`)],
  );
  const fits = fact.sample === undefined || fitsType(fact.sample, fact.type);
  return fits ? allowed : [...allowed, declaration('/sample', `The sample is not ${TYPE_WORDS[fact.type]}.`)];
}

function nameProblems({ key, source, unit }: FactDocument): readonly Problem[] {
  const stars = key.split('*').length - 1;
  return [
    ...(stars > 1 ? [declaration('/key', 'Only one `*` may stand in a name.')] : []),
    ...(stars > 0 && source !== 'usage'
      ? [declaration('/key', '`*` stands for metrics: source usage.')]
      : []),
    ...(unit === '*' && stars === 0
      ? [declaration('/unit', '`*` is the unit of a metric; none is named.')]
      : []),
  ];
}

/** A field is named by the members that lead to it, joined by slashes; each must be one that a path can reach. */
function fieldProblems({ fields }: FactDocument): readonly Problem[] {
  return Object.keys(fields ?? {})
    .filter((name) => !name.split('/').every(isReachable))
    .map((name) => declaration('/fields', `No path can lead to the field \`${name.slice(0, 80)}\`.`));
}

function isReachable(step: string): boolean {
  return 'path' in parsePath(`$['${step.replaceAll('~1', '/').replaceAll('~0', '~')}']`);
}

function declaration(pointer: string, message: string): Problem {
  return error('FACT_DECLARATION', pointer, message);
}
