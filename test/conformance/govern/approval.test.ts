/** A second person's consent, on every database. */
import { describeEachDatabase } from '../../support/databases';
import { ANN, BEN, GOVERNED, governedSet, replicaOf, type Replica } from '../../support/governed-database';

describeEachDatabase(
  'approval',
  (database) => {
    let replica: Replica;
    const publish = () =>
      replica.services.publish({ message: 'Why', at: null, idempotencyKey: crypto.randomUUID() }, ANN);
    const approve = async (actor = BEN) => {
      const { workspace } = await replica.services.pending();
      return replica.services.approve({ expectedRevision: workspace.revision, comment: 'Fine.', actor });
    };
    beforeAll(async () => {
      replica = replicaOf(database.stores);
      await replica.begin();
    });

    it('is asked for by the very change that brings it in', async () => {
      expect(await replica.saveBent('policy', { requireApproval: true }, 1)).toMatchObject({ version: 2 });
      expect(await publish()).toMatchObject({ release: null, error: { kind: 'ApprovalRequired' } });
    });

    it('is never given by an author', async () => {
      expect(await approve(ANN)).toMatchObject({ error: { code: 'OWN_CHANGES' } });
      expect(await publish()).toMatchObject({ error: { kind: 'ApprovalRequired' } });
    });

    it('is for the changes as they were looked at', async () => {
      const { workspace } = await replica.services.pending();
      const outdated = { expectedRevision: workspace.revision - 1, comment: null, actor: BEN };
      expect(await replica.services.approve(outdated)).toMatchObject({ error: { kind: 'VersionConflict' } });
    });

    it('is taken back by the next change, and by a change of the approver', async () => {
      expect(await approve()).toMatchObject({
        error: null,
        workspace: { approvals: [{ by: BEN, comment: 'Fine.' }] },
      });
      await replica.saveBent('rule', { priority: 11 }, 1);
      expect((await replica.services.pending()).workspace.approvals).toEqual([]);
      expect(await publish()).toMatchObject({ error: { kind: 'ApprovalRequired' } });
    });

    it('lets the changes through once a second person agreed', async () => {
      await approve();
      expect(await publish()).toMatchObject({ release: 2, error: null });
    });

    it('is asked for by the policy in force even where a change drops it, and a folder can’t have it', async () => {
      await replica.saveBent('policy', { requireApproval: false }, 2);
      expect(await publish()).toMatchObject({ error: { kind: 'ApprovalRequired' } });
      const folder = { documents: governedSet(), message: 'By file', actor: BEN };
      expect(await replica.publish.documents(folder)).toMatchObject({ error: { kind: 'ApprovalRequired' } });
    });

    it('can’t be escaped by going back to a policy that asks for nobody', async () => {
      const back = { toRelease: 1, message: 'Too slow', idempotencyKey: crypto.randomUUID() };
      expect(await replica.services.rollBack(back, ANN)).toMatchObject({
        release: null,
        error: { kind: 'ApprovalRequired' },
      });
    });

    it('takes a comment that can be printed', async () => {
      const { workspace } = await replica.services.pending();
      const approval = { expectedRevision: workspace.revision, comment: '\u001b[2J', actor: BEN };
      expect(await replica.services.approve(approval)).toMatchObject({ error: { pointer: '/comment' } });
    });

    it('has nothing to agree to where nothing is pending', async () => {
      await approve();
      await publish();
      expect(await approve()).toMatchObject({ error: { code: 'NOTHING_PENDING' } });
    });
  },
  GOVERNED,
);
