import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerUnit, writeAccounts } from '../../faults/answer-units';
import { compareLedger } from '../../faults/compare-ledger';
import { Ledger } from '../../faults/ledger';
import { recordedAnswer } from '../../faults/recorded-answer';
import { describeEachDatabase } from '../support/databases';
import { recording, responseEntry } from '../support/recordings';

describeEachDatabase('comparing a ledger with the database', (database) => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const file = join(folder, 'ledger.ndjson');
  let ledger: Ledger;
  beforeAll(async () => {
    await writeAccounts(database.stores.accountStore);
    ledger = new Ledger(file);
    for (const index of [1, 2, 3]) await recordedAnswer(database.stores.responses, ledger, index);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const compared = () => compareLedger(database.url, ledger);
  const entryOnly = (index: number, id: string) => {
    const unit = answerUnit(index);
    const entry = responseEntry(id, { accountId: unit.accountId, userId: unit.id, kind: 'DECLINED' });
    const decide = () => ({ history: null, entries: [entry], answer: '{}' });
    return database.stores.responses.record(recording(id, { accountId: unit.accountId, decide }));
  };

  it('finds nothing wrong where everything is right, and keeps what it was told in a file', async () => {
    expect(await compared()).toEqual({ acknowledged: 3, lost: 0, doubled: 0, halfDone: 0 });
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('finds what was acknowledged and is not there', async () => {
    ledger.acknowledge('user-404', '{}');
    expect(await compared()).toMatchObject({ acknowledged: 4, lost: 1, doubled: 0, halfDone: 0 });
  });

  it('finds what is there twice', async () => {
    await entryOnly(1, 'user-1 again');
    expect(await compared()).toMatchObject({ doubled: 1 });
  });

  it('finds what is in one table only', async () => {
    const before = (await compared()).halfDone;
    await entryOnly(7, 'user-7');
    expect((await compared()).halfDone).toBe(before + 1);
  });

  it('counts a repeat that was answered otherwise', async () => {
    const before = (await compared()).doubled;
    ledger.acknowledge('user-2', '{"another":"answer"}');
    expect((await compared()).doubled).toBe(before + 1);
  });
});
