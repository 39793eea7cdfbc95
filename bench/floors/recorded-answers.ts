/** Keeps answers that our service gave in a file, one a line, so that the floors can give them again. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Texts must be one line of JSON each, as GraphQL servers send them; what was in the file before is gone. */
export function keepAnswers(file: string, answers: readonly string[]): void {
  writeFileSync(file, answers.map((answer) => `${answer.trimEnd()}\n`).join(''));
}

/** The texts in the order in which they were kept, each with the line break that GraphQL servers end with. Throws when there is none. */
export function readAnswers(file: string): readonly [string, ...string[]] {
  const [first, ...rest] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${line}\n`);
  if (first === undefined) throw new Error(`No answers in ${file}`);
  return [first, ...rest];
}

/** Hands out the items one after the other, for ever. */
export function inTurn<Item>(items: readonly [Item, ...Item[]]): () => Item {
  let next = 0;
  return () => {
    const item = items[next] ?? items[0];
    next = (next + 1) % items.length;
    return item;
  };
}
