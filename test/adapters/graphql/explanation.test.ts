import type { WhatIfQuestion } from '../../../src/application/explain/what-if';
import { KNOWN_ACCOUNT, testServices } from '../../support/graphql-services';
import { startServer, type TestServer } from '../../support/graphql-server';

const QUERY = `query($id: ID!, $facts: JSONObject, $at: DateTime, $draft: Boolean) {
  explainDecision(accountId: $id, facts: $facts, at: $at, draft: $draft) {
    decision { motion suppressed { offerKey stage code message } }
    facts staleFacts overriddenFacts readiness
    motion { key stage outcome summary conditions unmet }
    audiences { key outcome summary conditions unmet }
    rules { key stage outcome summary conditions unmet }
    offers { offerKey made stage code message ruleKey rank score scoreTerms { term points } }
  }
}`;

describe('explainDecision', () => {
  let server: TestServer;
  const asked: WhatIfQuestion[] = [];

  afterEach(() => server.close());

  it('shows all of an explanation, suppressed offers included', async () => {
    server = await startServer();
    const { json } = await server.ask(QUERY, { id: KNOWN_ACCOUNT }, 'rules_read');
    expect(json.errors).toBeUndefined();
    expect(json.data?.['explainDecision']).toMatchObject({
      decision: { suppressed: [{ offerKey: 'return-offer', code: 'OTHER_MOTION' }] },
      motion: { conditions: { fact: 'account.plan', actual: 'starter' } },
      rules: [{ outcome: 'MATCHED' }, { outcome: 'FAILED', stage: null, conditions: null }],
      offers: [{ made: false, code: 'OTHER_MOTION' }],
    });
  });

  it('hands on the facts, the clock and the draft', async () => {
    server = await startServer({
      explanations: {
        ...testServices().explanations,
        explain: async (question) => {
          asked.push(question);
          return { failure: 'INVALID_ARGUMENT', argument: 'facts', message: 'can’t be overridden so.' };
        },
      },
    });
    const { json } = await server.ask(QUERY, {
      id: 'a',
      facts: { 'health.csat': null },
      at: '2026-06-01T02:00:00+02:00',
      draft: true,
    });
    expect(asked).toEqual([
      {
        accountId: 'a',
        userId: null,
        context: { surface: 'IN_APP' },
        draft: true,
        facts: { 'health.csat': null },
        at: '2026-06-01T00:00:00.000Z',
      },
    ]);
    expect(json.errors).toMatchObject([
      {
        message: '`facts` can’t be overridden so.',
        extensions: { code: 'INVALID_ARGUMENT', argument: 'facts' },
      },
    ]);
  });

  it('is refused for an account that is not known, and for a key that may not read rules', async () => {
    server = await startServer();
    const unknown = await server.ask(QUERY, { id: 'nobody' });
    expect(unknown.json.errors?.[0]?.extensions.code).toBe('ACCOUNT_NOT_FOUND');
    const foreign = await server.ask(QUERY, { id: KNOWN_ACCOUNT }, 'offers_read');
    expect(foreign.json.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('starterTest', () => {
  it('hands out the document as it would be saved, and knows no account that is not there', async () => {
    const server = await startServer();
    const query = 'query($id: ID!) { starterTest(accountId: $id) }';
    const made = await server.ask(query, { id: KNOWN_ACCOUNT }, 'rules_read');
    expect(made.json.data?.['starterTest']).toEqual({
      key: 'starter',
      description: 'A real account.',
      at: '2026-06-01T00:00:00.000Z',
      account: { status: 'PAYING' },
      expect: { offers: [] },
    });
    const unknown = await server.ask(query, { id: 'nobody' });
    expect(unknown.json.errors?.[0]?.extensions.code).toBe('ACCOUNT_NOT_FOUND');
    await server.close();
  });
});
