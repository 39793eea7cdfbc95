/** The service in a process of its own, to be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port';

const READY_WITHIN_MS = 60_000;
/** Run as we run: compiled beside us, or from the sources. */
const MAIN = __filename.endsWith('.ts')
  ? ['--import', 'tsx', path.resolve(__dirname, '../src/main.ts')]
  : [path.resolve(__dirname, '../src/main.js')];

/** The key and the secret of every service that runs here. */
export const KEY = 'a-key-of-the-fault-runs-with-many-letters';

/** Always on the same port, so that clients find it again. */
export class ServiceProcess {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Starts it on the database; `settings` are variables of its environment. */
  static async on(
    databaseUrl: string,
    folder: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ServiceProcess> {
    const own = { DATABASE_URL: databaseUrl, DATA_DIR: folder, ADMIN_API_KEY: KEY, SIGNING_SECRET: KEY };
    const quiet = { LOG_LEVEL: 'silent', SEED_DEMO: 'never', NODE_ENV: 'production' };
    const service = new ServiceProcess(await freePort(), { ...own, ...quiet, ...settings });
    await service.start();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Waits until it says that it is ready. */
  async start(): Promise<void> {
    const started = spawn(process.execPath, [...MAIN, 'serve'], {
      env: { ...process.env, ...this.settings, PORT: String(this.port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.process = started;
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      if (started.exitCode !== null) throw new Error(`the service ended with code ${started.exitCode}`);
      if (Date.now() > deadline) throw new Error('the service does not become ready');
      await wait(20);
    }
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
