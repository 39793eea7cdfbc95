/** P19: the database server is stopped for a while; decisions go on from memory, and nothing is recorded that is not durable. */
import { setTimeout as wait } from 'node:timers/promises';
import { answerUnit } from './answer-units';
import { askForDecision, type DecisionAnswer } from './decision-client';
import type { Fault } from './fault';
import { onScene } from './scene';

const KNOWN_ACCOUNTS = 50;
const AWAY_MS = 3_000;
const BACK_WITHIN_MS = 10_000;

/** Throws when a decision fails while the database is away, or is not marked. `tries` are absences of some seconds. */
export const databaseAway: Fault = {
  name: 'P19 database away, decisions from memory',
  database: 'MariaDB',
  run: ({ tries }) =>
    onScene({ kind: 'MariaDB', workers: 4 }, async ({ place, service, load }) => {
      let decided = 0;
      let slowest = 0;
      for (let index = 0; index < tries; index += 1) {
        await load.moreAcknowledged(20);
        await askAboutAll(service.url);
        await place.mariadb?.kill();
        const answers = await decideFor(service.url, AWAY_MS);
        decided += answers.length;
        slowest = Math.max(slowest, ...answers.map(({ ms }) => ms));
        await place.mariadb?.start();
        await untilFresh(service.url);
      }
      await load.moreAcknowledged(20);
      return { tries, note: `${decided} decisions from memory, the slowest after ${Math.round(slowest)} ms` };
    }),
};

const account = (index: number) => answerUnit(index % KNOWN_ACCOUNTS).accountId;

async function askAboutAll(url: string): Promise<void> {
  for (let index = 0; index < KNOWN_ACCOUNTS; index += 1) await askForDecision(url, account(index));
}

/** Answers may be recorded meanwhile by nobody, so every account that was asked about is still remembered but those answered since. */
async function decideFor(url: string, ms: number): Promise<readonly DecisionAnswer[]> {
  const answers: DecisionAnswer[] = [];
  const end = performance.now() + ms;
  for (let index = 0; performance.now() < end; index += 1) {
    const answer = await askForDecision(url, account(index));
    if (answer.status === 200 && !answer.degraded)
      throw new Error('a decision without a database is not marked');
    if (answer.status === 200) answers.push(answer);
    else if (answer.status !== 503 || answer.retryAfter === null)
      throw new Error(`a decision without a database is answered with ${answer.status}`);
    await wait(5);
  }
  if (answers.length === 0) throw new Error('no decision was made while the database was away');
  return answers;
}

async function untilFresh(url: string): Promise<void> {
  const deadline = performance.now() + BACK_WITHIN_MS;
  for (;;) {
    const { status, degraded } = await askForDecision(url, account(0));
    if (status === 200 && !degraded) return;
    if (performance.now() > deadline)
      throw new Error('decisions do not go back to the database by themselves');
    await wait(50);
  }
}
