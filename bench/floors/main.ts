/** Starts one floor by its name: as little as a service can do, to see what ours costs above it. Never shipped. */
import { answerFromDatabase } from './answer-from-database';
import { answerFromMemory } from './answer-from-memory';
import { answerThroughApollo } from './answer-through-apollo';
import { type Answer, listenJson } from './json-listener';
import { readAnswers } from './recorded-answers';

const { PORT, DATABASE_URL = '', ANSWERS = '' } = process.env;

async function answerOf(floor: string | undefined): Promise<Answer> {
  if (floor === 'http') return answerFromMemory(readAnswers(ANSWERS));
  if (floor === 'apollo') return answerThroughApollo(readAnswers(ANSWERS));
  if (floor === 'read') return answerFromDatabase(DATABASE_URL).answer;
  throw new Error(`There is no floor ${floor}.`);
}

void answerOf(process.argv[2]).then((answer) => listenJson(answer, Number(PORT)));
