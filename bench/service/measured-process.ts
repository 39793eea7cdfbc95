/** Runs one service in a process of its own and tells what that process has used. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { offersBody } from './offers-query';

const READY_WITHIN_MS = 120_000;
const REPORTER = path.resolve('bench/service/report-figures.cjs');

/** What to start. */
export interface ServiceCommand {
  readonly name: string;
  /** The compiled main file and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a process has used. */
export interface ProcessFigures {
  /** CPU since the start, user and system together, in microseconds. */
  readonly cpuMicros: number;
  /** The longest that the event loop was away from its timers since last asked, in milliseconds; up to 5 of them are the resolution. */
  readonly longestBlockMillis: number;
}

/** Bytes in use after what is no longer needed was collected. */
export interface ProcessMemory {
  readonly heapUsed: number;
  readonly rss: number;
  readonly arrayBuffers: number;
}

/** A service that answers. */
export interface MeasuredProcess {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  figures(): Promise<ProcessFigures>;
  /** Collects first, which stops the process for a moment; that moment is not counted as a block. */
  memory(): Promise<ProcessMemory>;
  stop(): Promise<void>;
}

/** Starts the service on a free port and waits until it answers for the account. */
export async function startMeasured(command: ServiceCommand, accountId: string): Promise<MeasuredProcess> {
  const port = await freePort();
  const child = fork(command.script, [...command.args], {
    execArgv: [...memoryFlags(), '--expose-gc', '--require', REPORTER],
    env: { ...process.env, NODE_ENV: 'production', ...command.environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const started: MeasuredProcess = {
    name: command.name,
    url: `http://127.0.0.1:${port}${command.path}`,
    headers: { 'content-type': 'application/json', ...command.headers },
    figures: () => ask<ProcessFigures>(child, 'figures'),
    memory: () => ask<ProcessMemory>(child, 'memory'),
    stop: () => stop(child),
  };
  await untilReady(child, started, accountId);
  return started;
}

/** Whoever is measured gets the memory settings that our service is shipped with. */
function memoryFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.includes('semi-space-size='));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilReady(child: ChildProcess, started: MeasuredProcess, accountId: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      const { url, headers } = started;
      const answer = await fetch(url, { method: 'POST', headers, body: offersBody(accountId) });
      if (answer.ok && !(await answer.text()).includes('"errors":')) return;
      throw new Error(`HTTP ${answer.status}`);
    } catch (fault) {
      if (child.exitCode !== null)
        throw new Error(`${started.name} ended with code ${child.exitCode}`, { cause: fault });
      if (Date.now() > deadline) throw new Error(`${started.name} does not answer`, { cause: fault });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function ask<Told>(child: ChildProcess, question: 'figures' | 'memory'): Promise<Told> {
  child.send(question);
  const [told] = (await once(child, 'message')) as [Told];
  return told;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(forced);
}
