import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { importFolder } from '../../support/import-folder';

const ACCOUNTS = 40;
const EVENTS = 12_000;
/** Lines after which the process is killed, run after run. */
const KILLS = [1, 4_000, 8_000];

/** Every account gets one unit a line; every 500th line is bad. */
const isBad = (at: number) => at % 500 === 499;
const usageFile = () =>
  Array.from({ length: EVENTS }, (_, at) =>
    isBad(at)
      ? `{"id":"bad-${at}"`
      : `{"id":"u-${at}","accountId":"a-${at % ACCOUNTS}","metric":"conversations","kind":"ADD","value":1,"at":"2026-02-01T00:00:00Z"}`,
  ).join('\n');

function started(url: string, file: string) {
  const words = ['--import', 'tsx', 'src/main.ts', 'import', 'usage', file];
  const secret = 'a-test-key-of-at-least-thirty-two-characters';
  const env = {
    ...process.env,
    DATABASE_URL: url,
    ADMIN_API_KEY: secret,
    SIGNING_SECRET: secret,
    LOG_LEVEL: 'silent',
    NO_COLOR: '1',
  };
  return spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finished(url: string, file: string) {
  const child = started(url, file);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code: code as number, printed };
}

function lineReached(file: string): number {
  try {
    return (JSON.parse(readFileSync(`${file}.progress.json`, 'utf8')) as { line: number }).line;
  } catch {
    return 0;
  }
}

async function killedAfter(line: number, url: string, file: string): Promise<void> {
  const child = started(url, file);
  const closed = once(child, 'close');
  while (lineReached(file) < line) await pause(2);
  child.kill('SIGKILL');
  await closed;
}

describeEachDatabase('an import that is killed again and again', (database) => {
  const folder = importFolder();

  it('loses nothing, doubles nothing, and sets each bad line aside once', async () => {
    const ids = Array.from({ length: ACCOUNTS }, (_, at) => `a-${at}`);
    await database.stores.accountStore.writeMany(ids.map((id) => accountWrite(id)));
    const file = folder.put('usage.ndjson', usageFile());
    for (const line of KILLS) await killedAfter(line, database.url, file);
    expect(lineReached(file)).toBeLessThan(EVENTS);

    const last = await finished(database.url, file);
    const bad = Array.from({ length: EVENTS }, (_, at) => at).filter(isBad);
    expect(last).toEqual({
      code: 1,
      printed: expect.stringMatching(/Going on after line .*rejected 24\n/s),
    });
    expect(folder.rejectedOf(file).map(({ line }) => line)).toEqual(bad.map((at) => at + 1));
    const [stored] = await rowsOf(database.url, 'SELECT COUNT(*) AS events FROM usage_event');
    expect(Number(stored?.['events'])).toBe(EVENTS - bad.length);
    const { items } = await database.stores.accounts.page(null, ACCOUNTS);
    const used = items.map(({ usage }) => usage['conversations']?.used ?? 0);
    expect(used.reduce((sum, each) => sum + each, 0)).toBe(EVENTS - bad.length);
  }, 120_000);
});
