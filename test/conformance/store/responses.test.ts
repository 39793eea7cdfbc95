import type { Recording } from '../../../src/application/respond/response-ports';
import { EMPTY_HISTORY } from '../../../src/domain/responses/history';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { answering, folded, recording, responseEntry, showing } from '../../support/recordings';
import { storedHistory } from '../../support/stored-history';

const DAY_MS = 86_400_000;

describeEachDatabase('recording', (database) => {
  const store = () => database.stores.responses;
  const historyOf = (accountId: string) => storedHistory(database.stores, accountId);
  const record = (key: string, change: Partial<Recording> = {}) => store().record(recording(key, change));
  const entries = (where: string) =>
    rowsOf(database.url, `SELECT id FROM response_entry WHERE ${where} ORDER BY id`);

  beforeAll(async () => {
    await database.stores.accountStore.writeMany(
      ['acme', 'other', 'fresh', 'broken'].map((id) => accountWrite(id)),
    );
  });

  it('finds the empty history of an account that was never shown anything', async () => {
    expect(await historyOf('fresh')).toEqual(EMPTY_HISTORY);
  });

  it('is seen by the next read', async () => {
    const answer = await record('first', { decide: answering('p1', 'e1') });
    expect(answer).toEqual({ kind: 'recorded', answer: '{"recorded":"e1"}' });
    expect(await historyOf('acme')).toEqual(
      folded(EMPTY_HISTORY, responseEntry('e1', { kind: 'DECLINED', promptId: 'p1' })),
    );
  });

  it('answers a repeat with the bytes of the first answer, and decides nothing', async () => {
    const text = '{"order": [2,1], "name":"Zoë \\u0000 \u{1F600} \'\\"" , "n":1.0}\n';
    const once = () => ({ history: null, entries: [], answer: text });
    expect(await record('bytes', { decide: once })).toEqual({ kind: 'recorded', answer: text });
    const decide = jest.fn(once);
    expect(await record('bytes', { decide })).toEqual({ kind: 'replayed', answer: text });
    expect(decide).not.toHaveBeenCalled();
  });

  it.each([
    ['another body', 'acme'],
    ['another body and account', 'other'],
  ])('refuses a key that was used for %s, and changes nothing', async (title, accountId) => {
    await record(title);
    const decide = answering('p-conflict', 'e-conflict');
    const outcome = await record(title, { accountId, bodyHash: 'b'.repeat(64), decide });
    expect(outcome).toEqual({ kind: 'conflict' });
    expect(await entries("id = 'e-conflict'")).toEqual([]);
  });

  it.each([
    'Key',
    'key',
    'kéy',
    'ke\u0301y',
    'key ',
    ' key',
    'kеy',
    'key\u0000',
    'KEY',
    'ｋey',
    '\u{1F600}'.repeat(200),
  ])('tells the key %j from every other spelling', async (key) => {
    expect(await record(key, { callerId: 'speller' })).toMatchObject({ kind: 'recorded' });
    expect(await record(key, { callerId: 'speller' })).toMatchObject({ kind: 'replayed' });
  });

  it('lets two callers use one key', async () => {
    expect(await record('shared', { callerId: 'portal-a' })).toMatchObject({ kind: 'recorded' });
    expect(await record('shared', { callerId: 'portal-A' })).toMatchObject({ kind: 'recorded' });
  });

  it('never records a business key twice: nothing of the call stays', async () => {
    await record('b1', { decide: answering('p-business', 'e-business-1') });
    const blind = () => ({
      history: EMPTY_HISTORY,
      entries: [
        responseEntry('e-business-0'),
        responseEntry('e-business-2', { businessKey: 'p-business:answer' }),
      ],
      answer: '{}',
    });
    await expect(record('b2', { decide: blind })).rejects.toThrow('business key already');
    expect(await entries("id LIKE 'e-business-%'")).toEqual([{ id: expect.anything() }]);
    expect((await historyOf('acme')).prompts.map(({ id }) => id)).toContain('p-business');
    expect(await record('b2')).toMatchObject({ kind: 'recorded' });
  });

  it('lets entries without a business key repeat', async () => {
    for (const n of [1, 2, 3]) await record(`show ${n}`, { decide: showing('p-shown', `e-shown-${n}`) });
    expect(await entries("prompt_id = 'p-shown'")).toHaveLength(3);
    expect((await historyOf('acme')).prompts.find(({ id }) => id === 'p-shown')?.impressions).toBe(3);
  });

  it.each([
    ['an entry of another account', responseEntry('stray', { accountId: 'other' }), 'another account'],
    ['an id that can not be kept', responseEntry('x'.repeat(191), { accountId: 'broken' }), 'than 190 bytes'],
    [
      'a time that is no time',
      responseEntry('late', { accountId: 'broken', at: 'soon' }),
      'no UTC timestamp',
    ],
  ])('with %s leaves nothing behind', async (_title, entry, message) => {
    const decide = () => ({ history: folded(EMPTY_HISTORY, entry), entries: [entry], answer: '{}' });
    await expect(record('broken', { accountId: 'broken', decide })).rejects.toThrow(message);
    expect(await historyOf('broken')).toEqual(EMPTY_HISTORY);
    expect(await rowsOf(database.url, "SELECT * FROM idempotency_key WHERE account_id = 'broken'")).toEqual(
      [],
    );
  });

  it('of an account that does not exist is a fault', async () => {
    await expect(record('nobody', { accountId: 'nobody' })).rejects.toMatchObject({
      message: expect.stringMatching(/foreign key/i),
    });
  });
});

describeEachDatabase('idempotency keys', (database) => {
  const store = () => database.stores.responses;
  const now = Date.parse('2026-07-01T00:00:00.000Z');
  const recordAt = (key: string, at: number) => store().record(recording(key, { now: at }));

  beforeAll(() => database.stores.accountStore.write(accountWrite('acme')));

  it('are kept for 30 days to the millisecond, then forgotten, oldest first and never more than asked', async () => {
    const ages = [-1, 0, 1, 2, 3].map((beyond) => ({ key: `${beyond} ms`, at: now - 30 * DAY_MS - beyond }));
    for (const { key, at } of ages) await recordAt(key, at);
    expect(await store().forgetKeys(now, 2)).toBe(2);
    expect(await recordAt('1 ms', now)).toMatchObject({ kind: 'replayed' });
    expect(await store().forgetKeys(now, 100)).toBe(1);
    expect(await store().forgetKeys(now, 100)).toBe(0);
    const kinds = await Promise.all(ages.map(({ key }) => recordAt(key, now).then(({ kind }) => kind)));
    expect(kinds).toEqual(['replayed', 'replayed', 'recorded', 'recorded', 'recorded']);
  });
});
