/** Writes the documents of the benchmark: the shipped catalogue, exactly so many rules of the workload, and nobody held out. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';
import { makeWorkload } from '../workload/make-workload';
import { workloadAccounts } from '../workload/workload-accounts';
import { WORKLOAD_FACTS } from '../workload/workload-attributes';
import { serviceEvent } from './service-events';

const SHIPPED = 'rules';
const CATALOGUE = ['fact', 'metric', 'plan', 'offer', 'audience', 'topic', 'policy'];
const MOTIONS = ['motion-upsell', 'motion-renewal'];
/** Every paying customer in the motion gets these, so that few rules make as many offers as many do. */
const ALWAYS_OFFERED = ['growth-plan', 'scale-plan', 'message-pack', 'audit-log-add-on'];
const SAMPLED_ACCOUNTS = 300;

/** The fewest rules that still make offers. */
export const FEWEST_RULES = MOTIONS.length + ALWAYS_OFFERED.length;

/** Writes a folder of documents with `count` rules; what was there before is gone. `now` is when the accounts are looked at. */
export async function writeBenchDocuments(folder: string, count: number, now: number): Promise<void> {
  if (count < FEWEST_RULES) throw new Error(`The service benchmark takes ${FEWEST_RULES} rules or more.`);
  rmSync(folder, { recursive: true, force: true });
  for (const kind of CATALOGUE)
    cpSync(path.join(SHIPPED, kind), path.join(folder, kind), { recursive: true });
  withoutControlCohort(path.join(folder, 'policy', 'default.json'));
  const { documents: shipped } = await loadRulesDirectory(new RulesDirectory(SHIPPED));
  const sample = [...workloadAccounts(shipped, SAMPLED_ACCOUNTS, now)];
  const workload = makeWorkload({ rules: count - FEWEST_RULES, sample, eventOf: serviceEvent });
  write(folder, 'fact', WORKLOAD_FACTS);
  write(folder, 'audience', workload.audiences);
  write(folder, 'rule', [...shippedMotions(), ...ALWAYS_OFFERED.map(offeringRule), ...workload.rules]);
}

function write(folder: string, kind: string, documents: readonly { readonly key: string }[]): void {
  mkdirSync(path.join(folder, kind), { recursive: true });
  for (const document of documents)
    writeFileSync(path.join(folder, kind, `${document.key}.json`), JSON.stringify(document));
}

function withoutControlCohort(file: string): void {
  const policy = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...policy, controlPercent: 0 }));
}

function shippedMotions(): RuleDocument[] {
  return MOTIONS.map(
    (key) => JSON.parse(readFileSync(path.join(SHIPPED, 'rule', `${key}.json`), 'utf8')) as RuleDocument,
  );
}

function offeringRule(offer: string): RuleDocument {
  return {
    key: `always-${offer}`,
    enabled: true,
    priority: 1,
    conditions: { all: [{ condition: 'paying' }] },
    event: {
      type: 'recommend-offer',
      params: {
        offer,
        signal: 'USAGE_LIMIT',
        metric: 'seats',
        whyShown: 'You use {{trigger.used | number}}.',
      },
    },
  };
}
