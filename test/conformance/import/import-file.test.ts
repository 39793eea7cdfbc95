import { gzipSync } from 'node:zlib';
import type { ImportOutcome, ImportRequest } from '../../../src/application/import/import-ports';
import { describeEachDatabase } from '../../support/databases';
import { importFolder } from '../../support/import-folder';
import { runningService } from '../../support/running-service';

const ACCOUNTS = [
  'id,name,status,plan,paidSince,segment,health.csat,addOns,attributes.teamSize,attributes.note',
  'one,"One, ""the first""",paying,starter,2026-01-01,smb,4.5,,12,=1+1',
  'two,Two,PAYING,starter,2026-01-01,smb,high,,,',
  'three,Three,PAYING,gold,2026-01-01,smb,,,,',
  'four,Four,HAPPY,,,,,,,',
  'five,Five,LEAD',
  'six,"Six,LEAD,,,,,,,',
  `seven,Seven,LEAD,,,${'界'.repeat(70)},,,,`,
  'eight,Eight,lead,,,,,,,',
  'one,One again,PAYING,starter,2026-01-01,smb,,,,',
].join('\n');

const usage = (change: object) =>
  JSON.stringify({
    id: 'u',
    accountId: 'one',
    metric: 'seats',
    value: 3,
    at: '2026-02-01T00:00:00Z',
    ...change,
  });
const USAGE = [
  usage({ id: 'u-1' }),
  usage({ id: 'u-2', accountId: 'nobody' }),
  usage({ id: 'u-3', metric: 'saets' }),
  usage({ id: 'u-4', value: 'many' }),
  '{"id":',
  usage({ id: 'u-1', value: 99 }),
  usage({ id: '\ud800' }),
  usage({ id: 'i'.repeat(191) }),
  '[1]',
  usage({ id: 'u-5', value: 4, at: '2026-02-02T00:00:00Z' }),
].join('\n');

describeEachDatabase('an imported file', (database) => {
  const running = runningService(database);
  const folder = importFolder();
  const ignored = { resumed: () => undefined, advanced: () => undefined };

  function run(subject: ImportRequest['subject'], file: string): Promise<ImportOutcome> {
    const request = { subject, file, format: null, restart: false };
    return running.service.importFrom(request, ignored, new AbortController().signal);
  }

  const countsOf = (outcome: ImportOutcome) => ('state' in outcome ? outcome.state.counts : outcome);
  const accountOf = async (id: string) => (await database.stores.accounts.snapshot(id))?.account;

  it('of accounts applies the good lines and sets the bad ones aside, each with its reason', async () => {
    const file = folder.put('accounts.csv', ACCOUNTS);
    expect(countsOf(await run('accounts', file))).toEqual({ applied: 3, duplicate: 0, rejected: 6 });
    expect(folder.rejectedOf(file).map(({ line, code, column }) => [line, code, column])).toEqual([
      [3, 'INVALID_CELL', 'health.csat'],
      [4, 'INVALID_INPUT', 'plan'],
      [5, 'INVALID_INPUT', 'status'],
      [6, 'WRONG_CELL_COUNT', null],
      [7, 'BROKEN_QUOTES', null],
      [8, 'INVALID_INPUT', 'segment'],
    ]);
    const texts = ACCOUNTS.split('\n');
    for (const { line, raw, message } of folder.rejectedOf(file)) {
      expect(raw).toBe(texts[line - 1]);
      expect(message).not.toBe('');
    }
    expect(await accountOf('eight')).toEqual({ id: 'eight', name: 'Eight', status: 'LEAD' });
    expect(await accountOf('one')).toMatchObject({ name: 'One again' });
  });

  it('says of an account what the API would have been told', async () => {
    const [header = '', first = ''] = ACCOUNTS.split('\n');
    await run('accounts', folder.put('first.csv.gz', gzipSync(`\ufeff${header}\r\n${first}\r\n`)));
    expect(await accountOf('one')).toEqual({
      id: 'one',
      name: 'One, "the first"',
      status: 'PAYING',
      plan: 'starter',
      paidSince: '2026-01-01T00:00:00.000Z',
      segment: 'smb',
      health: { csat: 4.5 },
      attributes: { teamSize: 12, note: '=1+1' },
    });
  });

  it('of usage counts an id once, and refuses item by item what the tables could not keep', async () => {
    const file = folder.put('usage.ndjson', USAGE);
    expect(countsOf(await run('usage', file))).toEqual({ applied: 2, duplicate: 1, rejected: 7 });
    expect(folder.rejectedOf(file).map(({ line, code, column }) => [line, code, column])).toEqual([
      [2, 'ACCOUNT_NOT_FOUND', 'accountId'],
      [3, 'METRIC_NOT_FOUND', 'metric'],
      [4, 'INVALID_INPUT', 'value'],
      [5, 'NOT_JSON', null],
      [7, 'INVALID_INPUT', 'id'],
      [8, 'INVALID_INPUT', 'id'],
      [9, 'INVALID_INPUT', null],
    ]);
    const snapshot = await database.stores.accounts.snapshot('one');
    expect(snapshot?.usage['seats']).toMatchObject({ used: 4 });
  });

  it('changes nothing when it is imported again', async () => {
    const before = await database.stores.accounts.snapshot('one');
    const again = await run('usage', folder.put('again.ndjson', USAGE));
    expect(countsOf(again)).toEqual({ applied: 0, duplicate: 3, rejected: 7 });
    expect(await database.stores.accounts.snapshot('one')).toEqual(before);
  });

  it('of account events is read by the columns of their data', async () => {
    const file = folder.put(
      'events.csv',
      'id,accountId,type,at,data.plan,data.score,data.resolved\n' +
        'e-1,one,csat,2026-02-03,,2,\n' +
        'e-2,one,plan_changed,2026-02-04,growth,,\n' +
        'e-3,one,churned,2026-02-04,growth,,\n',
    );
    expect(countsOf(await run('events', file))).toEqual({ applied: 2, duplicate: 0, rejected: 1 });
    expect(await accountOf('one')).toMatchObject({ plan: 'growth', health: { csat: 2 } });
  });

  it.each([
    ['that is not there', 'nowhere.csv', null],
    ['without a line', 'empty.csv', ''],
    ['with unknown columns', 'unknown.csv', 'id,who\n1,2\n'],
    ['in UTF-16', 'utf16.csv', Buffer.from('\ufeffid,name,status\n', 'utf16le')],
  ])('%s is refused as a whole', async (_what, name, content) => {
    const file = content === null ? name : folder.put(name, content);
    expect(await run('accounts', file)).toHaveProperty('outcome', 'refused');
  });
});
