/** The floor of any HTTP service: bytes that lie ready in memory. */
import type { Answer } from './json-listener';
import { inTurn } from './recorded-answers';

/** Gives the texts in turn, whatever is asked. */
export function answerFromMemory([first, ...rest]: readonly [string, ...string[]]): Answer {
  const next = inTurn([Buffer.from(first), ...rest.map((text) => Buffer.from(text))]);
  return (_body, reply) => reply(next());
}
