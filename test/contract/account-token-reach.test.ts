/** Promise P7: whatever id of another account a token holder sends, the answer is that for an id nobody ever made. */
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { ACCOUNT_TOKEN_SCOPES } from '../../src/application/caller';
import { describeEachDatabase } from '../support/databases';
import { runningService } from '../support/running-service';
import {
  everyRootFieldOf,
  idPathsOf,
  operationFor,
  requiredArguments,
  withId,
  type RootField,
} from '../support/schema-queries';

const roots = everyRootFieldOf(buildContractSchema());
const reachable = roots.filter(({ scope }) => ACCOUNT_TOKEN_SCOPES.has(scope));
const closed = roots.filter(({ scope }) => !ACCOUNT_TOKEN_SCOPES.has(scope));

/** Ids that name nothing of an account: a caller's own key, and the user, who has tests of his own. */
const NOT_OF_AN_ACCOUNT = ['idempotencyKey', 'userId'];

const nameOf = ({ operation, field }: RootField) => `${operation} ${field.name}`;
const cases = reachable.flatMap((root) =>
  idPathsOf(root.field)
    .filter((path) => !NOT_OF_AN_ACCOUNT.includes(path.at(-1) ?? ''))
    .map((path) => [`${nameOf(root)}(${path.join('.')})`, root, path] as const),
);

interface Held {
  readonly accountId: string;
  readonly recommendationId: string;
  readonly notificationId: string;
}

