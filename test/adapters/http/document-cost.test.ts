import { COST } from '../../../src/adapters/http/document-cost';
import { MAX_PAGE_SIZE } from '../../../src/application/page-size';
import { startServer, type TestServer } from '../../support/graphql-server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const isTooCostly = async (query: string) => {
  const { status, json } = await server.ask(query, { n: 1 });
  const found = json.errors?.find(({ extensions }) => extensions['limit'] === 'cost');
  if (found !== undefined) expect([status, found.extensions.code]).toEqual([400, 'DOCUMENT_TOO_LARGE']);
  return found !== undefined;
};
const names = (count: number) => Array(count).fill('__typename').join(' ');
/** A page of rules costs a point, and per item ten, an edge, a node and the node's fields. */
const page = (alias: string, first: string | number, fields: number) =>
  `${alias}: rules(first: ${first}) { edges { node { ${names(fields)} } } }`;
const pageCost = (size: number, fields: number) => 1 + size * (COST.item + 2 + fields);

describe('what an answer may cost', () => {
  it('is taken at the limit and refused one point above', async () => {
    const at = Array.from({ length: 11 }, (_, i) => page(`p${i}`, 75, 12)).join(' ');
    const left = COST.most - 11 * pageCost(75, 12);
    expect(left).toBeGreaterThan(0);
    const filler = (points: number) => {
      const size = Math.floor((points - 1) / (COST.item + 3));
      return `${page('q', size, 1)} ${names(points - pageCost(size, 1))}`;
    };
    expect(await isTooCostly(`{ ${at} ${filler(left)} }`)).toBe(false);
    expect(await isTooCostly(`{ ${at} ${filler(left + 1)} }`)).toBe(true);
  });

  it.each([
    ['a literal', 'query { rules(first: 100) { edges { node { F } } } }'],
    [
      'a variable, which may be as large as a page',
      'query ($n: Int) { rules(first: $n) { edges { node { F } } } }',
    ],
    [
      'a fragment',
      '{ ...f } fragment f on Query { rules(first: 100) { ...g } } fragment g on RuleConnection { edges { node { F } } }',
    ],
    [
      'an inline fragment',
      '{ ... { rules(first: 100) { ... on RuleConnection { edges { node { F } } } } } }',
    ],
    ['a size beyond what will be served', '{ rules(first: 2000000000) { edges { node { F } } } }'],
  ])('counts by the size of the page: %s', async (_name, query) => {
    const most = Math.floor((COST.most - 1) / MAX_PAGE_SIZE) - COST.item - 2;
    expect(await isTooCostly(query.replace('F', names(most)))).toBe(false);
    expect(await isTooCostly(query.replace('F', names(most + 1)))).toBe(true);
  });

  it('counts a page without a size by its default', async () => {
    const query = (fields: number) => `{ rules { edges { node { ${names(fields)} } } } }`;
    const most = Math.floor((COST.most - 1) / 50) - COST.item - 2;
    expect(await isTooCostly(query(most))).toBe(false);
    expect(await isTooCostly(query(most + 1))).toBe(true);
  });

  it('counts lists without a size as a few items, once for each level', async () => {
    const query = (fields: number) =>
      `{ accounts(first: 20) { edges { node { usage { crossings { ${names(fields)} } } } } } }`;
    const few = COST.itemsOfUnsizedList;
    const cost = (fields: number) => 1 + 20 * (COST.item + 2 + 1 + few * (1 + few * fields));
    const most = Math.floor((COST.most - cost(0)) / (20 * few * few));
    expect(cost(most)).toBeLessThanOrEqual(COST.most);
    expect(await isTooCostly(query(most))).toBe(false);
    expect(await isTooCostly(query(most + 1))).toBe(true);
  });
});
