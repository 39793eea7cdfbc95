/** Editing documents: what is saved, refused and pending, on every database. */
import type { DocumentKind } from '../../../src/domain/documents/document-kind';
import { describeEachDatabase } from '../../support/databases';
import { ANN, BEN, GOVERNED, replicaOf, type Replica } from '../../support/governed-database';

describeEachDatabase(
  'a draft',
  (database) => {
    let replica: Replica;
    const versionOf = async (kind: DocumentKind, key: string) =>
      (await replica.services.document(kind, key))?.version ?? null;
    const pendingNames = async () =>
      (await replica.services.pending()).changes.map(({ kind, key, change }) => `${change} ${kind}/${key}`);
    beforeAll(async () => {
      replica = replicaOf(database.stores);
      await replica.begin();
    });

    it('has nothing pending, and published documents at version 1', async () => {
      expect(await pendingNames()).toEqual([]);
      expect(await versionOf('rule', 'at-seat-limit')).toBe(1);
      expect(await versionOf('rule', 'nowhere')).toBeNull();
    });

    it('says in words what a saved document changes, who saved it and when', async () => {
      const conditions = {
        all: [{ fact: 'usage.seats.ratio', operator: 'greaterThanInclusive', value: 0.8 }],
      };
      expect(await replica.saveBent('rule', { conditions }, 1)).toEqual({
        version: 2,
        problems: [],
        error: null,
      });
      const { changes, workspace, release } = await replica.services.pending();
      expect(changes).toMatchObject([
        {
          kind: 'rule',
          key: 'at-seat-limit',
          change: 'CHANGED',
          version: 2,
          savedBy: 'Ann',
          savedAt: '2026-06-01T08:00:00.000Z',
          words: [
            '`usage.seats.ratio` is at least 90 % → 80 %',
            'no longer asks: is in the audience `paying`',
          ],
        },
      ]);
      expect(workspace.authors).toEqual([ANN]);
      expect(release).toBe(1);
    });

    it('decides with what is pending, while the release in force does not', async () => {
      const draft = await replica.drafts.draft();
      expect(draft.number).toBe(2);
      expect(draft.documents.rule.get('at-seat-limit')?.conditions).toMatchObject({ all: [{ value: 0.8 }] });
      expect(replica.releases.current().documents.rule.get('at-seat-limit')?.conditions).toMatchObject({
        all: [{}, { value: 0.9 }],
      });
      expect(await replica.drafts.draft()).toBe(draft);
    });

    it.each([
      ['an older version than it is at', 1, /is at version 2, saved by Ann/],
      ['a version that it never had', 7, /is at version 2, saved by Ann/],
      ['no version, as if there were none', null, /is at version 2, saved by Ann/],
    ])('refuses to save over %s', async (_what, expectedVersion, message) => {
      const saved = await replica.saveBent('rule', { priority: 77 }, expectedVersion, BEN);
      expect(saved.version).toBeNull();
      expect(saved.error).toMatchObject({
        kind: 'VersionConflict',
        message: expect.stringMatching(message) as string,
      });
      expect(await versionOf('rule', 'at-seat-limit')).toBe(2);
    });

    it('refuses a broken document with everything that is wrong with it, and keeps nothing of it', async () => {
      const saved = await replica.saveBent(
        'rule',
        { key: 'broken', event: { type: 'score' }, priority: 'high' },
        null,
      );
      expect(saved).toMatchObject({ version: null, error: null });
      expect(saved.problems.map(({ pointer }) => pointer)).toEqual(
        expect.arrayContaining(['/event/params', '/priority']),
      );
      expect(await versionOf('rule', 'broken')).toBeNull();
    });

    it('judges a document among the other pending ones', async () => {
      const conditions = { all: [{ condition: 'newcomers' }] };
      const rule = { key: 'for-newcomers', conditions, topic: undefined };
      const early = await replica.saveBent('rule', rule, null);
      expect(early.problems).toMatchObject([{ code: 'UNKNOWN_AUDIENCE' }]);
      expect(await replica.saveBent('audience', { key: 'newcomers' }, null, BEN)).toMatchObject({
        version: 1,
      });
      expect(await replica.saveBent('rule', rule, null, BEN)).toMatchObject({ version: 1, error: null });
      expect((await replica.services.pending()).workspace.authors).toEqual([ANN, BEN]);
    });

    it.each([
      ['by a pending document', 'audience', 'newcomers', 1, ['rule/for-newcomers']],
      ['by published ones', 'offer', 'growth-plan', 1, ['rule/at-seat-limit']],
    ] as const)('refuses to delete what is referred to %s, and says by whom', async (...given) => {
      const [, kind, key, expectedVersion, names] = given;
      const deleted = await replica.services.delete({ kind, key, expectedVersion, actor: ANN });
      expect(deleted.version).toBeNull();
      expect(deleted.error).toMatchObject({ code: 'STILL_REFERENCED' });
      for (const name of names) expect(deleted.error?.message).toContain(`\`${name}\``);
      expect(deleted.findings.length).toBeGreaterThan(0);
    });

    it('refuses to delete the policy that everything goes by', async () => {
      const request = { kind: 'policy', key: 'default', expectedVersion: 1, actor: ANN } as const;
      expect((await replica.services.delete(request)).error).toMatchObject({ code: 'STILL_REFERENCED' });
    });

    it('deletes what nobody refers to, and counts on when it comes back', async () => {
      const remove = (expectedVersion: number) =>
        replica.services.delete({ kind: 'rule', key: 'at-seats-full', expectedVersion, actor: ANN });
      expect((await remove(4)).error).toMatchObject({ kind: 'VersionConflict' });
      expect(await remove(1)).toMatchObject({ version: 2, error: null });
      expect(await pendingNames()).toContain('REMOVED rule/at-seats-full');
      expect((await remove(2)).error).toMatchObject({
        message: expect.stringMatching(/There is no/) as string,
      });
      const published = replica.releases.current().documents.rule.get('at-seats-full');
      const back = { kind: 'rule', document: { ...published }, expectedVersion: null, actor: ANN } as const;
      expect(await replica.services.save(back)).toMatchObject({ version: 3, error: null });
      expect(await pendingNames()).not.toContain('REMOVED rule/at-seats-full');
    });

    it('forgets a change that was taken back', async () => {
      const published = replica.releases.current().documents.rule.get('at-seat-limit');
      const saved = { kind: 'rule', document: { ...published }, expectedVersion: 2, actor: ANN } as const;
      expect(await replica.services.save(saved)).toMatchObject({ version: 3 });
      expect(await pendingNames()).toEqual(['ADDED audience/newcomers', 'ADDED rule/for-newcomers']);
    });

    it('is never overwritten unseen: of two editors with one version one is told, a thousand times', async () => {
      const edit = (actor: typeof ANN, round: number, expectedVersion: number) => {
        const text = `{ "round": ${round}, "by": "${actor.name}" }`;
        const change = { kind: 'test', key: 'raced', expectedVersion, text, hash: text } as const;
        return database.stores.drafts.edit({ changes: [change], actor, now: 0, reason: null });
      };
      const first = { kind: 'test', key: 'raced', expectedVersion: null, text: '{}', hash: '{}' } as const;
      await database.stores.drafts.edit({ changes: [first], actor: ANN, now: 0, reason: null });
      let lost = 0;
      for (let round = 1; round <= 1_000; round += 1) {
        const outcomes = await Promise.all([edit(ANN, round, round), edit(BEN, round, round)]);
        const winners = outcomes.filter(({ kind }) => kind === 'edited').length;
        if (winners !== 1) lost += 1;
      }
      expect(lost).toBe(0);
      expect(await versionOf('test', 'raced')).toBe(1_001);
    });

    it('is read as of one moment while others edit it', async () => {
      const { drafts } = database.stores;
      let isOver = false;
      const seen = new Set<number>();
      const readers = Array.from({ length: 4 }, async () => {
        while (!isOver) {
          const { workspace, pending } = await drafts.read();
          seen.add(workspace.revision - (pending.find(({ key }) => key === 'raced')?.version ?? NaN));
        }
      });
      for (let expectedVersion = 1_001; expectedVersion < 1_101; expectedVersion += 1) {
        const text = `{ "at": ${expectedVersion} }`;
        const change = { kind: 'test', key: 'raced', expectedVersion, text, hash: text } as const;
        await drafts.edit({ changes: [change], actor: ANN, now: 0, reason: null });
      }
      isOver = true;
      await Promise.all(readers);
      expect(seen.size).toBe(1);
    });
  },
  GOVERNED,
);
