/** The floor of a service that must read the account: one prepared read by primary key, sent as it was found. */
import BetterSqlite3 from 'better-sqlite3';
import { createPool } from 'mysql2/promise';
import type { Answer } from './json-listener';

const SELECT = 'SELECT version, profile, usage_matrix, activity FROM account WHERE id = ?';
const CONNECTIONS = 10;

interface Row {
  readonly version: number;
  readonly profile: string;
  readonly usage_matrix: string;
  readonly activity: string;
}

/** Answers until it is closed. */
export interface DatabaseFloor {
  readonly answer: Answer;
  close(): Promise<void>;
}

/** Reads the account that the body asks for out of the database of our service; `{}` where there is none. */
export function answerFromDatabase(url: string): DatabaseFloor {
  return url.startsWith('sqlite:') ? fromSqlite(url.slice('sqlite:'.length)) : fromServer(url);
}

function fromSqlite(file: string): DatabaseFloor {
  const database = new BetterSqlite3(file, { readonly: true });
  database.pragma('cache_size = -65536');
  const select = database.prepare<[string], Row>(SELECT);
  return {
    answer: (body, reply) => reply(textOf(select.get(accountIn(body)))),
    close: async () => void database.close(),
  };
}

function fromServer(url: string): DatabaseFloor {
  const pool = createPool({ uri: url.replace(/^mariadb:/, 'mysql:'), connectionLimit: CONNECTIONS });
  const answer: Answer = (body, reply) => {
    pool
      .execute(SELECT, [accountIn(body)])
      .then(([rows]) => reply(textOf((rows as Row[])[0])))
      .catch((fault: unknown) => console.error(fault));
  };
  return { answer, close: () => pool.end() };
}

function accountIn(body: string): string {
  return (JSON.parse(body) as { variables: { id: string } }).variables.id;
}

function textOf(row: Row | undefined): string {
  if (row === undefined) return '{}';
  const { version, profile, usage_matrix: usage, activity } = row;
  return `{"version":${version},"account":${profile},"usage":${usage},"activity":${activity}}`;
}
