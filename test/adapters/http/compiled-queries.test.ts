import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startServer, type TestServer } from '../../support/graphql-server';

let fast: TestServer;
let plain: TestServer;
beforeAll(async () => {
  fast = await startServer({}, { codeGeneration: true });
  plain = await startServer({}, { codeGeneration: false });
});
afterAll(async () => {
  await fast.close();
  await plain.close();
});

const OFFER = `fragment whole on RecommendedOffer {
  id offerKey kind rank score scoreTerms { term value weight points } signal title body disclosure acceptLabel declineLabel
  treatment whyShown trigger { metric unit used limit ratio threshold crossedAt }
  price { current { ...m } proposed { ...m } difference { ...m de: formatted(locale: "de-DE") } interval }
  valueCase { statement monthlyDifference { ...m } figures } topic { key release excerpt } closeMode expiresAt }
  fragment m on Money { minorUnits currency formatted }`;

type Case = readonly [name: string, query: string, variables?: Record<string, unknown>];
const CASES: readonly Case[] = [
  [
    'a decision whole',
    `query($id: ID!, $c: DecisionContext) { recommendedOffers(accountId: $id, context: $c, first: 2) { id accountId release decidedAt motion motionReason readiness readinessPoints { ruleKey points } offers { ...whole } suppressed { offerKey stage code message } } } ${OFFER}`,
    { id: 'acc-1', c: { surface: 'EMAIL', intent: 'EXPLICIT_ASK' } },
  ],
  [
    'notifications whole',
    `{ inAppNotifications(accountId: "acc-1") { id schemaVersion kind placement priority title body actions { kind label url } offer { ...whole } treatment dismissible snoozable seenAt expiresAt data } } ${OFFER}`,
  ],
  [
    'an account',
    '{ account(id: "acc-1") { __typename id name status plan contract { term renewsAt } health { csat } addOns attributes test usage { metric used limit ratio trend crossings { ratio absolute crossedAt } } } }',
  ],
  ['nobody', '{ account(id: "acc-2") { id } }'],
  ['the same account by two names', '{ a: account(id: "acc-1") { id } b: account(id: "acc-1") { name } }'],
  [
    'pages',
    'query($f: Int, $a: String) { audiences(first: $f, after: $a) { totalCount edges { cursor node { key document conditions } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
    { f: 2 },
  ],
  ['accounts', '{ accounts { totalCount edges { cursor node { id } } } }'],
  ['operators', '{ operatorCatalogue { name phrase factTypes sample } }'],
  [
    'include and skip',
    'query($t: Boolean!) { audience(key: "a") { key @include(if: $t) name @skip(if: $t) ... @include(if: $t) { description } } }',
    { t: true },
  ],
  ['a default variable', 'query($key: ID! = "a") { audience(key: $key) { key } }'],
  ['an id as a number', 'query($key: ID!) { audience(key: $key) { key } }', { key: 7 }],
  [
    'JSON in and problems out',
    'query($d: JSONObject!) { validateDocument(kind: RULE, document: $d) { severity pointer code message hint } }',
    { d: { key: 'x', deep: [{ a: null }] } },
  ],
  [
    'JSON as a literal',
    '{ validateDocument(kind: RULE_TEST, document: { a: [1, 2.5, "x", null, { b: true }] }) { code } }',
  ],
  ['a schema', '{ documentSchema(kind: RULE_TEST) }'],
  ['one operation of two', 'query A { __typename } query B { audience(key: "b") { key } }'],
  ['an unknown account', '{ recommendedOffers(accountId: "nope") { id } }'],
  ['an error beside data', '{ account(id: "") { id } audience(key: "a") { key } }'],
  [
    'a bad locale',
    '{ recommendedOffers(accountId: "acc-1") { offers { price { proposed { formatted(locale: "!") } } } } }',
  ],
  [
    'a wrong enum',
    'query($c: DecisionContext) { recommendedOffers(accountId: "acc-1", context: $c) { id } }',
    { c: { surface: 'FAX' } },
  ],
  [
    'an unknown input field',
    'query($c: DecisionContext) { recommendedOffers(accountId: "acc-1", context: $c) { id } }',
    { c: { surfice: 'EMAIL' } },
  ],
  ['a missing variable', 'query($id: ID!) { account(id: $id) { id } }', {}],
  ['null for what must be', 'query($id: ID!) { account(id: $id) { id } }', { id: null }],
  ['a float for an Int', 'query($f: Int) { rules(first: $f) { totalCount } }', { f: 1.5 }],
  ['an Int too large', 'query($f: Int) { rules(first: $f) { totalCount } }', { f: 2 ** 31 }],
  ['a list for an id', 'query($id: ID!) { account(id: $id) { id } }', { id: ['acc-1'] }],
  ['an object for an id', 'query($id: ID!) { account(id: $id) { id } }', { id: { a: 1 } }],
  [
    'text for JSON',
    'query($d: JSONObject!) { validateDocument(kind: RULE, document: $d) { code } }',
    { d: 'x' },
  ],
  [
    'a list for JSON',
    'query($d: JSONObject!) { validateDocument(kind: RULE, document: $d) { code } }',
    { d: [1] },
  ],
  ['a variable that nobody declared', '{ __typename }', { x: 1 }],
];

