import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { guardRootFields, scopeOf } from '../../src/adapters/graphql/scope';
import { SCOPES, type Scope } from '../../src/application/caller';
import { AccountChanges } from '../../src/application/watch/account-changes';
import { openStream } from '../support/event-stream';
import { startServer, type TestServer } from '../support/graphql-server';
import { KNOWN_ACCOUNT } from '../support/graphql-services';
import { everyRootFieldOf, operationFor, requiredArguments, rootFieldsOf } from '../support/schema-queries';

const schema = buildContractSchema();
const roots = everyRootFieldOf(schema);
const streams = roots.filter(({ operation }) => operation === 'subscription');

/** Scopes of fields that the contract does not have, and of those whose scope it gives in brackets beside another. */
const NAMED_SCOPES: readonly (readonly [field: string, scope: Scope])[] = [
  ['draft', 'rules:read'],
  ['document', 'rules:read'],
  ['cancelSchedule', 'rules:publish'],
  ['approveChanges', 'rules:approve'],
  ['publish', 'rules:publish'],
  ['rollback', 'rules:publish'],
];

/** The scope in the comment above a field of the contract. */
const contractScopes = new Map<string, string>(NAMED_SCOPES);
let heading = '';
for (const line of readFileSync(join(__dirname, 'contract.graphql'), 'utf8').split('\n')) {
  heading = /# ----.*scope ([a-z:]+)/.exec(line)?.[1] ?? heading;
  const field = /^ {2}([a-zA-Z]+)[(:]/.exec(line)?.[1];
  if (field !== undefined && heading !== '' && !contractScopes.has(field)) contractScopes.set(field, heading);
}

describe('scopes', () => {
  it.each(roots.map(({ operation, field }) => [operation, field.name, field] as const))(
    '%s %s demands a scope: the one the contract names, where it names the field',
    (_operation, name, field) => {
      const scope = scopeOf(field as never);
      expect(SCOPES).toContain(scope);
      expect(contractScopes.get(name) ?? scope).toBe(scope);
    },
  );

  it('a schema with a root field that declares none is never served', () => {
    const bare = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { open: { type: GraphQLString, resolve: () => 'x' } },
      }),
    });
    expect(() => guardRootFields(bare)).toThrow('open declares no scope');
  });
});

