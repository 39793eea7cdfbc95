/** Marks a document as to be deleted, unless others refer to it. */
import type { Actor } from '../../domain/audit/actor';
import { documentSetOf, documentsOf } from '../../domain/documents/build-document-set';
import { checkSteps } from '../../domain/checks/check-documents';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { Finding } from '../../domain/documents/keyed-document';
import { nameOf } from '../../domain/drafts/pending-document';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices } from '../in-slices';
import { stillReferenced } from './govern-refusals';
import type { DeleteResult } from './govern-results';
import type { ReadDraft } from './read-draft';
import { editConflict, type EditPorts } from './save-document';

/** One document and who deletes it. */
export interface DeleteRequest {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/**
 * Who refers to it is found by the checks: whatever they find without it that they did not find before. So no kind of
 * reference is forgotten here, and pending changes count.
 */
export class DeleteDocument {
  constructor(
    private readonly ports: EditPorts,
    private readonly draft: ReadDraft,
    private readonly compiler: ReleaseCompiler,
  ) {}

  async execute({ kind, key, expectedVersion, actor }: DeleteRequest): Promise<DeleteResult> {
    const findings = await this.brokenWithout(await this.draft.set(), { kind, key });
    if (findings.length > 0) {
      const by = [...new Set(findings.map(nameOf))];
      return { version: null, findings, error: stillReferenced(nameOf({ kind, key }), by) };
    }
    const { drafts, clock } = this.ports;
    const change = { kind, key, expectedVersion, text: null, hash: null };
    const outcome = await drafts.edit({ changes: [change], actor, now: clock.now(), reason: null });
    return outcome.kind === 'edited'
      ? { version: outcome.versions[0] ?? null, findings, error: null }
      : { version: null, findings, error: editConflict(outcome) };
  }

  private async brokenWithout(
    set: DocumentSet,
    gone: { readonly kind: DocumentKind; readonly key: string },
  ): Promise<readonly Finding[]> {
    if (!set[gone.kind].has(gone.key)) return [];
    const others = documentsOf(set).filter((document) => nameOf(document) !== nameOf(gone));
    const before = new Set((await this.errorsIn(set)).map(spelled));
    const after = await this.errorsIn(documentSetOf(others));
    return after.filter((finding) => !before.has(spelled(finding)));
  }

  private async errorsIn(set: DocumentSet): Promise<readonly Finding[]> {
    const { tools, parts } = this.compiler;
    const findings = await inSlices(checkSteps(set, tools, parts.checks), this.ports.turns);
    return findings.filter(({ problem }) => problem.severity === 'ERROR');
  }
}

function spelled(finding: Finding): string {
  return `${nameOf(finding)} ${finding.problem.code} ${finding.problem.pointer}`;
}
