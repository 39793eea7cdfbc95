/** Governs the sample documents over one test database, as a service does, with a clock that tests turn. */
import type { OpenDatabase } from '../../src/adapters/persistence/open-database';
import { eventLoopTurns } from '../../src/adapters/runtime/event-loop-turns';
import { sha256Hasher } from '../../src/adapters/runtime/sha256-hasher';
import { ReleaseCompiler } from '../../src/application/decide/release-compiler';
import type { SaveResult } from '../../src/application/govern/govern-results';
import { LoadRelease } from '../../src/application/govern/load-release';
import { PublishRelease } from '../../src/application/govern/publish-release';
import { ReleaseInForce } from '../../src/application/govern/release-in-force';
import { auditTools } from '../../src/composition-root/audit-tools';
import { buildGovernance, type Governance } from '../../src/composition-root/governance';
import type { Actor } from '../../src/domain/audit/actor';
import type { DocumentKind } from '../../src/domain/documents/document-kind';
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import type { RuleEvaluator } from '../../src/domain/rules/rule-evaluator';
import { withDocument } from '../../src/domain/checks/check';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { bent, sampleSet, soundDocument } from './document-samples';
import { checkTools } from './validation';

/** What databases are opened with whose documents are governed. */
export const GOVERNED = { audit: auditTools('a secret that nobody else has') };

/** Two people. */
export const ANN: Actor = { id: 'key-ann', name: 'Ann' };
export const BEN: Actor = { id: 'key-ben', name: 'Ben' };

/** When tests begin. */
export const MORNING = Date.parse('2026-06-01T08:00:00Z');

/** The sample documents with a rule test that passes. */
export function governedSet(): DocumentSet {
  const expect = { offers: [], suppressed: {} };
  return withDocument(sampleSet(), soundDocument('test', bent('test', { expect })));
}

const tools = { ...checkTools, evaluator: compiledEvaluator };

/** One replica: what it governs with, and the release that it decides with. */
export interface Replica extends Governance {
  readonly releases: ReleaseInForce;
  /** Turn it by setting `now`. */
  readonly clock: { now: () => number };
  /** Publishes the sample documents as release 1 where there is none, and takes the newest over. */
  begin(): Promise<void>;
  /** Saves the first sample of a kind with some members replaced. */
  saveBent(
    kind: DocumentKind,
    members: Readonly<Record<string, unknown>>,
    expectedVersion: number | null,
    actor?: Actor,
  ): Promise<SaveResult>;
}

/** `witness` decides beside the compiled evaluator before a release. */
export function replicaOf(database: OpenDatabase, witness: RuleEvaluator = plainEvaluator): Replica {
  const clock = { now: () => MORNING };
  const compiler = new ReleaseCompiler(tools);
  const load = new LoadRelease(database.releases, compiler, eventLoopTurns);
  const releases = new ReleaseInForce(database.releases, (number) => load.execute(number));
  const follow = async () => void (await releases.refresh());
  const now = { now: () => clock.now() };
  const governance = buildGovernance({ database, releases, tools, witness, clock: now, follow });
  return {
    ...governance,
    releases,
    clock,
    begin: async () => {
      const ports = { store: database.releases, hasher: sha256Hasher, clock: now, turns: eventLoopTurns };
      const first = {
        documents: governedSet(),
        message: 'First',
        publishedBy: 'first start',
        expectedCurrent: 0,
      };
      await new PublishRelease(ports, compiler).execute(first);
      await follow();
    },
    saveBent: (kind, members, expectedVersion, actor = ANN) =>
      governance.services.save({ kind, document: bent(kind, members), expectedVersion, actor }),
  };
}
