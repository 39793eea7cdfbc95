/** The whole service over one test database: shipped rules, demo accounts, a free port, and a client for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenService, PreparedState } from '../../src/adapters/cli/workbench';
import { readEnvironment } from '../../src/adapters/runtime/environment';
import type { Clock } from '../../src/application/ports';
import { openService } from '../../src/composition-root/open-service';
import type { TestDatabase } from './databases';
import { TEST_SECRET } from './test-secret';

/** The key of the environment, which signs as well. */
export const SERVICE_KEY = TEST_SECRET;

/** Usable inside tests only. */
export interface RunningService {
  readonly service: OpenService;
  readonly state: PreparedState;
  readonly url: string;
  /** Data of one operation; fails the test when the answer has errors. */
  ask<T>(query: string, variables?: object, operationName?: string): Promise<T>;
}

/** Starts with these settings, and by this clock if there is one, before the first test of the suite, closes after its last. */
export function runningService(
  database: TestDatabase,
  settings: Readonly<Record<string, string>> = {},
  clock?: Clock,
): RunningService {
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  let running: Omit<RunningService, 'ask'> | undefined;
  const opened = () => {
    if (running === undefined) throw new Error('The service runs inside tests only.');
    return running;
  };
  beforeAll(async () => {
    running = await start(database.url, folder, settings, clock);
  });
  afterAll(async () => {
    await running?.service.close();
    rmSync(folder, { recursive: true });
  });
  return {
    get service() {
      return opened().service;
    },
    get state() {
      return opened().state;
    },
    get url() {
      return opened().url;
    },
    ask: (query, variables, operationName) => ask(opened().url, { query, variables, operationName }),
  };
}

async function start(
  databaseUrl: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
  clock: Clock | undefined,
): Promise<Omit<RunningService, 'ask'>> {
  const reading = readEnvironment({
    DATABASE_URL: databaseUrl,
    ADMIN_API_KEY: SERVICE_KEY,
    SIGNING_SECRET: SERVICE_KEY,
    LOG_LEVEL: 'silent',
    DATA_DIR: folder,
    ...settings,
  });
  if ('problems' in reading) throw new Error(reading.problems.join('\n'));
  const service = await openService({ ...reading.environment, PORT: 0 }, clock);
  const state = await service.prepare({ seed: true });
  return { service, state, url: (await service.listen()).url };
}

async function ask<T>(url: string, request: object): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${SERVICE_KEY}` },
    body: JSON.stringify(request),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}
