/** The ways a document comes in, each as the service has it: what is refused there with a place and a reason. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { sha256Hasher } from '../../src/adapters/runtime/sha256-hasher';
import { eventLoopTurns } from '../../src/adapters/runtime/event-loop-turns';
import type { OpenDatabase } from '../../src/adapters/persistence/open-database';
import { ReleaseCompiler } from '../../src/application/decide/release-compiler';
import { LoadRelease } from '../../src/application/govern/load-release';
import { ProveRelease } from '../../src/application/govern/prove-release';
import { ReleasePipeline } from '../../src/application/govern/release-pipeline';
import { reviewRules } from '../../src/application/govern/review-rules';
import { storedDocuments } from '../../src/application/govern/stored-documents';
import { ValidateDocument } from '../../src/application/govern/validate-document';
import { withDocument } from '../../src/domain/checks/check';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { KeyedDocument } from '../../src/domain/documents/keyed-document';
import { parseDocument } from '../../src/domain/documents/parse-document';
import type { Problem } from '../../src/domain/documents/problem';
import type { StoredDocument } from '../../src/domain/documents/release';
import { EMPTY_WORKSPACE } from '../../src/domain/drafts/workspace';
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import { ANN, replicaOf } from '../support/governed-database';
import type { DocumentValue } from '../support/read-values';
import { checkTools } from '../support/validation';
import { corpusCatalogue } from './corpus-catalogue';

/** A case as it comes: values, and for texts that are no strict JSON just the text. */
export interface Incoming {
  readonly values: readonly DocumentValue[] | null;
  readonly texts: readonly { readonly kind: 'rule' | 'audience'; readonly text: string }[];
}

/** What is said of a document that is not taken. */
export interface Refusal {
  readonly pointer: string;
  readonly message: string;
}

/** Refusals of one case; none where it was taken. Null: such a case can't come in by this door. */
export type Door = (incoming: Incoming) => Promise<readonly Refusal[] | null>;

const tools = { ...checkTools, evaluator: compiledEvaluator };
const errors = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'ERROR');

/** The catalogue with every document of the case that can be read. */
function among(values: readonly DocumentValue[]): DocumentSet {
  return values.reduce((set, { kind, value }) => {
    const read = parseDocument(kind, value);
    if ('problems' in read) return set;
    return withDocument(set, { kind, key: read.document.key, document: read.document } as KeyedDocument);
  }, corpusCatalogue);
}

/** `validateDocument`, each document among the others. */
export const validateDoor: Door = async ({ values }) => {
  if (values === null) return null;
  const documents = among(values);
  const validation = new ValidateDocument({ current: () => ({ documents }) }, tools);
  return values.flatMap(({ kind, value }) => errors(validation.execute(kind, value)));
};

const PLAIN_KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Under which key each text is kept: its own where it has one that is free. */
function kept({ texts, values }: Incoming): readonly StoredDocument[] {
  const taken = new Set<string>();
  return texts.map(({ kind, text }, index) => {
    const own = (values?.[index]?.value as { readonly key?: unknown } | null | undefined)?.key;
    const plain = typeof own === 'string' && own.length <= 80 && PLAIN_KEY.test(own) ? own : 'a-case';
    const key = taken.has(`${kind}/${plain}`) ? `a-case-${index}` : plain;
    taken.add(`${kind}/${key}`);
    return { kind, key, text, hash: sha256Hasher.sha256(text) };
  });
}

const catalogue = storedDocuments(corpusCatalogue, sha256Hasher);

/** `npm run rules -- check` over a folder, which `publish` and `push` go through. */
export const fileDoor: Door = async (incoming) => {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  try {
    for (const { kind, key, text } of [...catalogue, ...kept(incoming)]) {
      const name = join(folder, kind, `${key.replaceAll('*', '_')}.${kind === 'topic' ? 'md' : 'json'}`);
      await mkdir(dirname(name), { recursive: true });
      await writeFile(name, text);
    }
    const { problems } = await reviewRules(new RulesDirectory(folder), tools);
    return errors(problems.map(({ problem }) => problem));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** What stands before every release, of texts as they are stored. */
export function publishDoor(): Door {
  const compiler = new ReleaseCompiler(tools);
  const clock = { now: () => Date.parse('2026-06-01T00:00:00Z') };
  const accounts = { page: async () => ({ items: [], hasNextPage: false }) };
  const proof = new ProveRelease({ accounts, other: plainEvaluator, clock, turns: eventLoopTurns }, compiler);
  const append = () => Promise.reject(new Error('Nothing is published here.'));
  const ports = { drafts: { append }, hasher: sha256Hasher, clock, turns: eventLoopTurns };
  const pipeline = new ReleasePipeline({ ...ports, requiresApproval: () => false }, compiler, proof);
  const draft = { workspace: EMPTY_WORKSPACE, release: 1, pending: [] };
  return async (incoming) => {
    const stored = [...catalogue, ...kept(incoming)];
    const candidate = {
      stored,
      draft,
      message: 'm',
      actor: ANN,
      isApproved: false,
      call: null,
      findings: [],
    };
    const { error, findings } = await pipeline.findFault(candidate);
    return error === null ? [] : errors(findings.map(({ problem }) => problem));
  };
}

/** `saveDocument`, audiences before the rules that name them; what was saved is forgotten again. */
export function saveDoor(stores: () => OpenDatabase, forget: () => Promise<void>): Door {
  let services: ReturnType<typeof replicaOf>['services'] | undefined;
  return async ({ values }) => {
    if (values === null) return null;
    services ??= replicaOf(stores()).services;
    let waiting = values;
    let refusals: readonly Refusal[] = [];
    for (let before = Infinity; waiting.length > 0 && waiting.length < before;) {
      before = waiting.length;
      refusals = [];
      const still: DocumentValue[] = [];
      for (const one of waiting) {
        const { kind, value } = one;
        const saved = await services.save({ kind, document: value, expectedVersion: null, actor: ANN });
        if (saved.version !== null) continue;
        still.push(one);
        const clash = saved.error === null ? [] : [{ pointer: '', message: saved.error.message }];
        refusals = [...refusals, ...errors(saved.problems), ...clash];
      }
      waiting = still;
    }
    await forget();
    return refusals;
  };
}

/** Written past every check: what the service then says of it, with every other document still in force. */
export function tableDoor(stores: () => OpenDatabase): Door {
  const compiler = new ReleaseCompiler(tools);
  return async (incoming) => {
    const { releases } = stores();
    const current = await releases.currentNumber();
    const documents = [...catalogue, ...kept(incoming)];
    const release = { hash: 'h'.repeat(64), message: 'past the checks', publishedBy: 'nobody', documents };
    await releases.append({ ...release, publishedAt: '2026-06-01T00:00:00.000Z' }, current);
    const loaded = await new LoadRelease(releases, compiler, eventLoopTurns).execute(current + 1);
    if (loaded === null) throw new Error('The release is gone.');
    const lost = catalogue.filter(({ kind, key }) => !loaded.documents[kind].has(key));
    if (lost.length > 0) throw new Error(`${lost[0]?.key} was lost with it`);
    return loaded.quarantined.map(({ message }) => {
      const [pointer = '', ...words] = message.startsWith('/') ? message.split(' ') : ['', message];
      return { pointer, message: words.join(' ') };
    });
  };
}
