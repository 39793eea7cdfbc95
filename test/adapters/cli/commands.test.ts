import { createCommands } from '../../../src/adapters/cli/commands';
import { createProgram } from '../../../src/adapters/cli/program';
import type { RulesDesk } from '../../../src/adapters/cli/rules-desk';
import type { OpenService, Workbench } from '../../../src/adapters/cli/workbench';
import type { ImportOutcome } from '../../../src/application/import/import-ports';
import type { ApiKey } from '../../../src/application/access/access-ports';
import type { ApiKeyLine } from '../../../src/application/access/list-api-keys';
import { EMPTY_LOG } from '../../../src/domain/audit/audit-chain';
import type { PendingChanges } from '../../../src/application/govern/pending-changes';
import { EMPTY_WORKSPACE } from '../../../src/domain/drafts/workspace';
import { documentSetOf } from '../../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../../src/domain/documents/document-set';
import type { Problem } from '../../../src/domain/documents/problem';
import { sampleSet } from '../../support/document-samples';
import { emptyReport } from '../../support/empty-report';
import { RUNNING_SIMULATION } from '../../support/running-simulation';
import { testServices } from '../../support/graphql-services';

const ERROR: Problem = {
  severity: 'ERROR',
  pointer: '/key',
  code: 'UNKNOWN_FACT',
  message: 'No.',
  hint: null,
};
const WARNING: Problem = { ...ERROR, severity: 'WARNING' };

const KEY: ApiKey = {
  id: 'key-1',
  name: 'portal',
  digest: 'digest',
  prefix: 'edk_01234567',
  scopes: ['offers:read'],
  createdAt: '2026-06-01T00:00:00.000Z',
  expiresAt: null,
  revokedAt: null,
};

const EMPTY_RELEASE = { number: 4, documents: documentSetOf([]) };
const OTHER_RELEASE = { number: 4, documents: sampleSet() };

const fail = () => Promise.reject(new Error('disk full'));

function imported(rejected: number, outcome: 'finished' | 'stopped' = 'finished'): ImportOutcome {
  const counts = { applied: 1, duplicate: 1, rejected };
  const state = { counts, records: 3, bytesRead: 9, bytesBefore: 0, totalBytes: 9, elapsedMs: 1 };
  return { outcome, state, rejectedName: 'u.csv.rejected.ndjson' };
}

/** A workbench whose tools answer from values; `calls` tells what was asked of it. */
function workbenchWith(answers: {
  problems?: Problem[];
  testsPass?: boolean;
  published?: boolean;
  release?: { number: number; documents: DocumentSet } | null;
  account?: boolean;
  keys?: ApiKeyLine[];
  imported?: ImportOutcome;
}) {
  const calls: string[] = [];
  const printed: string[] = [];
  const service: OpenService = {
    prepare: ({ seed }) => {
      calls.push(`prepare seed=${seed}`);
      return Promise.resolve({ release: 1, accounts: 20, seeded: seed, accountId: null });
    },
    listen: () => Promise.resolve({ url: 'http://127.0.0.1:1' }),
    decide: () => Promise.resolve(null),
    release: () => Promise.resolve(answers.release === undefined ? EMPTY_RELEASE : answers.release),
    rules: deskWith(answers.published ?? true, calls),
    explanations: testServices().explanations,
    report: ({ from, to }) => Promise.resolve(emptyReport({ from, to })),
    importFrom: ({ file }) => {
      calls.push(`import ${file}`);
      return Promise.resolve(answers.imported ?? { outcome: 'refused', problems: ['It is empty.'] });
    },
    audit: {
      newest: () => Promise.resolve([]),
      verify: () => Promise.resolve({ mark: EMPTY_LOG, findings: 0 }),
    },
    simulations: {
      start: () => Promise.resolve({ kind: 'Started', simulation: RUNNING_SIMULATION }),
      find: () => Promise.resolve(RUNNING_SIMULATION),
      cancel: () => Promise.resolve(null),
    },
    keys: {
      create: ({ name, scopes }) =>
        Promise.resolve(
          scopes.includes('wrong')
            ? {
                failure: 'INVALID_INPUT',
                message: '/scopes/0: There is no such scope.',
                pointer: '/scopes/0',
              }
            : { key: { ...KEY, name, scopes: ['offers:read'] }, secret: 'edk_the-secret' },
        ),
      list: () => Promise.resolve(answers.keys ?? [{ ...KEY, state: 'in force' }]),
      revoke: (id) => Promise.resolve(id === KEY.id),
    },
    settle: () => Promise.resolve(),
    close: () => {
      calls.push('close');
      return Promise.resolve();
    },
    printableKey: null,
  };
  const workbench: Workbench = {
    open: () => Promise.resolve(service),
    reviewRules: (folder) => {
      calls.push(`review ${folder}`);
      const problems = (answers.problems ?? []).map((problem) => ({ document: 'rule/a', problem }));
      return Promise.resolve({ documents: documentSetOf([]), count: 1, problems });
    },
    testRules: () =>
      Promise.resolve([{ key: 't', passed: answers.testsPass ?? true, differences: ['It differs.'] }]),
    schemaText: () => 'type Query { a: Int }\n',
    print: (text) => void printed.push(text),
    terminal: false,
    seedsWhenServing: true,
  };
  return { workbench, calls, printed };
}

