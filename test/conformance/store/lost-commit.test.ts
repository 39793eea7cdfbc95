import { CuttingProxy, type Cut } from '../../../faults/cutting-proxy';
import { openDatabase, type OpenDatabase } from '../../../src/adapters/persistence/open-database';
import { accountWrite } from '../../support/account-writes';
import { describeOnServer, serverDatabase } from '../../support/databases';
import { answering, foldedAll, recording } from '../../support/recordings';
import { storedHistory } from '../../support/stored-history';

const ALWAYS = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

describeOnServer('a recording whose connection dies', () => {
  let place: Awaited<ReturnType<typeof serverDatabase>>;
  let proxy: CuttingProxy;
  let direct: OpenDatabase;
  let cut: OpenDatabase;

  beforeAll(async () => {
    place = await serverDatabase();
    const { hostname, port } = new URL(place.url);
    proxy = await CuttingProxy.before(hostname, Number(port || 3306));
    direct = await openDatabase(place.url);
    await direct.database.migrate();
    cut = await openDatabase(place.url.replace(/@[^/]*/, `@${proxy.address}`));
  });
  afterAll(async () => {
    await cut.database.close();
    await direct.database.close();
    await proxy.close();
    await place.remove();
  });

  it.each([
    ['before its COMMIT arrives', 'request', 'recorded'],
    ['between COMMIT and its acknowledgement', 'answer', 'replayed'],
    ['while its COMMIT is in flight', 'flight', expect.stringMatching(/recorded|replayed/)],
  ] as const)('%s finds out by its key what became of it', async (title, where: Cut, kind) => {
    for (let index = 0; index < 10; index += 1) {
      const accountId = `${title} ${index}`;
      await direct.accountStore.write(accountWrite(accountId));
      const decide = answering('p', accountId, { accountId });
      const before = proxy.cuts;
      proxy.cutNext(where);
      const outcome = await cut.responses.record(recording(accountId, { accountId, decide }));
      expect(outcome).toEqual({ kind, answer: `{"recorded":"${accountId}"}` });
      expect(proxy.cuts).toBe(before + 1);
      const entries = (await direct.reports.responses(ALWAYS, null, 1_000)).filter(
        (entry) => entry.accountId === accountId,
      );
      expect(entries).toHaveLength(1);
      expect(await storedHistory(direct, accountId)).toEqual(foldedAll(entries));
    }
  });

  it('is not sent again where an earlier run could not be recognised', async () => {
    proxy.cutNext('answer');
    await expect(cut.accountStore.write(accountWrite('unrecognised'))).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    });
    expect((await direct.accounts.snapshot('unrecognised'))?.version).toBe(1);
  });
});
