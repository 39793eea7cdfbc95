/** From a pending change to a release and back, on every database. */
import type { PublishResult } from '../../../src/application/govern/govern-results';
import { editor, type Editor } from '../../support/editor';
import { describeEachDatabase } from '../../support/databases';
import {
  ANN,
  BEN,
  GOVERNED,
  governedSet,
  MORNING,
  replicaOf,
  type Replica,
} from '../../support/governed-database';

describeEachDatabase(
  'publishing',
  (database) => {
    let replica: Replica;
    let other: Replica;
    const at = () => editor(replica);
    const publish = (...given: Parameters<Editor['publish']>) => at().publish(...given);
    const [priority, version] = [() => at().priority(), () => at().version()];
    const save = (to: number) => at().save(to);
    beforeAll(async () => {
      replica = replicaOf(database.stores);
      other = replicaOf(database.stores);
      await replica.begin();
      await other.releases.refresh();
    });
    afterEach(async () => {
      replica.clock.now = () => MORNING;
      other.clock.now = () => MORNING;
      await at().takeBack();
    });

    it('has nothing to do where nothing is pending', async () => {
      expect(await publish()).toMatchObject({ release: null, error: { code: 'NOTHING_PENDING' } });
    });

    it('puts a change in force at once, under the name of who published it, and leaves nothing pending', async () => {
      await save(11);
      expect(await publish('Eleven')).toMatchObject({ release: 2, error: null, failedTests: [] });
      expect(priority()).toBe(11);
      expect(await replica.services.pending()).toMatchObject({ changes: [], workspace: { authors: [] } });
      expect(await replica.services.release(2)).toMatchObject({ message: 'Eleven', publishedBy: 'Ben' });
      expect(await replica.services.changesOf(2)).toMatchObject([
        { kind: 'rule', key: 'at-seat-limit', change: 'CHANGED', words: ['priority: 10 → 11'] },
      ]);
      expect(await version()).toBe(2);
    });

    it('reaches another replica with its next look', async () => {
      expect(other.releases.current().number).toBe(1);
      await other.releases.refresh();
      expect(other.releases.current().number).toBe(2);
    });

    it('answers a repeated call with the release that it made, and another call under its key not at all', async () => {
      await save(12);
      const first = await publish('Twelve', 'key-12');
      expect(first.release).toBe(3);
      expect(await publish('Twelve', 'key-12')).toEqual({ ...first, findings: [] });
      expect(await publish('Thirteen', 'key-12')).toMatchObject({ error: { code: 'IDEMPOTENCY_CONFLICT' } });
      expect((await replica.services.releases(null, 10)).total).toBe(3);
    });

    it('makes one release of sixteen calls at once', async () => {
      await save(13);
      const results = await Promise.all(Array.from({ length: 16 }, () => publish('Race')));
      expect(results.filter(({ release }) => release !== null)).toHaveLength(1);
      const codes = new Set(results.flatMap(({ error }) => error?.code ?? []));
      expect([...codes].filter((code) => !['VERSION_CONFLICT', 'NOTHING_PENDING'].includes(code))).toEqual(
        [],
      );
      expect(replica.releases.current().number).toBe(4);
    });

    it('publishes nothing but what was checked: an edit meanwhile is a conflict', async () => {
      await save(16);
      const { workspace, release } = await replica.services.pending();
      const audit = {
        at: new Date(MORNING).toISOString(),
        actor: BEN,
        reason: 'Why',
        before: null,
        after: null,
      };
      const outcome = await database.stores.drafts.append({
        release: { hash: 'h', message: 'Why', publishedBy: 'Ben', publishedAt: audit.at, documents: [] },
        expectedCurrent: release,
        expectedRevision: workspace.revision - 1,
        call: null,
        audit: { ...audit, action: 'RELEASE_PUBLISHED' },
      });
      expect(outcome).toEqual({ kind: 'conflict' });
      expect((await replica.services.pending()).release).toBe(release);
    });

    it.each(['', '  ', 'x'.repeat(501), 'a\u202eb', '\u001b[31mred'])(
      'wants a message that says something: %j',
      async (message) => {
        await save(14);
        expect(await publish(message)).toMatchObject({
          error: { code: 'INVALID_INPUT', pointer: '/message' },
        });
      },
    );

    it('is stopped by a rule test that fails, which it names with what differs', async () => {
      const expecting = { key: 'never', expect: { offers: ['growth-plan'] } };
      expect(await replica.saveBent('test', expecting, null)).toMatchObject({ version: 1 });
      const result = await publish();
      expect(result).toMatchObject({ release: null, error: { code: 'NOT_PUBLISHABLE' } });
      expect(result.failedTests).toMatchObject([{ key: 'never', passed: false }]);
      expect(result.failedTests[0]?.differences.join(' ')).toContain('growth-plan');
    });

    it('is stopped by what a change breaks elsewhere, which it names', async () => {
      const document = { ...governedSet().fact.get('account.status'), allowed: ['TRIAL'], sample: 'TRIAL' };
      const saved = await replica.services.save({ kind: 'fact', document, expectedVersion: 1, actor: ANN });
      expect(saved).toMatchObject({ version: 2, problems: [] });
      const { error, findings }: PublishResult = await publish();
      expect(error).toMatchObject({ code: 'NOT_PUBLISHABLE' });
      expect(findings).toMatchObject([
        {
          kind: 'audience',
          key: 'paying',
          problem: { code: 'OPERAND_NOT_ALLOWED', pointer: '/conditions/all/0/value' },
        },
      ]);
    });

    it('is stopped where a document was written past the checks, straight into the table', async () => {
      const change = {
        kind: 'rule',
        key: 'smuggled',
        expectedVersion: null,
        text: '{ "key": 1 }',
        hash: 'h',
      } as const;
      await database.stores.drafts.edit({ changes: [change], actor: ANN, now: MORNING, reason: null });
      const result = await publish();
      expect(result).toMatchObject({ release: null, error: { code: 'NOT_PUBLISHABLE' } });
      expect(new Set(result.findings.map(({ kind, key }) => `${kind}/${key}`))).toEqual(
        new Set(['rule/smuggled']),
      );
      const gone = { kind: 'rule', key: 'smuggled', expectedVersion: 1, text: null, hash: null } as const;
      await database.stores.drafts.edit({ changes: [gone], actor: ANN, now: MORNING, reason: null });
    });

    it('refuses a change of what was published otherwise since', async () => {
      await save(20);
      expect(await at().publishFolder(21)).toMatchObject({ error: null });
      expect(priority()).toBe(21);
      const result = await publish();
      expect(result.findings).toMatchObject([{ key: 'at-seat-limit', problem: { code: 'CHANGED_SINCE' } }]);
      await save(22);
      expect(await publish()).toMatchObject({ error: null });
      expect(priority()).toBe(22);
    });

    it('counts a document that was published from files as changed, for editors who saw it before', async () => {
      const seen = await version();
      await at().publishFolder(23);
      const saved = await replica.saveBent('rule', { priority: 24 }, seen);
      expect(saved.error).toMatchObject({ kind: 'VersionConflict' });
    });

    it('goes back in one step, byte for byte, and leaves alone what is pending', async () => {
      const message = 'It annoyed people';
      await replica.saveBent('audience', { key: 'waiting' }, null);
      const current = replica.releases.current().number;
      const back = (toRelease: number) =>
        replica.services.rollBack({ toRelease, message, idempotencyKey: crypto.randomUUID() }, BEN);
      expect(await back(1)).toMatchObject({ release: current + 1, error: null });
      expect(replica.releases.current()).toMatchObject({ number: current + 1 });
      const [first, now] = [await replica.services.release(1), await replica.services.release(current + 1)];
      expect(now?.hash).toBe(first?.hash);
      expect((await replica.services.pending()).changes).toMatchObject([{ key: 'waiting' }]);
      expect(await back(current + 1)).toMatchObject({ error: { code: 'NO_SUCH_RELEASE' } });
      expect(await back(0)).toMatchObject({ error: { code: 'NO_SUCH_RELEASE' } });
    });
  },
  GOVERNED,
);
