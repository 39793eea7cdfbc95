/** Starts the process that publishes, and keeps what it tells. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ServiceCommand } from '../service/measured-process';
import type { Published } from './publisher-main';

/** A process that publishes a release after the other. */
export interface Publisher {
  /** Every release so far, oldest first, with the time at which it was told of (`performance.now()`). */
  readonly published: readonly (Published & { readonly at: number })[];
  /** Rejects when it ended by itself. */
  stop(): Promise<void>;
}

/** Resolves once the first release is stored. Publishes on the database that the service's command names. */
export async function startPublisher(
  build: string,
  { environment }: ServiceCommand,
  everyMillis: number,
): Promise<Publisher> {
  const child = fork(path.join(build, 'bench/releases/publisher-main.js'), [String(everyMillis)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const published: (Published & { at: number })[] = [];
  child.on('message', (told: Published) => published.push({ ...told, at: performance.now() }));
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  return {
    published,
    stop: async () => {
      if (child.exitCode === null) child.send('stop');
      await ended;
      if (child.exitCode !== 0) throw new Error(`The publisher ended with code ${child.exitCode}.`);
    },
  };
}
