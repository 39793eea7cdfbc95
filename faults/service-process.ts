/** The service in a process of its own, to be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port';

/** Not a promise: a machine that is busy beside takes its time. */
const READY_WITHIN_MS = 300_000;
/** Run as we run: compiled beside us, or from the sources. */
const MAIN = __filename.endsWith('.ts')
  ? ['--import', 'tsx', path.resolve(__dirname, '../src/main.ts')]
  : [path.resolve(__dirname, '../src/main.js')];

const WATCHED = ['--expose-gc', '--require', path.resolve('faults/report-memory.cjs')];

/** The key and the secret of every service that runs here. */
export const KEY = 'a-key-of-the-fault-runs-with-many-letters';

/** Always on the same port, so that clients find it again. */
export class ServiceProcess {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly watched: boolean,
  ) {}

  /** Starts it on the database; `settings` are variables of its environment. Only a watched one tells of its memory. */
  static async on(
    databaseUrl: string,
    folder: string,
    settings: Readonly<Record<string, string>> = {},
    watched = false,
  ): Promise<ServiceProcess> {
    const own = { DATABASE_URL: databaseUrl, DATA_DIR: folder, ADMIN_API_KEY: KEY, SIGNING_SECRET: KEY };
    const quiet = { LOG_LEVEL: 'silent', SEED_DEMO: 'never', NODE_ENV: 'production' };
    const service = new ServiceProcess(await freePort(), { ...own, ...quiet, ...settings }, watched);
    try {
      await service.start();
    } catch (error) {
      await service.kill();
      throw error;
    }
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Waits until it says that it is ready. */
  async start(): Promise<void> {
    const started = spawn(process.execPath, [...(this.watched ? WATCHED : []), ...MAIN, 'serve'], {
      env: { ...process.env, ...this.settings, PORT: String(this.port) },
      stdio: this.watched ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', 'ignore', 'inherit'],
    });
    this.process = started;
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      if (started.exitCode !== null) throw new Error(`the service ended with code ${started.exitCode}`);
      if (Date.now() > deadline) throw new Error('the service does not become ready');
      await wait(20);
    }
  }

  /** What a watched service uses after a full collection of garbage, in bytes. */
  async memory(): Promise<NodeJS.MemoryUsage> {
    if (this.process === null) throw new Error('a service that does not run has no memory');
    this.process.send('memory');
    const [memory] = (await once(this.process, 'message')) as [NodeJS.MemoryUsage];
    return memory;
  }

  /** SIGKILL, at once. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM, in order. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const running = this.process;
    this.process = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    running.kill(signal);
    await once(running, 'exit');
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => null);
    return answer?.status === 200;
  }
}
