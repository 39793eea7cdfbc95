/** Chooses the documents of the benchmark: the shipped catalogue with exactly so many rules, and nobody held out. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';

const SHIPPED = 'rules';
const CATALOGUE = ['fact', 'metric', 'plan', 'offer', 'audience', 'topic', 'policy'];
/** Rules that decide come before rules that only tell, so that a small release still makes offers. */
const ORDER = ['assign-motion', 'suppress', 'recommend-offer', 'score', 'notify', 'create-task'];

/** Writes a folder of documents with `count` rules; what was there before is gone. */
export function writeBenchDocuments(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  for (const kind of CATALOGUE)
    cpSync(path.join(SHIPPED, kind), path.join(folder, kind), { recursive: true });
  withoutControlCohort(path.join(folder, 'policy', 'default.json'));
  mkdirSync(path.join(folder, 'rule'));
  for (const rule of chooseRules(readRules(), count)) {
    writeFileSync(path.join(folder, 'rule', `${rule.key}.json`), JSON.stringify(rule));
  }
}

/** Shipped rules in the order in which they matter, then generated ones, up to the count. */
function chooseRules(shipped: readonly RuleDocument[], count: number): readonly RuleDocument[] {
  const enabled = shipped.filter((rule) => rule.enabled !== false);
  const rank = (rule: RuleDocument) => ORDER.indexOf(rule.event.type);
  const chosen = [...enabled].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1)).slice(0, count);
  const generated = Array.from({ length: count - chosen.length }, (_, at) => generatedRule(at));
  return [...chosen, ...generated];
}

function readRules(): readonly RuleDocument[] {
  const folder = path.join(SHIPPED, 'rule');
  return readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RuleDocument,
  );
}

function withoutControlCohort(file: string): void {
  const policy = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...policy, controlPercent: 0 }));
}

/** A notice like those that ops write; each looks at other numbers. */
function generatedRule(at: number): RuleDocument {
  const plan = ['starter', 'growth', 'scale'][at % 3] ?? 'starter';
  return {
    key: `generated-notice-${String(at).padStart(5, '0')}`,
    enabled: true,
    priority: 1 + (at % 40),
    conditions: {
      all: [
        { fact: 'account.plan', operator: 'equal', value: plan },
        { fact: 'usage.seats.used', operator: 'greaterThanInclusive', value: at % 251 },
        {
          any: [
            { fact: 'usage.messages.ratio', operator: 'greaterThan', value: (at % 97) / 100 },
            { not: { fact: 'account.daysPaid', operator: 'lessThan', value: 30 + (at % 700) } },
          ],
        },
      ],
    },
    event: {
      type: 'notify',
      params: {
        kind: 'SERVICE',
        placements: ['billing-page'],
        title: `Notice ${at}`,
        body: 'You use {{usage.seats.used | number}} seats.',
        actions: [],
        dismissible: true,
        snoozable: true,
      },
    },
  };
}
