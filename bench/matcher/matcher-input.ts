/** Reads what one engine process works on: the rules from their file, the accounts made anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { parseRuleSet } from '../../src/domain/rules/parse-rule-set';
import { makeWorkload, type Workload } from '../workload/make-workload';
import { workloadAccounts } from '../workload/workload-accounts';
import { noticeEvent } from '../workload/workload-events';
import type { EngineInput } from './engine-under-test';

/** The clock of every account and rule, so that each run measures the same. */
export const BENCH_NOW = Date.parse('2026-06-15T12:00:00.000Z');
const SAMPLE = 100;

/** The documents the repository ships. */
export async function shippedDocuments(): Promise<DocumentSet> {
  return (await loadRulesDirectory(new RulesDirectory('rules'))).documents;
}

/** Writes so many rules, all notices, to a file from which every engine reads its share. */
export async function writeWorkload(file: string, rules: number): Promise<void> {
  const sample = [...workloadAccounts(await shippedDocuments(), SAMPLE, BENCH_NOW)];
  writeFileSync(file, JSON.stringify(makeWorkload({ rules, sample, eventOf: noticeEvent })));
}

/** The first so many rules of the file, as documents and parsed. */
export function readInput(file: string, rules: number): EngineInput {
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Workload;
  const workload = { ...whole, rules: whole.rules.slice(0, rules) };
  const { ruleSet, failed } = parseRuleSet({
    rule: byKey(workload.rules),
    audience: byKey(workload.audiences),
  });
  if (failed.length > 0 || workload.rules.length < rules)
    throw new Error(`${file} does not hold ${rules} sound rules.`);
  return { workload, ruleSet, now: BENCH_NOW };
}

function byKey<T extends { readonly key: string }>(documents: readonly T[]): ReadonlyMap<string, T> {
  return new Map(documents.map((document) => [document.key, document]));
}
