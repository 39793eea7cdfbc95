import { databaseAway } from '../../faults/database-away';
import { exhaustedPool } from '../../faults/exhausted-pool';
import type { Fault } from '../../faults/fault';
import { restartedReplicas } from '../../faults/restarted-replicas';
import { describeOnServer } from '../support/databases';

jest.setTimeout(120_000);

const held = { lost: 0, doubled: 0, halfDone: 0 };

/** `npm run faults` is the long form. */
async function runOnce({ run }: Fault) {
  const outcome = await run({ tries: 1 });
  if ('skipped' in outcome) throw new Error(outcome.skipped);
  return outcome;
}

describe('replicas on one SQLite file', () => {
  it('are stopped and started under load without losing a request', async () => {
    const outcome = await runOnce(restartedReplicas('SQLite'));
    expect(outcome).toMatchObject(held);
    expect(outcome.acknowledged).toBeGreaterThan(0);
  });
});

describeOnServer('a service whose database fails it', () => {
  it('decides from memory while the server is away, marked, and records nothing that is lost', async () => {
    expect(await runOnce(databaseAway)).toMatchObject(held);
  });

  it('says so in time while every connection is held, and is as before soon after', async () => {
    expect(await runOnce(exhaustedPool)).toMatchObject(held);
  });
});
