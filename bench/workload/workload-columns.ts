/** Lists what the rules of the workload look at, and which values occur there. */
import { factAt } from '../../src/domain/rules/fact-at';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { parsePath } from '../../src/domain/rules/parse-path';

/** `level` is a whole number with few values; `filled` a list that is never empty, so that decorators decide. */
export type ColumnKind = 'text' | 'flag' | 'level' | 'integer' | 'number' | 'list' | 'filled' | 'date';

/** One fact, or one member of an object fact. */
export interface Column {
  readonly fact: string;
  readonly path?: string;
  readonly kind: ColumnKind;
}

/** A column with the values that occur in a sample: distinct and ascending, items instead of lists. */
export interface SampledColumn extends Column {
  readonly values: readonly [string | number | boolean, ...(string | number | boolean)[]];
}

const PROFILE = 'attributes.profile';

const of = (kind: ColumnKind, facts: readonly string[]): Column[] => facts.map((fact) => ({ fact, kind }));
const within = (path: string, kind: ColumnKind): Column => ({ fact: PROFILE, path, kind });

/** Every column; each fact is present on every account of the benchmark. */
const COLUMNS: readonly Column[] = [
  ...of('text', ['account.plan', 'account.status', 'account.segment', 'account.industry', 'account.country']),
  ...of('text', ['account.region', 'account.billingInterval', 'account.currency', 'contract.term']),
  ...of('flag', ['health.billingIssue', 'health.usageDropOff', 'context.featureGated']),
  ...of('level', ['account.planTier', 'health.openEscalations']),
  ...of('integer', [
    'account.daysPaid',
    'account.daysOnPlan',
    'contract.daysToRenewal',
    'attributes.teamSize',
  ]),
  ...of('integer', ['usage.seats.sustainedDays', 'usage.messages.sustainedDays']),
  ...of('number', ['health.churnRisk', 'health.csat', 'health.sentiment']),
  ...of('number', ['usage.seats.used', 'usage.seats.ratio', 'usage.seats.remaining', 'usage.seats.trend']),
  ...of('number', ['usage.messages.used', 'usage.messages.ratio', 'usage.messages.remaining']),
  ...of('number', ['usage.messages.trend', 'usage.integrations.used', 'usage.conversations.used']),
  ...of('number', ['usage.manual-exports.used', 'usage.api_calls.used', 'usage.conversations.trend']),
  ...of('list', ['account.features']),
  ...of('filled', ['account.featuresUsed', 'attributes.tags']),
  ...of('date', ['contract.renewsAt', 'support.lastResolvedAt', 'attributes.pilotEndsAt']),
  ...['$.channels.email', '$.channels.chat', '$.channels.voice'].map((path) => within(path, 'integer')),
  within('$.team.admins', 'integer'),
  within("$['home'].region", 'text'),
  within('$.mainFeature', 'text'),
  within('$.beta', 'flag'),
  within('$.fit', 'number'),
];

/** Facts the rules compare with one another: left side, right side, and what the two are. */
export const COLUMN_PAIRS: readonly (readonly [left: Column, right: Column])[] = [
  ...(
    [
      ['usage.seats.used', 'attributes.teamSize'],
      ['usage.seats.remaining', 'attributes.teamSize'],
      ['usage.messages.ratio', 'usage.seats.ratio'],
      ['usage.messages.trend', 'usage.seats.trend'],
      ['usage.conversations.used', 'usage.messages.used'],
      ['usage.api_calls.used', 'usage.conversations.used'],
      ['account.daysOnPlan', 'contract.daysToRenewal'],
    ] as const
  ).map(([left, right]) => pair({ fact: left, kind: 'number' }, { fact: right, kind: 'number' })),
  pair(within('$.channels.chat', 'number'), within('$.channels.email', 'number')),
  pair({ fact: 'account.region', kind: 'text' }, within("$['home'].region", 'text')),
  pair({ fact: 'account.featuresUsed', kind: 'list' }, within('$.mainFeature', 'text')),
  pair({ fact: 'contract.renewsAt', kind: 'date' }, { fact: 'attributes.pilotEndsAt', kind: 'date' }),
];

function pair(left: Column, right: Column): readonly [Column, Column] {
  return [left, right];
}

/** A fact that no account of the benchmark has, for `isMissing`. */
export const ABSENT_FACT = 'account.daysSinceChurn';

/** Names of the facts that the rules look at, in ascending order, without the absent one. */
export const COLUMN_FACTS: readonly string[] = [...new Set(COLUMNS.map(({ fact }) => fact))].sort();

/** The columns with what occurs in the sample; throws when an account lacks a fact. */
export function sampleColumns(sample: readonly FactSet[]): readonly SampledColumn[] {
  return COLUMNS.map((column) => {
    const [first, ...rest] = [...new Set(sample.flatMap((facts) => valuesAt(column, facts)))].sort(ascending);
    if (first === undefined) throw new Error(`No account of the sample has a value in ${column.fact}.`);
    return { ...column, values: [first, ...rest] };
  });
}

function valuesAt({ fact, path }: Column, facts: FactSet): readonly (string | number | boolean)[] {
  const parsed = path === undefined ? { path: [] } : parsePath(path);
  const value = 'path' in parsed ? factAt(facts, fact, parsed.path) : undefined;
  if (value === undefined) throw new Error(`An account of the sample has no ${fact} ${path ?? ''}.`);
  return (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean)[];
}

function ascending(a: string | number | boolean, b: string | number | boolean): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Facts that are dates. */
export const DATE_FACTS: ReadonlySet<string> = new Set(
  COLUMNS.filter(({ kind }) => kind === 'date').map(({ fact }) => fact),
);
