import { mixedEvent, noticeEvent } from '../../bench/workload/workload-events';
import { makeWorkload, type Workload } from '../../bench/workload/make-workload';
import { workloadAccounts } from '../../bench/workload/workload-accounts';
import { workloadAttributes, WORKLOAD_FACTS } from '../../bench/workload/workload-attributes';
import { COLUMN_FACTS } from '../../bench/workload/workload-columns';
import { attributeProblems } from '../../src/domain/accounts/attribute-problems';
import { checkDocuments } from '../../src/domain/checks/check-documents';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { ConditionDocument, LeafDocument } from '../../src/domain/documents/kinds/condition-schema';
import { ruleDocumentSchema } from '../../src/domain/documents/kinds/rule-document';
import { audienceDocumentSchema } from '../../src/domain/documents/kinds/audience-document';
import { factDocumentSchema } from '../../src/domain/documents/kinds/fact-document';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { OPERATORS } from '../../src/domain/rules/operators/operator-catalogue';
import { parseRuleSet } from '../../src/domain/rules/parse-rule-set';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import { shippedDocuments } from '../support/shipped-rules';
import { checkTools } from '../support/validation';

const now = Date.parse('2026-06-15T12:00:00.000Z');
const SAMPLE = 100;

let shipped: DocumentSet;
let accounts: readonly FactSet[];
let workload: Workload;

const byKey = <T extends { readonly key: string }>(documents: readonly T[]): Map<string, T> =>
  new Map(documents.map((document) => [document.key, document]));

function leavesOf(node: ConditionDocument): LeafDocument[] {
  if ('all' in node) return node.all.flatMap(leavesOf);
  if ('any' in node) return node.any.flatMap(leavesOf);
  if ('not' in node) return leavesOf(node.not);
  return 'fact' in node ? [node] : [];
}

function sizeOf(node: ConditionDocument): number {
  if ('all' in node) return node.all.reduce((sum, member) => sum + sizeOf(member), 0);
  if ('any' in node) return node.any.reduce((sum, member) => sum + sizeOf(member), 0);
  return 'not' in node ? sizeOf(node.not) : 1;
}

beforeAll(async () => {
  shipped = await shippedDocuments();
  accounts = [...workloadAccounts(shipped, 2 * SAMPLE, now)];
  workload = makeWorkload({ rules: 300, sample: accounts.slice(0, SAMPLE), eventOf: noticeEvent });
});

describe('the rules of the workload', () => {
  it('are the same in every run, and fewer rules are the first of more', () => {
    const fewer = makeWorkload({ rules: 40, sample: accounts.slice(0, SAMPLE), eventOf: noticeEvent });
    expect(fewer).toEqual({ audiences: workload.audiences, rules: workload.rules.slice(0, 40) });
  });

  it('fire one time in ten, on accounts they were not drawn for too', () => {
    const documents = { rule: byKey(workload.rules), audience: byKey(workload.audiences) };
    const rules = plainEvaluator.compile(parseRuleSet(documents).ruleSet);
    const outcomes = accounts.slice(SAMPLE).map((facts) => rules.evaluate('notify', facts));
    const settled = outcomes.map((outcome) => {
      if (outcome instanceof Promise) throw new Error('The plain evaluator answers at once.');
      return outcome;
    });
    const fired = settled.reduce((sum, { matched }) => sum + matched.length, 0);
    expect(fired / (SAMPLE * workload.rules.length)).toBeCloseTo(0.1, 1.5);
    expect(settled.flatMap(({ undecided }) => undecided.flatMap(({ missing }) => missing))).toEqual([]);
    expect(settled.flatMap(({ failed }) => failed)).toEqual([]);
  });

  it('use every operator, decorators, paths, other facts and shared conditions', () => {
    const leaves = [...workload.rules, ...workload.audiences].flatMap(({ conditions }) =>
      leavesOf(conditions),
    );
    const written = new Set(leaves.map(({ operator }) => operator));
    expect(written).toEqual(new Set([...OPERATORS.keys(), 'someFact:in', 'everyFact:notIn']));
    expect(leaves.some(({ path }) => path !== undefined)).toBe(true);
    expect(leaves.some(({ value }) => typeof value === 'object' && value !== null && 'fact' in value)).toBe(
      true,
    );
    expect(JSON.stringify(workload.rules)).toContain('{"condition":"workload-audience-');
  });

  it('hold three to six conditions each', () => {
    const sizes = new Set(workload.rules.map(({ conditions }) => sizeOf(conditions)));
    expect([...sizes].sort()).toEqual([3, 4, 5, 6]);
  });

  it('are documents without a problem, whatever they lead to', () => {
    const mixed = makeWorkload({ rules: 300, sample: accounts.slice(0, SAMPLE), eventOf: mixedEvent });
    for (const rule of mixed.rules) expect(ruleDocumentSchema.parse(rule)).toEqual(rule);
    for (const audience of mixed.audiences) expect(audienceDocumentSchema.parse(audience)).toEqual(audience);
    for (const fact of WORKLOAD_FACTS) expect(factDocumentSchema.parse(fact)).toEqual(fact);
    const set: DocumentSet = {
      ...shipped,
      fact: new Map([...shipped.fact, ...byKey(WORKLOAD_FACTS)]),
      audience: new Map([...shipped.audience, ...byKey(mixed.audiences)]),
      rule: new Map([...shipped.rule, ...byKey(mixed.rules)]),
    };
    expect(checkDocuments(set, checkTools).filter(({ problem }) => problem.severity === 'ERROR')).toEqual([]);
  });
});

describe('the accounts of the workload', () => {
  it('have about forty facts each, and all of them', () => {
    expect(COLUMN_FACTS.length).toBeGreaterThan(35);
    expect(COLUMN_FACTS.length).toBeLessThan(45);
    for (const { values } of accounts) expect([...values.keys()].sort()).toEqual(COLUMN_FACTS);
  });

  it('carry attributes that the service would take in', () => {
    for (let position = 0; position < 50; position += 1)
      expect(attributeProblems(workloadAttributes(position, now))).toEqual([]);
  });
});
