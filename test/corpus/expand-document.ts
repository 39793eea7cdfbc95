/** Expands the generated documents of the corpus, which keep its file small. */

interface Recipe {
  readonly kind: string;
  readonly depth: number;
  readonly count: number;
  readonly bytes: number;
  readonly op: string;
  readonly decorator: string;
  readonly seg: string;
}

const leaf = () => ({ fact: 'plan', operator: 'equal', value: 'starter' });
const event = () => ({ type: 'offer', params: { offerId: 'o1' } });
const ruleOf = (conditions: unknown) => ({ name: 'gen', conditions, event: event() });
const allOf = (...conditions: unknown[]) => ruleOf({ all: conditions });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const nest = (depth: number, around: (inner: unknown) => unknown, core: unknown): unknown =>
  times(depth, () => around).reduce((inner, wrap) => wrap(inner), core);

const references = (depth: number, perLevel: number) => {
  const named: [string, unknown][] = times(depth, (i) => [
    `c${i}`,
    { all: times(perLevel, () => ({ condition: `c${i + 1}` })) },
  ]);
  const namedConditions = Object.fromEntries([...named, [`c${depth}`, { all: times(perLevel, leaf) }]]);
  return { rule: ruleOf({ condition: 'c0' }), namedConditions };
};

const RECIPES: Readonly<Record<string, (recipe: Recipe) => unknown>> = {
  nested: ({ depth, op }) => ruleOf(nest(depth, (c) => ({ [op]: op === 'not' ? c : [c] }), leaf())),
  wide: ({ op, count }) => ruleOf({ [op]: times(count, leaf) }),
  hugeString: ({ bytes }) => allOf({ fact: 'region', operator: 'equal', value: 'x'.repeat(bytes) }),
  hugeIn: ({ count }) => allOf({ fact: 'region', operator: 'in', value: times(count, (i) => `v${i}`) }),
  deepParams: ({ depth }) =>
    allOf({ fact: 'dyn', params: nest(depth, (a) => ({ a }), 1), operator: 'equal', value: 1 }),
  deepValue: ({ depth }) => allOf({ fact: 'plan', operator: 'equal', value: nest(depth, (p) => [p], 1) }),
  decorators: ({ decorator, count }) =>
    allOf({ ...leaf(), operator: `${`${decorator}:`.repeat(count)}equal` }),
  longPath: ({ seg, count }) =>
    allOf({ fact: 'account', path: `$${seg.repeat(count)}`, operator: 'equal', value: 1 }),
  manyRules: ({ count }) => ({ rules: times(count, (i) => ({ ...allOf(leaf()), name: `r${i}` })) }),
  billionLaughs: ({ depth }) => references(depth, 2),
};

/** The document itself, or what its recipe makes. */
export function expandDocument(document: unknown): unknown {
  const recipe = (document as { readonly $gen?: Recipe } | null)?.$gen;
  if (recipe === undefined) return document;
  const make = RECIPES[recipe.kind];
  if (make === undefined) throw new Error(`No recipe ${recipe.kind}`);
  return make(recipe);
}
