/** Reads, checks and compiles one release after the other; what did not change is not done again. */
import { quarantineSteps } from '../../domain/checks/quarantine';
import type { Steps } from '../../domain/collections/steps';
import { brokenRule } from '../../domain/decisions/broken-rule';
import type { CompiledRelease, Quarantined } from '../../domain/decisions/compiled-release';
import type { QuarantinedDocument } from '../../domain/documents/build-document-set';
import {
  DocumentMemory,
  type DocumentReading,
  type ReadDocuments,
} from '../../domain/documents/document-memory';
import type { ListedDocument } from '../../domain/documents/release';
import { compileSteps, type CompilerTools } from './compile-release';
import { releaseParts, type ReleaseParts } from './release-parts';

/** Keeps what the last two sets that it read are made of, and nothing of those before. */
export class ReleaseCompiler {
  /** What is known of single documents; checks of a release to come share it. */
  readonly parts: ReleaseParts;
  private readonly memory = new DocumentMemory();

  constructor(readonly tools: CompilerTools) {
    this.parts = releaseParts(tools.templates);
  }

  /** Begins to read a list of documents: says which texts are needed. */
  begin(listed: readonly ListedDocument[]): DocumentReading {
    return this.memory.begin(listed);
  }

  /**
   * Compiles what was read of a stored release, a document at a time. Documents written past the checks are named and left
   * out with what refers to them; a guardrail among them keeps its offers back. Throws only when the policy is not there or
   * cannot be relied on.
   */
  *steps(
    { number, hash }: Pick<CompiledRelease, 'number' | 'hash'>,
    { documents: readable, quarantined: unreadable }: ReadDocuments,
  ): Steps<CompiledRelease> {
    const { documents, quarantined: unsound } = yield* quarantineSteps(
      readable,
      this.tools,
      this.parts.checks,
    );
    const quarantined = [...unreadable, ...unsound].map(nameOf);
    const compiled = yield* compileSteps({ number, hash, documents, quarantined }, this.tools, this.parts);
    const brokenRules = unsound.flatMap((entry) => brokenRule(readable, nameOf(entry)));
    return { ...compiled, brokenRules: [...compiled.brokenRules, ...brokenRules] };
  }
}

function nameOf({ kind, key, problems }: QuarantinedDocument): Quarantined {
  return {
    kind,
    key,
    message: problems.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join(' '),
  };
}