const RELEASED = { release: 2, schedule: null, findings: [], failedTests: [], error: null } as const;
const FASTER = { kind: 'VersionConflict', code: 'VERSION_CONFLICT', message: 'Another came first.' } as const;
const OVERTAKEN = { ...RELEASED, release: null, error: FASTER } as const;
const NOTHING_PENDING: PendingChanges = { workspace: EMPTY_WORKSPACE, release: 1, changes: [] };

/** A desk whose every call is done, or comes second. */
function deskWith(isFirst: boolean, calls: string[]): RulesDesk {
  const published = (call: string) => {
    calls.push(call);
    return Promise.resolve(isFirst ? RELEASED : OVERTAKEN);
  };
  return {
    publish: (_documents, message) => published(`publish ${message}`),
    publishDraft: (message, at) => published(`publish draft ${message} ${at}`),
    rollBack: (release, message) => published(`roll back ${release} ${message}`),
    pull: () => Promise.resolve(null),
    push: (_documents, { prune }) => {
      calls.push(`push prune=${prune}`);
      return Promise.resolve(isFirst ? { saved: ['rule/a'], deleted: [], left: [] } : { error: FASTER });
    },
    pending: () => Promise.resolve(NOTHING_PENDING),
    approve: () => Promise.resolve({ workspace: null, error: isFirst ? null : FASTER }),
    releases: () => Promise.resolve([]),
  };
}

async function run(workbench: Workbench, ...words: string[]): Promise<number | undefined> {
  let exitCode: number | undefined;
  const program = createProgram(createCommands(workbench), (code) => (exitCode = code));
  await program.parseAsync(words, { from: 'user' });
  return exitCode;
}

