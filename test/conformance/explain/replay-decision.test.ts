import { keyText, type StoredKey } from '../../../src/adapters/persistence/key-text';
import { openSql } from '../../../src/adapters/persistence/open-sql';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { runningService } from '../../support/running-service';

interface Replayed {
  readonly replayDecision: { readonly outcome: string; readonly differences: readonly string[] } | null;
}

const REPLAY =
  'query($id: ID!) { replayDecision(id: $id) { id accountId release decidedAt outcome differences } }';

describeEachDatabase('replayDecision', (database) => {
  const service = runningService(database);
  const replay = async (id: string) => (await service.ask<Replayed>(REPLAY, { id })).replayDecision;

  async function accountIds(): Promise<readonly string[]> {
    const { accounts } = await service.ask<{ accounts: { edges: { node: { id: string } }[] } }>(
      '{ accounts(first: 100) { edges { node { id } } } }',
    );
    return accounts.edges.map(({ node }) => node.id);
  }

  async function decided(accountId: string, context: object = {}): Promise<string> {
    const { recommendedOffers } = await service.ask<{
      recommendedOffers: { id: string; offers: { id: string }[] };
    }>(
      'query($id: ID!, $context: DecisionContext) { recommendedOffers(accountId: $id, userId: "ann", context: $context) { id offers { id } } }',
      { id: accountId, context },
    );
    const shown = recommendedOffers.offers.slice(0, 1).map(({ id }) => id);
    if (shown.length > 0)
      await service.ask(
        'mutation($ids: [ID!]!, $key: ID!) { recordImpressions(input: { recommendationIds: $ids, idempotencyKey: $key }) { results { status } } }',
        { ids: shown, key: recommendedOffers.id },
      );
    return recommendedOffers.id;
  }

  async function logged(): Promise<readonly string[]> {
    await service.service.settle();
    const rows = await rowsOf(database.url, 'SELECT id FROM decision_log');
    return rows.map(({ id }) => keyText(id as StoredKey));
  }

  async function change(sql: string, ...parameters: string[]): Promise<void> {
    const opened = await openSql(database.url);
    await opened.transaction((session) => session.run(sql, parameters)).finally(() => opened.close());
  }

  it('makes every logged decision again and finds the same, offers and notifications, before and after impressions', async () => {
    for (const id of await accountIds()) {
      await decided(id);
      await decided(id, { intent: 'EXPLICIT_ASK', conversationId: `talk-${id}` });
      await service.ask(
        'query($id: ID!) { inAppNotifications(accountId: $id, userId: "ann", first: 1) { id } }',
        { id },
      );
    }
    const ids = await logged();
    expect(ids.length).toBeGreaterThan(50);
    for (const id of ids) expect(await replay(id)).toMatchObject({ outcome: 'SAME', differences: [] });
  });

  it('makes a decision again although the account has changed since', async () => {
    const before = await decided('acme-dental');
    await service.service.settle();
    const at = new Date().toISOString();
    await service.ask(
      'mutation($at: DateTime!) { recordUsage(input: [{ id: "replay-1", accountId: "acme-dental", metric: "seats", value: 12, at: $at }]) { status } }',
      { at },
    );
    const after = await decided('acme-dental');
    await service.service.settle();
    expect(await replay(before)).toMatchObject({ outcome: 'SAME' });
    expect(await replay(after)).toMatchObject({ outcome: 'SAME' });
  });

  it('can’t make a decision again whose account changed before its line was written, and says so', async () => {
    const id = await decided('echo-support');
    await service.ask(
      'mutation($at: DateTime!) { recordUsage(input: [{ id: "replay-2", accountId: "echo-support", metric: "seats", value: 2, at: $at }]) { status } }',
      { at: new Date().toISOString() },
    );
    await change('DELETE FROM account_snapshot WHERE account_id = ?', 'echo-support');
    await service.service.settle();
    expect(await replay(id)).toMatchObject({
      outcome: 'NOT_REPLAYABLE',
      differences: [expect.stringContaining('was not kept')],
    });
  });

  it('names what is different where a line was tampered with', async () => {
    const id = await decided('acme-dental');
    await service.service.settle();
    const [row] = await rowsOf(database.url, `SELECT payload FROM decision_log WHERE id = '${id}'`);
    const payload = JSON.parse(String(row?.['payload'])) as { suppressed?: Record<string, string> };
    const forged = JSON.stringify({
      ...payload,
      suppressed: { ...payload.suppressed, 'message-pack': 'HEALTH_RED' },
    });
    await change("UPDATE decision_log SET payload = ?, motion = 'RETENTION' WHERE id = ?", forged, id);
    const replayed = await replay(id);
    expect(replayed?.outcome).toBe('DIFFERENT');
    expect(replayed?.differences.join('\n')).toMatch(/motion: “RETENTION” → “\w+”/);
    expect(replayed?.differences.join('\n')).toMatch(/suppressed(\.message-pack)?: .*HEALTH_RED/);
  });

  it('knows no decision that was never logged', async () => {
    expect(await replay('nobody')).toBeNull();
  });
});
