/** A MariaDB server of our own, in a folder and on a port of its own; no other server of the machine is touched. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port';

/** Not a promise: a machine that is busy beside takes its time. */
const READY_WITHIN_MS = 300_000;
const ENVIRONMENT = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };
const USER = `--user=${process.getuid?.() === 0 ? 'root' : (process.env['USER'] ?? 'mysql')}`;

/** Whether the programs are there. */
export function hasMariadb(): boolean {
  const found = (program: string) =>
    spawnSync(program, ['--version'], { env: ENVIRONMENT, stdio: 'ignore' }).error === undefined;
  return found('mariadbd') && found('mariadb-install-db');
}

/** Its data outlives `kill` and `start`, and goes with `remove`. */
export class OwnMariadb {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** Installs and starts a server in the folder, which is made, with one empty database. */
  static async create(folder: string): Promise<OwnMariadb> {
    await mkdir(folder, { recursive: true });
    const data = [`--datadir=${path.join(folder, 'data')}`, `--tmpdir=${folder}`];
    const rights = ['--auth-root-authentication-method=normal', '--skip-test-db'];
    const installed = spawnSync('mariadb-install-db', ['--no-defaults', USER, ...data, ...rights], {
      env: ENVIRONMENT,
    });
    if (installed.status !== 0) throw new Error(`mariadb-install-db failed: ${String(installed.stderr)}`);
    const server = new OwnMariadb(folder, await freePort());
    await server.start();
    const connection = await createConnection(server.root);
    await connection.query('CREATE DATABASE expansion CHARACTER SET utf8mb4').finally(() => connection.end());
    return server;
  }

  /** For DATABASE_URL. */
  get url(): string {
    return `${this.root}/expansion`;
  }

  /** Starts on the data that is there and waits until it answers. */
  async start(): Promise<void> {
    const inFolder = (name: string) => path.join(this.folder, name);
    // A server that starts deletes temporary tables where it keeps its own: beside another's it would delete theirs.
    const where = [
      '--bind-address=127.0.0.1',
      `--port=${this.port}`,
      `--socket=${inFolder('mariadb.sock')}`,
      `--tmpdir=${this.folder}`,
    ];
    const files = [`--datadir=${inFolder('data')}`, `--pid-file=${inFolder('mariadb.pid')}`];
    const size = ['--innodb-buffer-pool-size=64M', '--innodb-log-file-size=16M'];
    this.process = spawn('mariadbd', ['--no-defaults', USER, ...where, ...files, ...size], {
      env: ENVIRONMENT,
      stdio: 'ignore',
    });
    await this.untilItAnswers(Date.now() + READY_WITHIN_MS);
  }

  /** SIGKILL, at once. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops in order and deletes its folder. */
  async remove(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  private get root(): string {
    return `mysql://root@127.0.0.1:${this.port}`;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const running = this.process;
    this.process = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    running.kill(signal);
    await once(running, 'exit');
  }

  private async untilItAnswers(deadline: number): Promise<void> {
    for (;;) {
      const connection = await createConnection(this.root).catch(() => null);
      if (connection !== null) return connection.end();
      if (Date.now() > deadline) throw new Error('the MariaDB server of this run does not answer');
      await wait(50);
    }
  }
}
