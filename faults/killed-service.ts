/** P10: the service is killed again and again under load, and started again. */
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseKind, Fault } from './fault';
import { onScene } from './scene';

const BETWEEN_MS = 60;

/** Every kill comes at another moment of the work. */
export function killedService(database: DatabaseKind): Fault {
  return {
    name: 'P10 service killed with SIGKILL',
    database,
    run: ({ tries }) =>
      onScene({ kind: database }, async ({ service, load }) => {
        for (let index = 0; index < tries; index += 1) {
          await load.moreAcknowledged(20);
          await wait(Math.random() * BETWEEN_MS);
          await service.kill();
          await service.start();
        }
        await load.moreAcknowledged(20);
        return { tries };
      }),
  };
}