describeEachDatabase('an account token', (database) => {
  const service = runningService(database);
  let token: string;
  let foreign: Held;
  let own: Held;

  beforeAll(async () => {
    const held = await accountsWithOffers();
    [own, foreign] = [held[0]!, held[1]!];
    token = await tokenFor(own.accountId, 'ann');
    await service.ask(
      'mutation($id: ID!) { declineOffer(input: { recommendationId: $id, idempotencyKey: "no" }) { __typename } }',
      { id: foreign.recommendationId },
    );
  });

  async function accountsWithOffers(): Promise<Held[]> {
    const { accounts } = await service.ask<{ accounts: { edges: { node: { id: string } }[] } }>(
      '{ accounts(first: 100) { edges { node { id } } } }',
    );
    const held: Held[] = [];
    for (const { node } of accounts.edges) {
      const answer = await service.ask<{
        recommendedOffers: { offers: { id: string }[] };
        inAppNotifications: { id: string }[];
      }>(
        'query($id: ID!) { recommendedOffers(accountId: $id, userId: "bob", context: { conversationId: "talk" }) { offers { id } } inAppNotifications(accountId: $id, userId: "bob") { id } }',
        { id: node.id },
      );
      const [offer] = answer.recommendedOffers.offers;
      const [notification] = answer.inAppNotifications;
      if (offer && notification)
        held.push({ accountId: node.id, recommendationId: offer.id, notificationId: notification.id });
    }
    return held;
  }

  async function tokenFor(accountId: string, userId: string | null): Promise<string> {
    const { createAccountToken } = await service.ask<{ createAccountToken: { token: string } }>(
      'mutation($a: ID!, $u: ID) { createAccountToken(accountId: $a, userId: $u) { token } }',
      { a: accountId, u: userId },
    );
    return createAccountToken.token;
  }

  /** A stream is read to its end: one that were open for a foreign id would keep the test waiting. */
  async function answerTo(query: string, variables: object, bearer = token) {
    const isStream = query.startsWith('subscription');
    const response = await fetch(`${service.url}/graphql${isStream ? '/stream' : ''}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isStream ? { accept: 'text/event-stream' } : {}),
        authorization: `Bearer ${bearer}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }

  const foreignIds = (name: string): string =>
    ({
      accountId: foreign.accountId,
      recommendationId: foreign.recommendationId,
      recommendationIds: foreign.recommendationId,
      notificationId: foreign.notificationId,
      conversationId: 'talk',
    })[name] ?? fail(name);

  const fail = (name: string): never => {
    throw new Error(`Say here which id of another account ${name} takes.`);
  };

  let calls = 0;
  const ask = async (root: RootField, path: readonly string[], id: string) => {
    const required = requiredArguments(root.field);
    const owned = 'accountId' in required ? { ...required, accountId: own.accountId } : required;
    const args = withId(owned, path, id);
    const keyed = 'input' in args ? withId(args, ['input', 'idempotencyKey'], `k${(calls += 1)}`) : args;
    const { status, text } = await answerTo(operationFor(root, keyed), keyed);
    const same = text
      .replaceAll(id, 'THE ID')
      .replaceAll(/"(id|requestId)":"[^"]*"/g, '"$1":"…"')
      .replaceAll(/"(decidedAt|expiresAt)":"[^"]*"/g, '"$1":"…"');
    return { status, text: same };
  };

  it('finds at least the ids that are known today', () => {
    expect(cases.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'query recommendedOffers(accountId)',
        'query recommendedOffers(context.conversationId)',
        'query inAppNotifications(accountId)',
        'mutation recordImpressions(input.recommendationIds)',
        'mutation acceptOffer(input.recommendationId)',
        'mutation declineOffer(input.recommendationId)',
        'mutation snoozeOffer(input.recommendationId)',
        'mutation dismissNotification(input.notificationId)',
        'subscription inAppNotifications(accountId)',
      ]),
    );
  });

  it.each(cases)(
    'gets for a foreign id what it gets for none, byte for byte: %s',
    async (_name, root, path) => {
      const id = foreignIds(path.at(-1) ?? '');
      const strange = await ask(root, path, id);
      expect(await ask(root, path, 'nobody-ever-made-this')).toEqual(strange);
      if (id.length > 50) expect(await ask(root, path, `${id.slice(0, -9)}AAAAAAAAA`)).toEqual(strange);
      expect(strange.text).not.toContain(foreign.accountId);
    },
  );

  it.each(closed.map((root) => [nameOf(root), root] as const))(
    'is refused %s, which is not for browsers',
    async (_name, root) => {
      const args = requiredArguments(root.field);
      const { status, text } = await answerTo(operationFor(root, args), args);
      expect(status).toBe(403);
      expect(text).toContain('"FORBIDDEN"');
    },
  );

  it('speaks for its own user only: the same when named and when left out, refused for another', async () => {
    const query =
      'query($a: ID!, $u: ID) { recommendedOffers(accountId: $a, userId: $u) { offers { id } } inAppNotifications(accountId: $a, userId: $u) { id } }';
    const asAnn = await answerTo(query, { a: own.accountId, u: 'ann' });
    expect(await answerTo(query, { a: own.accountId })).toEqual(asAnn);
    expect(asAnn.text).toContain('"offers":[{"id":');
    const asBob = await answerTo(query, { a: own.accountId, u: 'bob' });
    expect(asBob.text).toContain('"INVALID_ARGUMENT"');
    expect(asBob.text).not.toContain('"offers"');
  });

  it('without a user speaks for the account, and may name nobody', async () => {
    const bearer = await tokenFor(own.accountId, null);
    const query = 'query($a: ID!, $u: ID) { recommendedOffers(accountId: $a, userId: $u) { offers { id } } }';
    expect((await answerTo(query, { a: own.accountId }, bearer)).text).toContain('"offers"');
    expect((await answerTo(query, { a: own.accountId, u: 'ann' }, bearer)).text).toContain(
      '"INVALID_ARGUMENT"',
    );
  });

  it('does not see who else was asked: a recommendation of another user is none of its own', async () => {
    const query =
      'mutation($id: ID!) { acceptOffer(input: { recommendationId: $id, idempotencyKey: "of-bob" }) { __typename } }';
    const { text } = await answerTo(query, { id: own.recommendationId });
    expect(text).toContain('RecommendationNotFound');
  });
});
