/** The facts that the labels of the corpus rely on: what is declared, and what one account has. */
import type { FactDocument, FactType } from '../../src/domain/documents/kinds/fact-document';
import type { FactSet, FactValue } from '../../src/domain/rules/fact-set';
import { fitsType } from '../../src/domain/checks/literal-type';

const SAMPLES: Readonly<Record<FactType, unknown>> = {
  string: 'EMEA',
  integer: 1,
  number: 0.5,
  boolean: true,
  date: '2026-06-01T00:00:00Z',
  list: [],
  object: {},
};

const fact = (key: string, type: FactDocument['type'], more: Partial<FactDocument> = {}): FactDocument => ({
  key,
  type,
  source: 'attributes',
  meaning: `The ${key} of the corpus.`,
  sample: SAMPLES[type],
  ...more,
});

/** Declarations; `emptyStr` and `nanFact` are whole numbers whose value arrives broken. */
export const CORPUS_FACTS: readonly FactDocument[] = [
  fact('account', 'object', {
    fields: {
      plan: { type: 'string', allowed: ['starter', 'pro'] },
      seatsUsed: { type: 'integer', minimum: 0 },
      mrr: { type: 'object' },
      'mrr/amount': { type: 'integer', minimum: 0 },
      'odd.key': { type: 'integer' },
      zero: { type: 'integer' },
      usage: { type: 'list' },
      'nested/a/b/c': { type: 'integer' },
    },
  }),
  fact('plan', 'string', { allowed: ['starter', 'pro'] }),
  fact('region', 'string'),
  fact('seats', 'integer', { minimum: 0 }),
  fact('usagePct', 'number', { unit: 'ratio', minimum: 0, maximum: 1 }),
  fact('seatsText', 'string'),
  fact('trialEndsAt', 'date'),
  fact('nanFact', 'integer'),
  fact('infFact', 'integer'),
  fact('nullFact', 'string'),
  fact('undefFact', 'string'),
  fact('tags', 'list', { items: 'string' }),
  fact('nums', 'list', { items: 'integer' }),
  fact('priceMinor', 'integer', { unit: 'minor units', minimum: 0 }),
  fact('big', 'integer'),
  fact('dec', 'number'),
  fact('emptyStr', 'integer'),
  fact('boolFact', 'boolean'),
  fact('dyn', 'integer'),
];

const VALUES: Readonly<Record<string, unknown>> = {
  account: {
    id: 'acc_1',
    plan: 'starter',
    seats: 12,
    seatsUsed: 11,
    mrr: { amount: 4900, currency: 'USD' },
    usage: [{ metric: 'api_calls', value: 91_000, limit: 100_000 }],
    note: `${'a'.repeat(40)}!`,
    'odd.key': 7,
    nested: { a: { b: { c: 1 } } },
    zero: 0,
  },
  plan: 'starter',
  region: 'EMEA',
  seats: 12,
  usagePct: 0.91,
  seatsText: '12',
  trialEndsAt: '2026-12-01T00:00:00Z',
  nanFact: Number.NaN,
  infFact: Number.POSITIVE_INFINITY,
  nullFact: null,
  tags: ['beta', 'eu'],
  nums: [1, 2, 3],
  priceMinor: 4900,
  big: Number('9007199254740993'),
  dec: 0.1 + 0.2,
  emptyStr: '',
  boolFact: true,
};

/** What evaluators see: values that are present and of the declared type. */
export const corpusFactSet = (): FactSet => ({
  values: new Map(
    CORPUS_FACTS.filter(({ key, type }) => fitsType(VALUES[key], type)).map(({ key }) => [
      key,
      VALUES[key] as FactValue,
    ]),
  ),
  stale: new Set(),
  now: Date.parse('2026-06-01T00:00:00Z'),
});
