/** P19: the database server is stopped for a while; decisions go on from memory, and nothing is recorded that is not durable. */
import { setTimeout as wait } from 'node:timers/promises';
import { answerUnit } from './answer-units';
import { askForDecision, type DecisionAnswer } from './decision-client';
import type { Fault } from './fault';
import { onScene, type Scene } from './scene';

const KNOWN_ACCOUNTS = 50;
const DEFAULT_MINUTES = 0.05;
const MINUTE_MS = 60_000;
/** What the server had carried out before it was killed is told within this time. */
const LONGEST_LAST_WORDS_MS = 5_000;
/** Not a promise: a machine that is busy beside takes its time. */
const BACK_WITHIN_MS = 60_000;
/** A picture was taken at most so many seconds before the server went away. */
const SLACK_SECONDS = 2;

/**
 * Throws when a decision fails while the database is away, is not marked, or tells a wrong age; and when an answer is
 * acknowledged meanwhile. `minutes` is how long the server is away; default 3 seconds.
 */
export const databaseAway: Fault = {
  name: 'P19 database away, decisions from memory',
  database: 'MariaDB',
  run: ({ tries, minutes = DEFAULT_MINUTES }) =>
    onScene({ kind: 'MariaDB', workers: 4 }, async (scene) => {
      const answers: DecisionAnswer[] = [];
      for (let index = 0; index < tries; index += 1)
        answers.push(...(await decideWhileAway(scene, minutes * MINUTE_MS)));
      await scene.load.moreAcknowledged(20);
      const slowest = Math.max(...answers.map(({ ms }) => ms));
      const oldest = Math.max(...answers.map(({ ageSeconds }) => ageSeconds ?? 0));
      const note =
        `away ${Math.round(minutes * 60)} s; ${answers.length} decisions from memory, the slowest after ` +
        `${Math.round(slowest)} ms, the oldest picture ${oldest} s old; ${scene.load.refusals}`;
      return { tries, note };
    }),
};

const account = (index: number) => answerUnit(index % KNOWN_ACCOUNTS).accountId;

async function decideWhileAway(scene: Scene, awayMs: number): Promise<readonly DecisionAnswer[]> {
  const { place, service, load, ledger } = scene;
  await load.moreAcknowledged(20);
  await askAboutAll(service.url);
  await place.mariadb?.kill();
  const away = performance.now();
  await wait(Math.min(LONGEST_LAST_WORDS_MS, awayMs / 2));
  const before = ledger.acknowledged.size;
  const answers = await decideFor(service.url, away, awayMs);
  if (ledger.acknowledged.size > before) throw new Error('an answer was acknowledged without a database');
  await place.mariadb?.start();
  await untilFresh(service.url);
  return answers;
}

async function askAboutAll(url: string): Promise<void> {
  for (let index = 0; index < KNOWN_ACCOUNTS; index += 1) await askForDecision(url, account(index));
}

/** Nobody's answer is recorded meanwhile, so every account that was asked about is still remembered but those answered since. */
async function decideFor(url: string, away: number, ms: number): Promise<readonly DecisionAnswer[]> {
  const answers: DecisionAnswer[] = [];
  for (let index = 0; performance.now() < away + ms; index += 1) {
    const seconds = (performance.now() - away) / 1_000;
    const answer = await askForDecision(url, account(index));
    if (answer.status === 200) answers.push(checked(answer, seconds));
    else if (answer.status !== 503 || answer.retryAfter === null)
      throw new Error(`a decision without a database is answered with ${answer.status}`);
    await wait(5);
  }
  if (answers.length === 0) throw new Error('no decision was made while the database was away');
  return answers;
}

/** `seconds` for how long the database was away when the decision was asked for. */
function checked(answer: DecisionAnswer, seconds: number): DecisionAnswer {
  const { degraded, ageSeconds } = answer;
  if (!degraded) throw new Error('a decision without a database is not marked');
  if (ageSeconds === null || ageSeconds < Math.floor(seconds) - SLACK_SECONDS)
    throw new Error(
      `after ${Math.round(seconds)} s without a database a decision says that it is ${ageSeconds} s old`,
    );
  return answer;
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