describe('a key without the scope', () => {
  const changes = new AccountChanges({ feeds: 10, feedsPerAccount: 10 });
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ watchAccount: async (id) => changes.watch(id) });
  });
  afterAll(() => server.close());

  const QUERIES: readonly (readonly [Scope, string])[] = [
    ['offers:read', '{ recommendedOffers(accountId: "acc-1") { id } }'],
    ['offers:read', '{ inAppNotifications(accountId: "acc-1") { id } }'],
    ['rules:read', '{ account(id: "acc-1") { id } }'],
    ['rules:read', '{ accounts { totalCount } }'],
    ['rules:read', '{ audience(key: "a") { key } }'],
    ['rules:read', '{ audiences { totalCount } }'],
    ['rules:read', '{ auditLog { totalCount } }'],
    ['rules:read', '{ rule(key: "r") { key } }'],
    ['rules:read', '{ rules { totalCount } }'],
    ['rules:read', '{ offers { totalCount } }'],
    ['rules:read', '{ explainDecision(accountId: "acc-1") { facts } }'],
    ['rules:read', '{ replayDecision(id: "dec-1") { outcome } }'],
    ['rules:read', '{ starterTest(accountId: "acc-1") }'],
    ['rules:read', '{ factCatalogue { name } }'],
    ['rules:read', '{ operatorCatalogue { name } }'],
    ['rules:read', '{ documentSchema(kind: RULE) }'],
    ['rules:read', '{ document(kind: RULE, key: "r") { version } }'],
    ['rules:read', '{ draft { revision } }'],
    ['rules:read', '{ pendingChanges { key } }'],
    ['rules:read', '{ release(number: 1) { hash } }'],
    ['rules:read', '{ releases { totalCount } }'],
    ['rules:edit', 'mutation { saveDocument(input: { kind: RULE, document: {} }) { version } }'],
    [
      'rules:edit',
      'mutation { deleteDocument(input: { kind: RULE, key: "r", expectedVersion: 1 }) { version } }',
    ],
    ['rules:approve', 'mutation { approveChanges(input: { expectedRevision: 1 }) { error { code } } }'],
    ['rules:publish', 'mutation { cancelSchedule(input: { expectedRevision: 1 }) { error { code } } }'],
    [
      'rules:publish',
      'mutation { publish(input: { message: "m", idempotencyKey: "k" }) { error { code } } }',
    ],
    [
      'rules:publish',
      'mutation { rollback(input: { toRelease: 1, message: "m", idempotencyKey: "k" }) { error { code } } }',
    ],
    ['rules:read', '{ validateDocument(kind: RULE, document: {}) { code } }'],
    ['rules:read', '{ simulation(id: "sim-1") { id } }'],
    ['rules:edit', 'mutation { startSimulation(input: { idempotencyKey: "k" }) { simulation { id } } }'],
    ['rules:edit', 'mutation { cancelSimulation(id: "sim-1") { id } }'],
    [
      'reports:read',
      '{ report(from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z") { total { presented } } }',
    ],
    ...(
      [
        ['recordImpressions', 'recommendationIds: ["x"]', '{ results { status } }'],
        ['acceptOffer', 'recommendationId: "x"', '{ __typename }'],
        ['declineOffer', 'recommendationId: "x"', '{ __typename }'],
        ['snoozeOffer', 'recommendationId: "x", until: "2026-07-01T00:00:00Z"', '{ __typename }'],
        ['dismissNotification', 'notificationId: "x"', '{ __typename }'],
      ] as const
    ).map(
      ([field, input, selection]) =>
        [
          'responses:write',
          `mutation { ${field}(input: { ${input}, idempotencyKey: "k" }) ${selection} }`,
        ] as const,
    ),
    ['admin', 'mutation { createApiKey(input: { name: "n", scopes: [] }) { secret } }'],
    ['admin', 'mutation { revokeApiKey(id: "x") }'],
    ['admin', 'mutation { createAccountToken(accountId: "acc-1") { token } }'],
    ['data:ingest', 'mutation { upsertAccounts(input: []) { id } }'],
    ['data:ingest', 'mutation { recordUsage(input: []) { id } }'],
    ['data:ingest', 'mutation { recordAccountEvents(input: []) { id } }'],
  ];

  it('has a case here for every query and mutation', () => {
    const asked = QUERIES.map(([, query]) => /(?:^|mutation )\{ (\w+)/.exec(query)?.[1]);
    expect(asked.sort()).toEqual(
      rootFieldsOf(schema)
        .map(({ field }) => field.name)
        .sort(),
    );
  });

  it.each(QUERIES)('%s: is refused, and the key with just that scope is served: %s', async (scope, query) => {
    const others = SCOPES.filter((other) => other !== scope).map((other) => other.replace(':', '_'));
    const refused = await server.ask(query, {}, others.join('.'));
    expect(refused.status).toBe(403);
    expect(refused.json.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope });
    const served = await server.ask(query, {}, scope.replace(':', '_'));
    expect(served.json.errors).toBeUndefined();
    expect(served.status).toBe(200);
  });

  it.each(streams.map((root) => [root.field.name, root] as const))(
    'gets no stream of %s, and the key with just that scope gets one',
    async (_name, root) => {
      const args = { ...requiredArguments(root.field), accountId: KNOWN_ACCOUNT };
      const open = (scopes: readonly Scope[]) => {
        const token = scopes.map((scope) => scope.replace(':', '_')).join('.');
        return openStream(server.url, token, operationFor(root, args), args);
      };
      const refused = await open(SCOPES.filter((other) => other !== root.scope));
      expect((await refused.next())?.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refused.next()).toBeNull();
      const served = await open([root.scope]);
      expect((await served.next())?.data?.[root.field.name as 'inAppNotifications']).toBeTruthy();
      served.close();
    },
  );

  it('sees no suppressed offers without rules:read', async () => {
    const query = '{ recommendedOffers(accountId: "acc-1") { offers { id } suppressed { code } } }';
    const { json } = await server.ask(query, {}, 'offers_read');
    expect(json.data).toEqual({ recommendedOffers: { offers: [{ id: 'rec-1' }], suppressed: [] } });
  });
});
