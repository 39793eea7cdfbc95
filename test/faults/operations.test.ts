import { databaseAway } from '../../faults/database-away';
import { exhaustedPool } from '../../faults/exhausted-pool';
import type { Fault } from '../../faults/fault';
import { lockedFile } from '../../faults/locked-file';
import { restartedReplicas } from '../../faults/restarted-replicas';
import { soak } from '../../faults/soak';
import { describeOnServer } from '../support/databases';

jest.setTimeout(120_000);

/** Three seconds. */
const SHORT_MINUTES = 0.05;
const held = { lost: 0, doubled: 0, halfDone: 0 };

/** `npm run faults` is the long form. */
async function runOnce({ run }: Fault) {
  const outcome = await run({ tries: 1, minutes: SHORT_MINUTES });
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

describe('a service on a SQLite file', () => {
  it('goes on deciding while another process keeps the file locked, and records nothing that is lost', async () => {
    expect(await runOnce(lockedFile)).toMatchObject(held);
  });

  it('says so in time while nobody can write, and is as before soon after', async () => {
    expect(await runOnce(exhaustedPool('SQLite'))).toMatchObject(held);
  });

  it('closes what was opened when load, edits and streams are gone', async () => {
    const outcome = await runOnce(soak('SQLite'));
    expect(outcome).toMatchObject(held);
    expect(outcome.tries).toBeGreaterThan(0);
  });
});

describeOnServer('a service whose database fails it', () => {
  it('decides from memory while the server is away, marked, and records nothing that is lost', async () => {
    expect(await runOnce(databaseAway)).toMatchObject(held);
  });

  it('says so in time while every connection is held, and is as before soon after', async () => {
    expect(await runOnce(exhaustedPool('MariaDB'))).toMatchObject(held);
  });
});
