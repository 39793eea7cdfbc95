/** P10: the database server is killed again and again under load, and started again on its data. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault';
import { onScene } from './scene';

const BETWEEN_MS = 200;
const AWAY_MS = 300;

/** The service stays up and finds its database again by itself. */
export const killedMariadb: Fault = {
  name: 'P10 mariadbd killed with SIGKILL',
  database: 'MariaDB',
  run: ({ tries }) =>
    onScene({ kind: 'MariaDB' }, async ({ place, load }) => {
      for (let index = 0; index < tries; index += 1) {
        await load.moreAcknowledged(50);
        await wait(Math.random() * BETWEEN_MS);
        await place.mariadb?.kill();
        await wait(AWAY_MS);
        await place.mariadb?.start();
      }
      await load.moreAcknowledged(50);
      return { tries };
    }),
};
