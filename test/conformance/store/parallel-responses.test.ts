import fc from 'fast-check';
import type { RecordingOutcome } from '../../../src/application/respond/response-ports';
import { openDatabase, type OpenDatabase } from '../../../src/adapters/persistence/open-database';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase, type TestDatabase } from '../../support/databases';
import { answering, foldedAll, recording, showing } from '../../support/recordings';
import { storedHistory } from '../../support/stored-history';

const MANY = Array.from({ length: 64 }, (_, index) => index);
const WHOLE_TIME = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

const entriesOf = async (stores: OpenDatabase, accountId: string) =>
  (await stores.reports.responses(WHOLE_TIME, null, 10_000)).filter((entry) => entry.accountId === accountId);

const kinds = (outcomes: readonly RecordingOutcome[]) => {
  const counted: Record<string, number> = {};
  for (const { kind } of outcomes) counted[kind] = (counted[kind] ?? 0) + 1;
  return counted;
};

/** A second process's view of the database: connections of its own. */
function anotherReplica(database: TestDatabase): { stores(): OpenDatabase } {
  let stores: OpenDatabase | undefined;
  beforeAll(async () => {
    stores = await openDatabase(database.url);
  });
  afterAll(() => stores?.database.close());
  return { stores: () => stores ?? database.stores };
}

describeEachDatabase('64 at once', (database) => {
  const replica = anotherReplica(database);
  const spread = (index: number) => (index % 2 === 0 ? database.stores : replica.stores()).responses;

  beforeAll(async () => {
    const ids = ['first-row', 'same-key', 'crowd', 'one', 'two'];
    await database.stores.accountStore.writeMany(ids.map((id) => accountWrite(id)));
  });

  it('with keys of their own answer one prompt of an account without a history: one effect', async () => {
    const outcomes = await Promise.all(
      MANY.map((index) => {
        const accountId = 'first-row';
        const decide = answering('p', `e${index}`, { accountId });
        return spread(index).record(recording(`key ${index}`, { accountId, callerId: 'a', decide }));
      }),
    );
    expect(kinds(outcomes)).toEqual({ recorded: 64 });
    const answers = outcomes.map((outcome) => ('answer' in outcome ? outcome.answer : ''));
    expect(answers.filter((answer) => answer.startsWith('{"recorded"'))).toHaveLength(1);
    expect(await entriesOf(database.stores, 'first-row')).toHaveLength(1);
  });

  it('with one key get one effect and the same bytes', async () => {
    let decided = 0;
    const outcomes = await Promise.all(
      MANY.map((index) =>
        spread(index).record(
          recording('one key', {
            accountId: 'same-key',
            callerId: 'b',
            decide: () => ({ history: null, entries: [], answer: `{"n":${(decided += 1)}}` }),
          }),
        ),
      ),
    );
    expect(kinds(outcomes)).toEqual({ recorded: 1, replayed: 63 });
    expect(new Set(outcomes.map((outcome) => JSON.stringify({ ...outcome, kind: '' }))).size).toBe(1);
  });

  it('with one key and two bodies get one effect, and the other body is refused every time', async () => {
    const bodies = ['c'.repeat(64), 'd'.repeat(64)];
    const outcomes = await Promise.all(
      MANY.map((index) =>
        spread(index).record(
          recording('two bodies', {
            accountId: 'same-key',
            callerId: 'b',
            bodyHash: bodies[index % 2],
          }),
        ),
      ),
    );
    expect(kinds(outcomes)).toEqual({ recorded: 1, replayed: 31, conflict: 32 });
  });

  it('with one key for two accounts meet in the key: one is recorded, the other body refused', async () => {
    const outcomes = await Promise.all(
      MANY.map((index) => {
        const accountId = index % 2 === 0 ? 'one' : 'two';
        const bodyHash = accountId.repeat(22).slice(0, 64);
        return spread(index).record(recording('meeting', { accountId, bodyHash, callerId: 'c' }));
      }),
    );
    expect(kinds(outcomes)).toEqual({ recorded: 1, replayed: 31, conflict: 32 });
  });

  it('sessions of one user open one prompt', async () => {
    await Promise.all(
      MANY.map((index) => {
        const accountId = 'crowd';
        const decide = showing('quarter', `crowd-${index}`, { accountId });
        return spread(index).record(recording(`session ${index}`, { accountId, callerId: 'd', decide }));
      }),
    );
    const entries = await entriesOf(database.stores, 'crowd');
    expect(entries.filter(({ opensPrompt }) => opensPrompt)).toHaveLength(1);
    const { prompts } = await storedHistory(database.stores, 'crowd');
    expect(prompts.map(({ impressions }) => impressions)).toEqual([64]);
  });
});

interface Step {
  readonly account: string;
  readonly prompt: string;
  readonly answers: boolean;
  readonly key: string;
}

const step = fc.record({
  account: fc.constantFrom('account-a', 'account-b', 'account-c'),
  prompt: fc.constantFrom('p1', 'p2', 'p3'),
  answers: fc.boolean(),
  key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'),
});

describeEachDatabase('any interleaving of recordings', (database) => {
  const replica = anotherReplica(database);
  let round = 0;

  const run = ({ account, prompt, answers, key }: Step, index: number) => {
    const { responses } = index % 2 === 0 ? database.stores : replica.stores();
    const decide = (answers ? answering : showing)(prompt, `${key}-${index}`, { accountId: account });
    const body = Buffer.from(`${account}${prompt}${answers}`).toString('hex');
    const bodyHash = body.padEnd(64, '0').slice(-64);
    return responses.record(recording(key, { accountId: account, bodyHash, decide }));
  };

  it('leaves history and entries in agreement, one answer a prompt, and one effect a key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 40 }), async (steps) => {
        round += 1;
        const named = steps.map((one) => ({
          ...one,
          account: `${one.account}-${round}`,
          key: `${one.key}-${round}`,
        }));
        const accounts = [...new Set(named.map(({ account }) => account))];
        await database.stores.accountStore.writeMany(accounts.map((id) => accountWrite(id)));
        const outcomes = await Promise.all(named.map((one, index) => run(one, index)));
        for (const account of accounts) {
          const entries = await entriesOf(database.stores, account);
          expect(foldedAll(entries)).toEqual(await storedHistory(database.stores, account));
          const answered = entries.filter(({ kind }) => kind === 'DECLINED').map(({ promptId }) => promptId);
          expect(new Set(answered).size).toBe(answered.length);
        }
        for (const key of new Set(named.map(({ key }) => key))) {
          const ofKey = outcomes.filter((_, index) => named[index]?.key === key);
          expect(ofKey.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
          const answers = ofKey.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []));
          expect(new Set(answers).size).toBe(1);
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
  }, 60_000);
});