describe('a compiled query', () => {
  it.each(CASES.map(([name, query, variables]) => ({ name, query, variables })))(
    'answers as the plain executor does: $name',
    async ({ query, variables }) => {
      const body = JSON.stringify({
        query,
        variables,
        operationName: query.startsWith('query A') ? 'B' : undefined,
      });
      const wanted = withoutIds((await plain.post(body)).text);
      for (let time = 1; time <= 3; time += 1) {
        const got = await fast.post(body);
        expect(withoutIds(got.text)).toEqual(wanted);
        expect(got.status).toBe((await plain.post(body)).status);
      }
    },
  );

  it('does not mix what overlapping requests ask', async () => {
    const query = 'query($key: ID!) { audience(key: $key) { key name } }';
    const keys = Array.from({ length: 200 }, (_, i) => 'abcde'[i % 5] ?? 'a');
    const answers = await Promise.all(keys.map((key) => fast.ask(query, { key })));
    expect(answers.map(({ json }) => json.data)).toEqual(
      keys.map((key) => ({ audience: { key, name: key } })),
    );
  });

  it('sees the scopes of its own caller', async () => {
    const query = '{ recommendedOffers(accountId: "acc-1") { suppressed { code } } }';
    for (const [token, codes] of [
      ['all', 1],
      ['offers_read', 0],
      ['all', 1],
      ['offers_read', 0],
    ] as const) {
      const { json } = await fast.ask(query, {}, token);
      expect((json.data?.['recommendedOffers'] as { suppressed: unknown[] }).suppressed).toHaveLength(codes);
    }
  });

  it('reads accounts asked for together in one batch', async () => {
    const batches: (readonly string[])[] = [];
    const server = await startServer({
      describeAccounts: async (ids) => (batches.push(ids), ids.map(() => null)),
    });
    await server.ask('{ a: account(id: "1") { id } b: account(id: "2") { id } c: account(id: "1") { id } }');
    expect(batches).toEqual([['1', '2']]);
    await server.close();
  });
});

describe('a process that may not generate code', () => {
  const ask = (...flags: readonly string[]) => {
    const script = `
      const { buildSchema } = require('graphql');
      const { canCompile } = require('./src/adapters/http/compiled-queries.ts');
      console.log(canCompile(buildSchema('type Query { a: Int }')));`;
    const cwd = join(__dirname, '../../..');
    return spawnSync(process.execPath, ['--require', 'tsx/cjs', ...flags, '-e', script], {
      cwd,
      encoding: 'utf8',
    }).stdout.trim();
  };

  it('is told apart, so that queries go through the plain executor there', () => {
    expect(ask()).toBe('true');
    expect(ask('--disallow-code-generation-from-strings')).toBe('false');
  });
});

function withoutIds(text: string): string {
  return text.replace(/req-\d+/g, 'req');
}
