/** Requirement V7 through the API and the command line: what was done is told, and held to what was written. */
import { createCommands } from '../../src/adapters/cli/commands';
import type { Workbench } from '../../src/adapters/cli/workbench';
import { openSql } from '../../src/adapters/persistence/open-sql';
import { describeEachDatabase } from '../support/databases';
import { runningService } from '../support/running-service';

interface Shown {
  readonly auditLog: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  };
}

const QUERY = `query($first: Int, $after: String) { auditLog(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { position at actorId actor action subject reason before after hash } }
} }`;

describeEachDatabase('the audit log of API keys', (database) => {
  const running = runningService(database);
  const keys: string[] = [];

  const command = async (run: (commands: ReturnType<typeof createCommands>) => Promise<number>) => {
    let printed = '';
    const service = { ...running.service, audit: running.service.audit, close: async () => undefined };
    const workbench = { open: async () => service, print: (text: string) => void (printed += text) };
    const code = await run(createCommands(workbench as unknown as Workbench));
    return { code, printed };
  };
  const verify = (expect?: string) => command(({ verifyAudit }) => verifyAudit({ expect }));
  const nodes = async (first: number, after: string | null = null) => {
    const { auditLog } = await running.ask<Shown>(QUERY, { first, after });
    return { ...auditLog, nodes: auditLog.edges.map(({ node }) => node) };
  };

  beforeAll(async () => {
    for (const name of ['one', 'two']) {
      const { createApiKey } = await running.ask<{ createApiKey: { apiKey: { id: string } } }>(
        'mutation($n: String!) { createApiKey(input: { name: $n, scopes: ["rules:read"] }) { apiKey { id } } }',
        { n: name },
      );
      keys.push(createApiKey.apiKey.id);
    }
    await running.ask('mutation($id: ID!) { revokeApiKey(id: $id) }', { id: keys[0] });
    await running.ask('mutation($id: ID!) { revokeApiKey(id: $id) }', { id: keys[0] });
  });

  it('tells newest first who did what, and pages without a gap', async () => {
    const first = await nodes(2);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.nodes).toMatchObject([
      {
        position: 3,
        actorId: 'admin',
        actor: 'admin',
        action: 'API_KEY_REVOKED',
        subject: `api-key/${keys[0]}`,
      },
      { position: 2, action: 'API_KEY_CREATED', subject: `api-key/${keys[1]}`, before: null },
    ]);
    expect(first.nodes[1]?.['after']).toContain('"name":"two"');
    const second = await nodes(2, first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(second.nodes.map(({ position }) => position)).toEqual([1]);
  });

  it('is listed and found sound by the command line, which says what to note', async () => {
    const { code, printed } = await verify();
    const hash = String((await nodes(1)).nodes[0]?.['hash']);
    expect([code, printed]).toEqual([
      0,
      `Sound: 3 lines, each as it was written.\nNote this to hold the log to it later: --expect 3:${hash}\n`,
    ]);
    expect((await verify(`3:${hash}`)).code).toBe(0);
    const listed = await command(({ listAudit }) => listAudit({ limit: '1' }));
    expect(listed.printed).toMatch(/^ {5}3 {2}\S+Z {2}admin: api key revoked, api-key\/\S+\n$/);
  });

  it('is not verified or listed by what nobody can understand', async () => {
    expect((await verify('3:abc')).code).toBe(2);
    expect((await command(({ listAudit }) => listAudit({ limit: '0' }))).code).toBe(2);
  });

  it('is found tampered: another log than the noted one, and an edited line', async () => {
    expect(await verify(`3:${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
      printed: expect.stringContaining('NOT_AS_NOTED'),
    });
    const sql = await openSql(database.url);
    await sql.transaction((session) =>
      session.run("UPDATE audit_entry SET actor_name = 'nobody' WHERE position = 2", []),
    );
    await sql.close();
    expect(await verify()).toEqual({
      code: 1,
      printed:
        'LINE_EDITED    Line 2 does not say what was written: its hash does not fit.\n' +
        '\nTAMPERED: 1 finding in a log that ends at line 3.\n',
    });
  });
});
