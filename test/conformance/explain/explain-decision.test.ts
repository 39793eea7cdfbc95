import { runRuleTest } from '../../../src/domain/decisions/run-rule-test';
import { parseDocumentText } from '../../../src/domain/documents/parse-document-text';
import { describeEachDatabase } from '../../support/databases';
import { runningService } from '../../support/running-service';
import { releaseOf, shippedDocuments } from '../../support/shipped-rules';

const EXPLAIN = `query($id: ID!, $context: DecisionContext, $facts: JSONObject, $draft: Boolean) {
  explainDecision(accountId: $id, userId: "ann", context: $context, facts: $facts, draft: $draft) {
    decision { motion readiness offers { offerKey title } suppressed { offerKey code } }
    rules { key stage outcome summary }
    offers { offerKey made code }
    overriddenFacts
  }
}`;

const DECIDE = `query($id: ID!, $context: DecisionContext) {
  recommendedOffers(accountId: $id, userId: "ann", context: $context, first: 100) {
    motion readiness offers { offerKey title } suppressed { offerKey code }
  }
}`;

interface Explained {
  readonly explainDecision: {
    readonly decision: object;
    readonly rules: readonly { key: string; stage: string; outcome: string; summary: string }[];
    readonly offers: readonly { offerKey: string; made: boolean; code: string | null }[];
    readonly overriddenFacts: readonly string[];
  };
}

describeEachDatabase('explainDecision', (database) => {
  const service = runningService(database);
  const explain = async (id: string, more: object = {}) =>
    (await service.ask<Explained>(EXPLAIN, { id, ...more })).explainDecision;

  it.each([{}, { intent: 'EXPLICIT_ASK', surface: 'SUPPORT_CHAT' }, { intent: 'UNRELATED' }])(
    'explains of every demo account what recommendedOffers answers, asked with %j',
    async (context) => {
      const { accounts } = await service.ask<{ accounts: { edges: { node: { id: string } }[] } }>(
        '{ accounts(first: 100) { edges { node { id } } } }',
      );
      expect(accounts.edges.length).toBeGreaterThan(10);
      for (const { node } of accounts.edges) {
        const { recommendedOffers } = await service.ask<{ recommendedOffers: object }>(DECIDE, {
          id: node.id,
          context,
        });
        const explained = await explain(node.id, { context });
        expect(explained.decision).toEqual(recommendedOffers);
        expect(explained.rules.filter(({ outcome }) => outcome === 'FAILED')).toEqual([]);
      }
    },
  );

  it('makes of every demo account a rule test that the documents in force pass, and that names nobody', async () => {
    const { accounts } = await service.ask<{ accounts: { edges: { node: { id: string } }[] } }>(
      '{ accounts(first: 100) { edges { node { id } } } }',
    );
    const release = releaseOf(await shippedDocuments());
    for (const { node } of accounts.edges) {
      const { starterTest } = await service.ask<{ starterTest: Record<string, unknown> }>(
        'query($id: ID!) { starterTest(accountId: $id, userId: "ann") }',
        { id: node.id },
      );
      const read = parseDocumentText('test', JSON.stringify(starterTest));
      if (!('document' in read)) throw new Error(JSON.stringify(read.problems));
      expect(await runRuleTest(release, read.document)).toMatchObject({ passed: true, differences: [] });
      expect(read.document.description).not.toContain('otherwise');
      expect(JSON.stringify(starterTest)).not.toMatch(new RegExp(`${node.id}|@|ann"`));
    }
  });

  it('tells what another figure would change, and says that it was not the account’s own', async () => {
    const facts = { 'usage.seats.used': 20 };
    const explained = await explain('acme-dental', { facts });
    expect(explained.overriddenFacts).toEqual(['usage.seats.used']);
    expect(explained.rules.find(({ key }) => key === 'scale-at-seat-limit')?.summary).toContain(
      '`usage.seats.ratio` is 40 %, should be at least 90 %: 50 % short',
    );
    expect(explained.offers.filter(({ made }) => made)).toEqual([]);
  });

  it('explains what a saved draft would decide, while customers are answered by the release in force', async () => {
    const { rule } = await service.ask<{ rule: { document: { conditions: { all: object[] } } } }>(
      '{ rule(key: "scale-at-seat-limit") { document } }',
    );
    const never = { fact: 'usage.seats.ratio', operator: 'greaterThanInclusive', value: 1.5 };
    const document = { ...rule.document, conditions: { all: [...rule.document.conditions.all, never] } };
    const { saveDocument } = await service.ask<{ saveDocument: { error: object | null } }>(
      `mutation($document: JSONObject!) {
        saveDocument(input: { kind: RULE, document: $document, expectedVersion: 1 }) { error { message } problems { message } }
      }`,
      { document },
    );
    expect(saveDocument.error).toBeNull();
    const drafted = await explain('acme-dental', { draft: true });
    expect(drafted.rules.find(({ key }) => key === 'scale-at-seat-limit')?.summary).toContain(
      '`usage.seats.ratio` is 90 %, should be at least 150 %: 60 % short',
    );
    const live = await explain('acme-dental');
    expect(live.rules.find(({ key }) => key === 'scale-at-seat-limit')?.outcome).toBe('MATCHED');
  });
});
