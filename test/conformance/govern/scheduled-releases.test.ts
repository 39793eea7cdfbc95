/** Releases that wait for their time, on every database. */
import { KeepSchedule } from '../../../src/application/govern/keep-schedule';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { editor } from '../../support/editor';
import { ANN, BEN, GOVERNED, MORNING, replicaOf, type Replica } from '../../support/governed-database';

const HOUR = 3_600_000;
const fail = () => Promise.reject(new Error('Nothing is to be arranged.'));

describeEachDatabase(
  'a scheduled release',
  (database) => {
    let replica: Replica;
    let other: Replica;
    const at = () => editor(replica);
    beforeAll(async () => {
      replica = replicaOf(database.stores);
      other = replicaOf(database.stores);
      await replica.begin();
      await other.releases.refresh();
    });
    afterEach(async () => {
      for (const { clock } of [replica, other]) clock.now = () => MORNING;
      await at().takeBack();
    });

    it('waits for its time where one is given; of two replicas one publishes', async () => {
      await at().save(30);
      const time = new Date(MORNING + HOUR).toISOString();
      expect(await at().publish('Tomorrow', 'key-at', time)).toMatchObject({
        release: null,
        schedule: { at: time },
      });
      expect(await Promise.all([replica, other].map(({ schedule }) => schedule.execute()))).toEqual([
        null,
        null,
      ]);
      for (const { clock } of [replica, other]) clock.now = () => MORNING + HOUR;
      const made = await Promise.all([replica, other].map(({ schedule }) => schedule.execute()));
      expect(made.filter((release) => release !== null)).toHaveLength(1);
      await replica.releases.refresh();
      expect(at().priority()).toBe(30);
      expect((await replica.services.pending()).workspace).toMatchObject({ schedule: null, failure: null });
    });

    it('takes a schedule back when something changes, and when somebody says so', async () => {
      const time = new Date(MORNING + HOUR).toISOString();
      await at().save(31);
      await at().publish('Later', crypto.randomUUID(), time);
      await at().save(32);
      expect((await replica.services.pending()).workspace.schedule).toBeNull();
      await at().publish('Later', crypto.randomUUID(), time);
      const { revision } = (await replica.services.pending()).workspace;
      const cancel = { expectedRevision: revision, actor: BEN };
      expect(await replica.services.cancelSchedule(cancel)).toMatchObject({ error: null });
      expect(await replica.services.cancelSchedule(cancel)).toMatchObject({
        error: { code: 'NOTHING_SCHEDULED' },
      });
      expect(await at().publish('Earlier', 'k', '2026-05-31T00:00:00.000Z')).toMatchObject({
        error: { pointer: '/at' },
      });
    });

    it('is written down once, however often the same call is made; another time, message or person is', async () => {
      const lines = "SELECT action FROM audit_entry WHERE action = 'RELEASE_SCHEDULED'";
      const scheduled = async () => (await rowsOf(database.url, lines)).length;
      const inHours = (hours: number) => new Date(MORNING + hours * HOUR).toISOString();
      const [time, later] = [inHours(1), inHours(2)];
      await at().save(35);
      const before = await scheduled();
      for (const key of ['again', 'again', 'anew'])
        expect(await at().publish('Soon', key, time)).toMatchObject({ error: null, schedule: { at: time } });
      expect(await scheduled()).toBe(before + 1);
      await at().publish('Soon', 'later', later);
      await at().publish('Very soon', 'worded', later);
      await replica.services.publish({ message: 'Very soon', at: later, idempotencyKey: 'hers' }, ANN);
      expect(await scheduled()).toBe(before + 4);
    });

    it('tells why a scheduled release came to nothing', async () => {
      await at().save(33);
      await at().publish('Later', crypto.randomUUID(), new Date(MORNING + HOUR).toISOString());
      const { workspace } = await replica.services.pending();
      await at().publishFolder(34);
      const draft = await replica.services.pending();
      expect(draft.workspace.revision).toBeGreaterThan(workspace.revision);
      expect(draft.workspace.schedule).toBeNull();
    });

    it('never takes along what was edited after the look at the schedule', async () => {
      await at().save(40);
      await at().publish('Later', crypto.randomUUID(), new Date(MORNING + HOUR).toISOString());
      const looked = await database.stores.drafts.workspace();
      await at().save(41);
      const drafts = { ...database.stores.drafts, workspace: () => Promise.resolve(looked), arrange: fail };
      const late = new KeepSchedule(
        { drafts, clock: { now: () => MORNING + HOUR } },
        { execute: replica.publish.draft },
      );
      expect(await late.execute()).toBeNull();
      expect((await replica.services.pending()).changes).toMatchObject([
        { words: [expect.stringMatching(/ → 41$/)] },
      ]);
    });
  },
  GOVERNED,
);
