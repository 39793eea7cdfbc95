import { type DocumentNode, parse, validate, visit } from 'graphql';
import { buildContractSchema } from '../../../src/adapters/graphql/contract-schema';
import { costLimit } from '../../../src/adapters/http/document-cost';
import { documentLimits, MAX_TOKENS } from '../../../src/adapters/http/document-limits';
import { startServer, type TestServer } from '../../support/graphql-server';

const schema = buildContractSchema();

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const repeat = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const limitsBroken = async (query: string) => {
  const { status, json } = await server.ask(query);
  const codes = (json.errors ?? []).filter(({ extensions }) => extensions.code === 'DOCUMENT_TOO_LARGE');
  return { status, limits: codes.map(({ extensions }) => extensions['limit']) };
};

/** Fields under `offers { ... }` at a depth that is allowed. */
const fields = (count: number) =>
  `{ recommendedOffers(accountId: "acc-1") { offers { ${repeat(count - 2, () => 'title')} } } }`;
const aliases = (count: number) => `{ ${repeat(count, (i) => `a${i}: __typename`)} }`;
const directives = (count: number) => `{ __typename ${repeat(count, () => '@include(if: true)')} }`;
const mutations = (count: number) =>
  `mutation { ${repeat(count, (i) => `m${i}: recordUsage(input: []) { id }`)} }`;
const deep = (levels: number) => '{ a '.repeat(levels) + '}'.repeat(levels);
const spread = (levels: number) =>
  `{ ...f0 } ${repeat(levels, (i) => `fragment f${i} on Query { __typename ...f${i + 1} ...f${i + 1} }`)} fragment f${levels} on Query { __typename }`;

/** The document, where the parser lets it through. */
function readable(name: string, query: string): (readonly [string, DocumentNode])[] {
  try {
    return [[name, parse(query, { maxTokens: MAX_TOKENS })]];
  } catch {
    return [];
  }
}

/** Counts, from now on, how often somebody looks into a selection; six times as many as there are end the test. */
function countedSelections(document: DocumentNode) {
  const looks = { selections: 0, made: 0 };
  visit(document, {
    SelectionSet(node) {
      const { selections } = node;
      looks.selections += 1;
      const look = () => {
        looks.made += 1;
        if (looks.made > 6 * looks.selections) throw new Error(`${looks.made} looks`);
        return selections;
      };
      Object.defineProperty(node, 'selections', { get: look });
    },
  });
  looks.made = 0;
  return looks;
}

describe('a document at the limit and one above', () => {
  it.each([
    ['fields', fields(400), fields(401)],
    ['aliases', aliases(50), aliases(51)],
    ['directives', directives(50), directives(51)],
    ['mutations', mutations(1), mutations(2)],
    ['depth', deep(10), deep(11)],
    ['fields', spread(7), spread(8)],
  ])('%s', async (limit, allowed, refused) => {
    expect((await limitsBroken(allowed)).limits).toEqual([]);
    expect(await limitsBroken(refused)).toEqual({ status: 400, limits: [limit] });
  });

  it('counts tokens while it reads', async () => {
    const within = await server.ask(`{ ${repeat(1_998, () => 'x')} }`);
    expect(within.json.errors?.[0]?.extensions.code).not.toBe('GRAPHQL_PARSE_FAILED');
    const above = await server.ask(`{ ${repeat(1_999, () => 'x')} }`);
    expect([above.status, above.json.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });

  it('a single operation with fragments that are never spread counts nothing for them', async () => {
    const query = `{ __typename } ${repeat(100, (i) => `fragment f${i} on Query { a: __typename b: __typename }`)}`;
    expect((await limitsBroken(query)).limits).toEqual([]);
  });
});

describe('a document that is meant to hang the server', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['fragments that double 30 times', spread(30)],
    ['a fragment within itself', '{ ...f } fragment f on Query { ...f }'],
    [
      'two fragments within each other',
      '{ ...f } fragment f on Query { ...g } fragment g on Query { ...f ...f }',
    ],
    ['lists 900 deep', `{ audience(key: ${'['.repeat(900)}${']'.repeat(900)}) { key } }`],
    ['lists 5,000 deep', `{ audience(key: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { key } }`],
    ['selections 900 deep', deep(900)],
    ['10,000 fields', `{ ${repeat(10_000, () => '__typename')} }`],
    [
      '300 aliased inline fragments',
      `{ ${repeat(150, (i) => `... on Query { a${i}: __typename a: __typename }`)} }`,
    ],
    ['fields that all overlap', `{ ${repeat(240, (i) => `... { rules(first: ${i}) { totalCount } }`)} }`],
    ['300 operations', repeat(300, (i) => `query q${i} { __typename }`)],
    ['an open block string', `{ audience(key: """${'x'.repeat(200_000)}`],
    ['a name of 200 kB', `{ ${'x'.repeat(200_000)} }`],
    ['1,990 unknown fields', `{ ${repeat(1_990, (i) => `nope${i}`)} }`],
    ['300 unknown variables', `{ ${repeat(300, (i) => `audience(key: $v${i}) { key }`)} }`],
  ];

  it.each(hostile)('%s is refused in few words', async (_name, query) => {
    const { status, json, text } = await server.ask(query);
    expect(status).toBe(400);
    expect(json.data).toBeUndefined();
    expect(json.errors?.[0]?.extensions.code).toMatch(
      /^(GRAPHQL_(PARSE|VALIDATION)_FAILED|DOCUMENT_TOO_LARGE|OPERATION_RESOLUTION_FAILURE)$/,
    );
    expect(text.length).toBeLessThan(20_000);
  });

  it.each(hostile.flatMap(([name, query]) => readable(name, query)))(
    'our limits look at each selection of %s a few times, however often it is spread',
    (_name, document) => {
      const looks = countedSelections(document);
      validate(schema, document, [documentLimits, costLimit]);
      expect(looks.made).toBeGreaterThanOrEqual(looks.selections);
    },
  );

  it('fragments nested 600 deep around one field are answered', async () => {
    const { json } = await server.ask(`{ ${'... { '.repeat(600)} __typename ${'}'.repeat(600)} }`);
    expect(json).toEqual({ data: { __typename: 'Query' } });
  });

  it('leaves no trace of a fault', () => expect(server.faults).toEqual([]));
});

describe('the schema', () => {
  const INTROSPECTION =
    '{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } }';

  it('can be introspected in development', async () => {
    expect((await server.ask(INTROSPECTION)).status).toBe(200);
  });

  it('cannot be introspected in production, nor guessed from error messages', async () => {
    const production = await startServer({}, { production: true });
    for (const query of [
      INTROSPECTION,
      '{ __type(name: "Account") { name } }',
      '{ recommendedOffer(accountId: "x") { id } }',
    ]) {
      const { status, text } = await production.ask(query);
      expect(status).toBe(400);
      expect(text).not.toMatch(/Did you mean|recommendedOffers/);
    }
    await production.close();
  });
});
