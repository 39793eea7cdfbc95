import { ENGINES, SPECIFICATION } from '../../bench/matcher/engines';
import type { EngineInput, EngineUnderTest } from '../../bench/matcher/engine-under-test';
import { makeWorkload } from '../../bench/workload/make-workload';
import { workloadAccounts } from '../../bench/workload/workload-accounts';
import { noticeEvent } from '../../bench/workload/workload-events';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { parseRuleSet } from '../../src/domain/rules/parse-rule-set';
import { shippedDocuments } from '../support/shipped-rules';

const now = Date.parse('2026-06-15T12:00:00.000Z');

/** Few, since json-rules-engine takes its time. */
const MEASURED = 8;

let input: EngineInput;
let accounts: readonly FactSet[];

async function firedSets(engine: EngineUnderTest): Promise<string[][]> {
  const ready = await engine.prepare(input);
  const sets: string[][] = [];
  for (const facts of accounts)
    sets.push([...(await ready.about(facts)())].map((one) => ready.keyOf(one)).sort());
  return sets;
}

beforeAll(async () => {
  const sample = [...workloadAccounts(await shippedDocuments(), 100, now)];
  accounts = sample.slice(0, MEASURED);
  const workload = makeWorkload({ rules: 200, sample, eventOf: noticeEvent });
  const byKey = <T extends { readonly key: string }>(documents: readonly T[]) =>
    new Map(documents.map((document) => [document.key, document]));
  const { ruleSet } = parseRuleSet({ rule: byKey(workload.rules), audience: byKey(workload.audiences) });
  input = { workload, ruleSet, now };
});

describe('the engines of the benchmark', () => {
  it.each(ENGINES.filter(({ decides }) => decides).map((engine) => [engine.name, engine] as const))(
    '%s fires the same rules as the specification, account by account',
    async (_name, engine) => {
      const expected = await firedSets(SPECIFICATION);
      expect(expected.flat().length).toBeGreaterThan(100);
      expect(await firedSets(engine)).toEqual(expected);
    },
  );

  it.each(ENGINES.filter(({ decides }) => !decides).map((engine) => [engine.name, engine] as const))(
    '%s finds every fact in its place, and fires nothing',
    async (_name, engine) => {
      expect((await firedSets(engine)).flat()).toEqual([]);
    },
  );
});