describe('the command line', () => {
  it.each([
    ['rules check', 'passes sound documents', {}, 0],
    ['rules check', 'passes documents that only deserve a second look', { problems: [WARNING] }, 0],
    ['rules check', 'refuses an error', { problems: [ERROR] }, 1],
    ['rules test', 'passes when every rule test does', {}, 0],
    ['rules test', 'refuses a failing rule test', { testsPass: false }, 1],
    ['rules test', 'refuses documents that could not be published anyway', { problems: [ERROR] }, 1],
    ['rules diff', 'finds nothing where nothing differs', {}, 0],
    ['rules diff', 'tells of differences', { release: OTHER_RELEASE }, 1],
    ['rules diff', 'has nothing to compare with before there is a release', { release: null }, 1],
    ['rules diff', 'refuses documents that can’t be read', { problems: [ERROR] }, 1],
    ['rules publish -m why', 'publishes sound documents', {}, 0],
    ['rules publish -m why', 'refuses when somebody else was faster', { published: false }, 1],
    ['rules publish --draft -m why', 'publishes what is pending', {}, 0],
    ['rules publish --draft --at tomorrow -m why', 'does not understand a time that is none', {}, 2],
    ['rules push', 'saves what differs', {}, 0],
    ['rules push', 'refuses an error', { problems: [ERROR] }, 1],
    ['rules push', 'refuses when somebody else was faster', { published: false }, 1],
    ['rules pending', 'is at ease when nothing is pending', {}, 0],
    ['rules approve', 'agrees', {}, 0],
    ['rules approve', 'tells why it may not', { published: false }, 1],
    ['rules rollback 1 -m why', 'goes back', {}, 0],
    ['rules rollback one -m why', 'does not understand a release that is no number', {}, 2],
    ['rules rollback 1 -m why', 'refuses when somebody else was faster', { published: false }, 1],
    ['rules releases', 'is at ease before the first', {}, 0],
    ['decide nobody', 'refuses an account that does not exist', {}, 1],
    ['decide acme --surface MOON', 'does not understand an unknown surface', {}, 2],
    ['decide acme --intent MAYBE', 'does not understand an unknown intent', {}, 2],
    ['seed', 'loads the demo accounts', {}, 0],
    ['import usage u.csv', 'is done when everything was applied or known', { imported: imported(0) }, 0],
    ['import usage u.csv', 'tells when lines were rejected', { imported: imported(1) }, 1],
    ['import usage u.csv', 'does not take what cannot be read', {}, 2],
    ['import usage u.csv', 'tells when it was stopped', { imported: imported(1, 'stopped') }, 130],
    ['import plans p.csv', 'does not understand an unknown subject', {}, 2],
    ['import usage - --format xml', 'does not understand an unknown format', {}, 2],
    ['keys create --name portal --scopes offers:read', 'makes a key', {}, 0],
    ['keys create --name portal --scopes wrong', 'does not understand an unknown scope', {}, 2],
    ['keys list', 'lists keys', {}, 0],
    ['keys list', 'is at ease without keys', { keys: [] }, 0],
    ['keys revoke key-1', 'revokes a key', {}, 0],
    ['keys revoke nobody', 'refuses to revoke what is not there', {}, 1],
  ])('`%s` %s', async (words, _what, answers, exitCode) => {
    const { workbench } = workbenchWith(answers);
    expect(await run(workbench, ...words.split(' '))).toBe(exitCode);
  });

  it('never publishes past an error in a document', async () => {
    const { workbench, calls } = workbenchWith({ problems: [ERROR] });
    await run(workbench, 'rules', 'publish', '-m', 'why');
    expect(calls).toEqual(['review ./rules']);
  });

  it('looks where it is told to, and closes what it opened', async () => {
    const { workbench, calls } = workbenchWith({});
    await run(workbench, 'rules', 'publish', './other', '--message', 'fewer seats');
    expect(calls).toEqual(['review ./other', 'publish fewer seats', 'close']);
  });

  it('says by name which surface it would understand', async () => {
    const { workbench, printed } = workbenchWith({});
    await run(workbench, 'decide', 'acme', '--surface', 'MOON');
    expect(printed.join('')).toMatch(/--surface takes one of IN_APP, .*VOICE/);
  });

  it('shows the secret of a key when it is made, and never again', async () => {
    const { workbench, printed, calls } = workbenchWith({});
    await run(workbench, 'keys', 'create', '--name', 'portal', '--scopes', 'offers:read');
    expect(printed.join('')).toMatch(/^edk_the-secret\n/);
    await run(workbench, 'keys', 'list');
    expect(printed.at(-1)).toBe(
      'key-1  edk_01234567…  in force  2026-06-01T00:00:00.000Z  portal  offers:read\n',
    );
    expect(calls).toEqual(['close', 'close']);
  });

  it('imports what it is told to, and closes what it opened even when the import fails', async () => {
    const { workbench, calls, printed } = workbenchWith({});
    await run(workbench, 'import', 'accounts', 'a.csv', '--restart');
    expect(calls).toEqual(['prepare seed=false', 'import a.csv', 'close']);
    const failing = { ...workbench, open: async () => ({ ...(await workbench.open()), importFrom: fail }) };
    await expect(run(failing, 'import', 'accounts', 'my file.csv')).rejects.toThrow('disk full');
    expect(calls.at(-1)).toBe('close');
    expect(printed.at(-1)).toBe('Interrupted. To go on: npm run import -- accounts "my file.csv"\n');
  });

  it('never loads demo accounts just to decide', async () => {
    const { workbench, calls } = workbenchWith({});
    await run(workbench, 'decide', 'nobody');
    expect(calls).toEqual(['prepare seed=false', 'close']);
  });
});
