/** Drives simulations of a running service over its API. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MeasuredProcess } from '../service/measured-process';

type Service = Pick<MeasuredProcess, 'url' | 'headers'>;

/** What a simulation tells while it runs and when it has ended. */
export interface SimulationState {
  readonly id: string;
  readonly status: string;
  readonly processed: number;
  readonly total: number;
  readonly changedAccounts: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

const FIELDS = 'id status processed total changedAccounts startedAt finishedAt';
const LOOK_EVERY_MS = 500;

/** Retires an offer in the draft, so that there is something to find. */
export async function retireOffer(service: Service, key: string): Promise<void> {
  const find = 'query ($key: ID!) { document(kind: OFFER, key: $key) { version document } }';
  type Found = { document: { version: number; document: object } };
  const { document: found } = await ask<Found>(service, find, { key });
  const save =
    'mutation ($input: SaveDocumentInput!) { saveDocument(input: $input) { version problems { message } error { message } } }';
  const document = { ...found.document, status: 'retired' };
  const input = { kind: 'OFFER', document, expectedVersion: found.version };
  const { saveDocument } = await ask<{ saveDocument: { version: number | null } }>(service, save, { input });
  if (saveDocument.version === null) throw new Error(JSON.stringify(saveDocument));
}

/** Starts one over all accounts. */
export async function startSimulation(service: Service): Promise<string> {
  const query = `mutation ($key: ID!) { startSimulation(input: { idempotencyKey: $key }) { simulation { id } } }`;
  type Started = { startSimulation: { simulation: { id: string } } };
  return (await ask<Started>(service, query, { key: randomUUID() })).startSimulation.simulation.id;
}

/** Follows it to its end; throws when it is not done then. */
export async function simulationDone(service: Service, id: string): Promise<SimulationState> {
  for (;;) {
    const state = await simulationState(service, id);
    if (state.status === 'DONE') return state;
    if (state.finishedAt !== null) throw new Error(`The simulation is ${state.status}.`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** How it stands. */
export async function simulationState(service: Service, id: string): Promise<SimulationState> {
  const query = `query ($id: ID!) { simulation(id: $id) { ${FIELDS} } }`;
  return (await ask<{ simulation: SimulationState }>(service, query, { id })).simulation;
}

async function ask<T>({ url, headers }: Service, query: string, variables: object): Promise<T> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
