/** Answers and impressions sent at once through the whole recording path, on every database: one effect each. */
import { uuidSource } from '../../../src/adapters/runtime/uuid-source';
import { decideForAccount } from '../../../src/application/decide/decide-for-account';
import { acceptOffer } from '../../../src/application/respond/accept-offer';
import { declineOffer } from '../../../src/application/respond/decline-offer';
import { recordImpressions } from '../../../src/application/respond/record-impressions';
import type { DecisionPorts } from '../../../src/application/decide/decision-ports';
import type { RespondPorts } from '../../../src/application/respond/respond-ports';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase, type TestDatabase } from '../../support/databases';
import { aSnapshot } from '../../support/decisions-account';
import { subjectsOf } from '../../support/decisions-ports';
import { aRelease, ALWAYS, offer, policy, recommend, rule } from '../../support/decisions-release';
import { KEY, respondWorld } from '../../support/respond-ports';
import { storedHistory } from '../../support/stored-history';

const MANY = Array.from({ length: 64 }, (_, index) => index);
const WHOLE_TIME = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const ACCOUNTS = ['answers', 'sessions', 'one-key', 'other-body', 'commuting'];

const TWO_OFFERS = {
  offer: [offer('second', { family: 'else' })],
  rule: [rule('always', ALWAYS, recommend('second', { metric: undefined }))],
};
const uncapped = aRelease(TWO_OFFERS);
const release = aRelease({
  ...TWO_OFFERS,
  policy: [policy({ caps: [{ scope: 'user', limit: 1, period: 'quarter' }] })],
});

type World = DecisionPorts & RespondPorts;

function worldOn({ stores }: TestDatabase): World {
  const accounts = ACCOUNTS.map((id) => aSnapshot({ id }));
  return {
    ...respondWorld(release, ...accounts),
    ids: uuidSource,
    subjects: subjectsOf(accounts, (id) => storedHistory(stores, id)),
    responses: stores.responses,
  };
}

async function offered(world: World, accountId: string, userId: string | null) {
  const question = { accountId, userId, context: { surface: 'IN_APP' }, first: 9 } as const;
  const decision = await decideForAccount(world, question);
  if ('failure' in decision) throw new Error(decision.failure);
  return decision;
}

const firstId = async (...question: Parameters<typeof offered>) =>
  (await offered(...question)).offers[0]?.id ?? '';

describeEachDatabase('recording', (database) => {
  let world: World;
  const linesOf = async (accountId: string) =>
    (await database.stores.reports.responses(WHOLE_TIME, null, 10_000)).filter(
      (line) => line.accountId === accountId,
    );

  beforeAll(async () => {
    world = worldOn(database);
    await database.stores.accountStore.writeMany(ACCOUNTS.map((id) => accountWrite(id)));
  });

  it('64 answers at once to one recommendation: one effect, and 63 are told of it', async () => {
    const id = await firstId(world, 'answers', 'kim');
    const kinds = await Promise.all(
      MANY.map(async (index) => {
        const input = { recommendationId: id, comment: null, idempotencyKey: `k${index}` };
        const done =
          index % 2 === 0
            ? await acceptOffer(world, input, KEY)
            : await declineOffer(world, { ...input, reason: 'OTHER' }, KEY);
        return done.kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'AlreadyAnswered')).toHaveLength(63);
    expect((await linesOf('answers')).map(({ kind }) => kind).sort()).toEqual([
      expect.stringMatching(/ACCEPTED|DECLINED/),
      'IMPRESSION',
    ]);
  });

  it('64 sessions of one user in one quarter: one prompt, whatever they show', async () => {
    const side = { ...world, releases: { current: () => uncapped } };
    const { offers } = await offered(side, 'sessions', 'kim');
    expect(offers).toHaveLength(2);
    const results = await Promise.all(
      MANY.map((index) =>
        recordImpressions(
          world,
          { recommendationIds: [offers[index % 2]?.id ?? ''], idempotencyKey: `s${index}` },
          { callerId: `session-${index}`, accountId: 'sessions', userId: 'kim' },
        ),
      ),
    );
    const codes = results.flatMap((result) =>
      result.kind === 'ImpressionsRecorded'
        ? result.results.map(({ status, error }) => error?.code ?? status)
        : [],
    );
    expect(codes.filter((code) => code === 'CAP_USER')).toHaveLength(32);
    expect(codes.filter((code) => code === 'RECORDED')).toHaveLength(1);
    const { prompts } = await storedHistory(database.stores, 'sessions');
    expect(prompts).toMatchObject([{ userId: 'kim', impressions: 1, answer: null }]);
    expect((await linesOf('sessions')).filter(({ opensPrompt }) => opensPrompt)).toHaveLength(1);
    const next = await offered(world, 'sessions', 'kim');
    expect(next.offers).toHaveLength(1);
    expect(next.suppressed).toMatchObject([{ code: 'CAP_USER' }]);
  });

  it('two at once with one key, and then 62 more: one effect, the same bytes', async () => {
    const input = {
      recommendationId: await firstId(world, 'one-key', null),
      comment: null,
      idempotencyKey: 'k',
    };
    const send = async () => JSON.stringify(await acceptOffer(world, input, KEY));
    const answers = [
      ...(await Promise.all([send(), send()])),
      ...(await Promise.all(MANY.slice(2).map(send))),
    ];
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('OfferAccepted');
    expect(await linesOf('one-key')).toHaveLength(2);
  });

  it('one key with other bodies: one effect, the others conflict', async () => {
    const id = await firstId(world, 'other-body', null);
    const kinds = await Promise.all(
      MANY.map(async (index) => {
        const input = { recommendationId: id, comment: `words ${index}`, idempotencyKey: 'bodies' };
        return (await acceptOffer(world, input, KEY)).kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'OfferAccepted')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'IdempotencyConflict')).toHaveLength(63);
    expect(await linesOf('other-body')).toHaveLength(2);
  });

  it('a no is in the very next decision, and answers of two users commute', async () => {
    const [kim, lee] = [await firstId(world, 'commuting', 'kim'), await firstId(world, 'commuting', 'lee')];
    const no = (recommendationId: string) =>
      declineOffer(
        world,
        { recommendationId, comment: null, reason: 'OTHER', idempotencyKey: recommendationId.slice(-40) },
        KEY,
      );
    expect((await Promise.all([no(kim), no(lee)])).map(({ kind }) => kind)).toEqual([
      'OfferDeclined',
      'OfferDeclined',
    ]);
    const { suppressed } = await offered(world, 'commuting', 'anybody');
    expect(suppressed.map(({ code }) => code)).toContain('COOLDOWN');
    const { prompts } = await storedHistory(database.stores, 'commuting');
    expect(prompts.map(({ userId, answer }) => [userId, answer?.kind]).sort()).toEqual([
      ['kim', 'DECLINED'],
      ['lee', 'DECLINED'],
    ]);
  });
});
