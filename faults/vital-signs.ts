/** Reads off a running service what would grow if something leaked. */
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabasePlace } from './database-place';
import { KEY, type ServiceProcess } from './service-process';

const ATTEMPTS = 10;

/** One look. Memory is what is left after a full collection of garbage, in bytes. */
export interface VitalSigns {
  /** Milliseconds since the run began. */
  readonly at: number;
  readonly heap: number;
  /** Buffers and native objects beside the heap. */
  readonly external: number;
  /** Memory of the process as the system sees it: of all signs the one that lags most. */
  readonly resident: number;
  readonly files: number;
  readonly handles: number;
  /** Connections of the server, this run's own included; 0 on SQLite, which has open files instead. */
  readonly connections: number;
  readonly streams: number;
  /** Calls at work on the database or waiting for it. */
  readonly databaseCalls: number;
}

/** Asks the process itself, `/metrics` and the database. */
export async function readVitalSigns(
  service: ServiceProcess,
  place: DatabasePlace,
  at: number,
): Promise<VitalSigns> {
  const memory = await service.memory();
  const metrics = await readMetrics(service.url);
  const metric = (name: string) => metrics.get(name) ?? missing(name);
  return {
    at,
    heap: memory.heapUsed,
    external: memory.external,
    resident: memory.rss,
    files: metric('process_open_fds'),
    handles: metric('nodejs_active_handles_total'),
    connections: place.mariadb === null ? 0 : await countConnections(place.url),
    streams: metric('expansion_notification_streams'),
    databaseCalls:
      metric('expansion_database_connections_in_use') + metric('expansion_database_connections_waited_for'),
  };
}

function missing(name: string): never {
  throw new Error(`/metrics does not tell ${name}`);
}

/** A service that is too busy to be looked at is looked at again. */
async function scrape(url: string): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${KEY}` } });
    if (response.ok) return response;
    if (attempt === ATTEMPTS) throw new Error(`/metrics is answered with ${response.status}`);
    await wait(1_000);
  }
}

/** Metrics without labels, by name. */
async function readMetrics(url: string): Promise<ReadonlyMap<string, number>> {
  const response = await scrape(url);
  const lines = (await response.text()).split('\n').map((line) => line.split(' '));
  return new Map(lines.flatMap(([name = '', value]) => (value === undefined ? [] : [[name, Number(value)]])));
}

async function countConnections(url: string): Promise<number> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>("SHOW STATUS LIKE 'Threads_connected'");
    return Number(rows[0]?.['Value']);
  } finally {
    await connection.end();
  }
}
