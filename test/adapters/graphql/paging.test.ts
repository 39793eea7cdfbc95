import { startServer, type TestServer } from '../../support/graphql-server';

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly key: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const page = async (first?: number | null, after?: string | null): Promise<Page> => {
  const { json } = await server.ask(
    `query($first: Int, $after: String) { audiences(first: $first, after: $after) {
      edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }`,
    { first, after },
  );
  return json.data?.['audiences'] as Page;
};
const keysOf = ({ edges }: Page) => edges.map(({ node }) => node.key);

describe('a list of five', () => {
  it.each([1, 2, 3, 4, 5, 6, 100])('is read whole and in order in pages of %i', async (first) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const read: Page = await page(first, after);
      seen.push(...keysOf(read));
      expect(read.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(read.totalCount).toBe(5);
      more = read.pageInfo.hasNextPage;
      after = read.pageInfo.endCursor;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('goes on behind any edge', async () => {
    const { edges } = await page(5);
    expect(keysOf(await page(2, edges[1]?.cursor))).toEqual(['c', 'd']);
  });

  it('ends with an empty page behind the last', async () => {
    const { pageInfo } = await page(5);
    expect(await page(5, pageInfo.endCursor)).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('shows its default of 50 for null and for nothing', async () => {
    expect([keysOf(await page()), keysOf(await page(null))].map((keys) => keys.length)).toEqual([5, 5]);
  });
});

describe('accounts', () => {
  it('of an audience go on where the search stopped, not behind the last member', async () => {
    const asked: unknown[] = [];
    const searching = await startServer({
      listAccounts: async (question) => {
        asked.push(question);
        return { page: { items: [], hasNextPage: true, continueAfter: 'acc-2000', count: async () => null } };
      },
    });
    const query =
      'query($after: String) { accounts(audience: "a", first: 7, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }';
    const { json } = await searching.ask(query);
    const connection = json.data?.['accounts'] as Page;
    expect(connection).toMatchObject({ edges: [], pageInfo: { hasNextPage: true }, totalCount: null });
    await searching.ask(query, { after: connection.pageInfo.endCursor });
    expect(asked).toEqual([
      { after: null, first: 7, audience: 'a' },
      { after: 'acc-2000', first: 7, audience: 'a' },
    ]);
    await searching.close();
  });

  it('are counted only when somebody asks', async () => {
    const count = jest.fn(async () => 3);
    const counted = await startServer({
      listAccounts: async () => ({ page: { items: [], hasNextPage: false, continueAfter: null, count } }),
    });
    await counted.ask('{ accounts { edges { cursor } } }');
    expect(count).not.toHaveBeenCalled();
    await counted.ask('{ accounts { totalCount } }');
    expect(count).toHaveBeenCalledTimes(1);
    await counted.close();
  });
});
