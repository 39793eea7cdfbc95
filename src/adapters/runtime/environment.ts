/** Reads the settings of a process from its environment, and says which of them are wrong. */
import { cleanEnv, makeValidator, port, str, type CleanedEnv } from 'envalid';

const databaseUrl = makeValidator<string>((text) => {
  if (/^(sqlite:.+|(mysql|mariadb):\/\/.+)$/.test(text)) return text;
  throw new Error('use sqlite:./path/to/file.db or mysql://user:password@host:port/name');
});

/** Shorter secrets can be guessed; production refuses them. */
const SHORTEST_SECRET = 32;

/** A whole number from `lowest` to a million. */
const count = (lowest: number) =>
  makeValidator<number>((text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= lowest && value <= 1_000_000) return value;
    throw new Error(`use a whole number from ${lowest} to 1000000`);
  });
const anyCount = count(0);
const positive = count(1);

const SETTINGS = {
  NODE_ENV: str({ choices: ['development', 'test', 'production'], default: 'development' }),
  HOST: str({ default: '127.0.0.1', desc: 'Address to listen on; 0.0.0.0 for every interface' }),
  PORT: port({ default: 4000 }),
  DATABASE_URL: databaseUrl({ default: 'sqlite:./data/expansion.db' }),
  ADMIN_API_KEY: str({ default: undefined, desc: 'A key with every scope' }),
  SIGNING_SECRET: str({ default: undefined, desc: 'Signs recommendation ids' }),
  EVALUATOR: str({ choices: ['compiled', 'plain', 'reference'], default: 'compiled' }),
  LOG_LEVEL: str({
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    default: 'info',
  }),
  RULES_DIR: str({ default: './rules', desc: 'Documents that become release 1 of an empty database' }),
  DATA_DIR: str({ default: './data', desc: 'Where keys made for development are kept' }),
  DATABASE_POOL_SIZE: positive({ default: 10, desc: 'Connections to MySQL' }),
  DATABASE_QUEUE_LIMIT: anyCount({ default: 1_000, desc: 'Calls that may wait for a connection' }),
  MAX_CONCURRENT_REQUESTS: positive({ default: 64, desc: 'Requests worked on at once' }),
  MAX_QUEUED_REQUESTS: anyCount({ default: 64, desc: 'Requests that may wait for that' }),
  MAX_STREAMS: anyCount({ default: 1_000, desc: 'Live notification streams at once' }),
  MAX_STREAMS_PER_ACCOUNT: anyCount({ default: 20, desc: 'Of these, for one account' }),
  REMEMBERED_ACCOUNTS: anyCount({ default: 10_000, desc: 'Accounts kept for when the database is away' }),
  DRAIN_DELAY_MS: anyCount({ default: 0, desc: 'How long requests are taken after SIGTERM' }),
  SLOW_REQUEST_MS: anyCount({ default: 500, desc: 'From here on a request is logged at info' }),
  METRICS_TOKEN: str({ default: undefined, desc: 'A token that may read /metrics and nothing else' }),
  SEED_DEMO: str({
    choices: ['auto', 'never'],
    default: 'auto',
    desc: 'auto: demo accounts when empty, outside production',
  }),
};

/** Names of all settings, as README.md documents them. */
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS);

/** The settings; README.md documents each. In production ADMIN_API_KEY and SIGNING_SECRET are never absent. */
export type Environment = Readonly<CleanedEnv<typeof SETTINGS>>;

/** Either the settings, or one line per setting that is wrong, naming it and how to mend it. */
export type EnvironmentReading =
  { readonly environment: Environment } | { readonly problems: readonly string[] };

/** Reads and checks all settings at once; reports every problem, throws never. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): EnvironmentReading {
  let problems: string[] = [];
  const environment = cleanEnv(variables, SETTINGS, {
    reporter: ({ errors }) => {
      problems = Object.entries(errors).map(
        ([name, error]) => `${name}: ${error?.message ?? 'is not valid'}`,
      );
    },
  });
  if (environment.NODE_ENV === 'production') problems.push(...weakSecrets(variables));
  return problems.length === 0 ? { environment } : { problems };
}

function weakSecrets(variables: Readonly<Record<string, string | undefined>>): string[] {
  return ['ADMIN_API_KEY', 'SIGNING_SECRET']
    .filter((name) => (variables[name] ?? '').length < SHORTEST_SECRET)
    .map(
      (name) =>
        `${name}: production wants at least ${SHORTEST_SECRET} characters, for instance the output of \`openssl rand -hex 32\``,
    );
}
