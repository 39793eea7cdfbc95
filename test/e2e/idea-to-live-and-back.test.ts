/** One change from the idea to every customer and back, over the API of a running service with the shipped rules. */
import { describeEachDatabase } from '../support/databases';
import { GOVERNED } from '../support/governed-database';
import { runningService, SERVICE_KEY } from '../support/running-service';

const SAVE = `mutation Save($kind: DocumentKind!, $document: JSONObject!, $version: Int) {
  saveDocument(input: { kind: $kind, document: $document, expectedVersion: $version }) {
    version problems { severity code pointer message hint } error { __typename code message }
  }
}`;
const PUBLISH = `mutation Publish($key: ID!) {
  publish(input: { message: "Scale for less", idempotencyKey: $key }) {
    release { number publishedBy changes { key inWords } }
    problems { document code } failedTests { key } error { __typename code }
  }
}`;

interface Saved {
  readonly saveDocument: {
    readonly version: number | null;
    readonly problems: readonly { readonly code: string; readonly hint: string | null }[];
    readonly error: { readonly code: string } | null;
  };
}

interface Published {
  readonly publish: {
    readonly release: { readonly number: number; readonly changes: readonly object[] } | null;
    readonly failedTests: readonly { readonly key: string }[];
    readonly error: { readonly code: string } | null;
  };
}

type Document = Record<string, unknown>;

describeEachDatabase(
  'a change',
  (database) => {
    const running = runningService(database);
    const read = async (kind: string, key: string) => {
      const query = `query { document(kind: ${kind}, key: "${key}") { version document } }`;
      const { document } = await running.ask<{ document: { version: number; document: Document } }>(query);
      return document;
    };
    const save = async (kind: string, document: Document, version: number | null) =>
      (await running.ask<Saved>(SAVE, { kind, document, version })).saveDocument;
    const remove = async (kind: string, key: string) => {
      const { version } = await read(kind, key);
      const input = `kind: ${kind}, key: "${key}", expectedVersion: ${version}`;
      await running.ask(`mutation { deleteDocument(input: { ${input} }) { error { code } } }`);
    };
    const publish = async (key: string, token = SERVICE_KEY) => {
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: PUBLISH, variables: { key } }),
      });
      return ((await response.json()) as { data: Published }).data.publish;
    };
    const price = async () => {
      const query = `query { recommendedOffers(accountId: "acme-dental", context: { intent: EXPLICIT_ASK }) {
        release offers { offerKey price { proposed { minorUnits } } } } }`;
      const { recommendedOffers } = await running.ask<{
        recommendedOffers: {
          release: number;
          offers: readonly { offerKey: string; price: { proposed: { minorUnits: number } } }[];
        };
      }>(query);
      const scale = recommendedOffers.offers.find(({ offerKey }) => offerKey === 'scale-plan');
      return [recommendedOffers.release, scale?.price.proposed.minorUnits];
    };

    it('is stopped where a word is misspelt, with the word that was meant', async () => {
      const { version, document } = await read('RULE', 'growth-at-seat-limit');
      const misspelt = JSON.parse(
        JSON.stringify(document).replace('seats.ratio', 'seats.ration'),
      ) as Document;
      const saved = await save('RULE', misspelt, version);
      expect(saved.version).toBeNull();
      expect(saved.problems).toMatchObject([{ code: 'UNKNOWN_FACT' }]);
      expect(saved.problems[0]?.hint).toContain('`usage.seats.ratio`');
    });

    it('is stopped where it breaks what a rule test says', async () => {
      const { version, document } = await read('RULE', 'growth-at-seat-limit');
      const earlier = JSON.parse(JSON.stringify(document).replace('"value":0.9', '"value":0.8')) as Document;
      expect(await save('RULE', earlier, version)).toMatchObject({ version: version + 1, error: null });
      const refused = await publish('earlier');
      expect(refused).toMatchObject({ release: null, error: { code: 'NOT_PUBLISHABLE' } });
      expect(refused.failedTests.map(({ key }) => key)).toContain('starter-seats-below');
      await save('RULE', document, version + 1);
    });

    it('reaches the next question once the tests that name the old price are taken out, and is gone after one step back', async () => {
      const [, before] = await price();
      const { version, document } = await read('PLAN', 'scale');
      const prices = (document['prices'] as readonly { minorUnits: number }[]).map((one) => ({
        ...one,
        minorUnits: one.minorUnits + 100,
      }));
      expect(await save('PLAN', { ...document, prices }, version)).toMatchObject({ error: null });
      expect(await price()).toEqual([1, before]);
      const refused = await publish('scale');
      expect(refused.error?.code).toBe('NOT_PUBLISHABLE');
      for (const { key } of refused.failedTests) await remove('RULE_TEST', key);
      const published = await publish('scale');
      expect(published).toMatchObject({ release: { number: 2, publishedBy: 'admin' }, error: null });
      expect(JSON.stringify(published.release?.changes)).toMatch(
        /prices\.USD per MONTH\.minorUnits: \d+ → \d+/,
      );
      expect(await price()).toEqual([2, (before ?? 0) + 100]);
      const back = 'rollback(input: { toRelease: 1, message: "Too dear", idempotencyKey: "back" })';
      expect(await running.ask(`mutation { ${back} { release { number } error { code } } }`)).toEqual({
        rollback: { release: { number: 3 }, error: null },
      });
      expect(await price()).toEqual([3, before]);
    });

    it('leaves its traces in the audit log', async () => {
      const { auditLog } = await running.ask<{
        auditLog: { edges: readonly { node: { action: string; subject: string } }[] };
      }>('query { auditLog(first: 2) { edges { node { action subject } } } }');
      expect(auditLog.edges.map(({ node }) => `${node.action} ${node.subject}`)).toEqual([
        'RELEASE_ROLLED_BACK release/3',
        'RELEASE_PUBLISHED release/2',
      ]);
    });
  },
  GOVERNED,
);
