/** Reads the case files of the rule language and turns a case into a rule set and facts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { FactSet, FactValue } from '../../../src/domain/rules/fact-set';
import type { Truth } from '../../../src/domain/rules/truth';

/** One case: what it says, what is known, the condition, and the truth that must come out. */
export interface RuleCase {
  readonly says: string;
  /** JSON values; `{"$number": "NaN"}` stands for what JSON can't write. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly stale?: readonly string[];
  readonly audiences?: Readonly<Record<string, ConditionDocument>>;
  readonly conditions: ConditionDocument;
  readonly truth: Truth;
  /** Why json-rules-engine itself decides otherwise. */
  readonly differs?: string;
  /** With UNKNOWN: the facts named as missing and as stale. */
  readonly missing?: readonly string[];
  readonly staleWanting?: readonly string[];
}

interface CaseFile {
  readonly topic: string;
  readonly now: string;
  readonly cases: readonly RuleCase[];
}

/** Every case file, by file name. */
export function readCaseFiles(): readonly CaseFile[] {
  const folder = join(__dirname, 'cases');
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFile);
}

/** The facts of a case, frozen through and through; odd values are let in on purpose. */
export function factsOf(file: Pick<CaseFile, 'now'>, { facts = {}, stale = [] }: RuleCase): FactSet {
  const values = Object.entries(facts).map(([name, value]) => [name, freeze(revive(value))] as const);
  return Object.freeze({
    values: new Map(values as [string, FactValue][]),
    stale: new Set(stale),
    now: Date.parse(file.now),
  });
}

function revive(value: unknown): unknown {
  const number = (value as { $number?: string } | null)?.$number;
  return number === undefined ? value : Number(number);
}

/** Freezes a value and everything within it; of a map, what it holds. */
export function freeze<T>(value: T): T {
  if (value instanceof Map) value.forEach((item) => freeze(item));
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
