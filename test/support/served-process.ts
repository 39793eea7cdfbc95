/** The service as a process of its own over a SQLite file of its own, with everything it writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../faults/free-port';

/** Key with every scope. */
export const SERVED_KEY = 'a-key-of-a-served-process-of-many-letters';

const ROOT = path.resolve(__dirname, '../..');

/** A running service. */
export interface ServedProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Standard output and standard error so far. */
  output(): string;
  /** Kills it and deletes its folder. */
  remove(): Promise<void>;
}

/** Waits until it is ready; `settings` are variables of its environment. */
export async function serveProcess(settings: Readonly<Record<string, string>> = {}): Promise<ServedProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'served-'));
  const port = await freePort();
  const own = { PORT: String(port), DATABASE_URL: `sqlite:${folder}/served.db`, DATA_DIR: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'serve'], {
    cwd: ROOT,
    env: { ...process.env, ...own, ADMIN_API_KEY: SERVED_KEY, SIGNING_SECRET: SERVED_KEY, ...settings },
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const url = `http://127.0.0.1:${port}`;
  while ((await fetch(`${url}/readyz`).catch(() => null))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    process: child,
    output: () => output,
    remove: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
