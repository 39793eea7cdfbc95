/** Saves a document as a pending change, if it could be published among the others. */
import { withDocument } from '../../domain/checks/check';
import { judgeEach } from '../../domain/checks/check-documents';
import type { Actor } from '../../domain/audit/actor';
import { canonicalText } from '../../domain/documents/canonical-text';
import type { DocumentKind } from '../../domain/documents/document-kind';
import { hasErrors } from '../../domain/documents/found';
import type { KeyedDocument } from '../../domain/documents/keyed-document';
import { parseDocument } from '../../domain/documents/parse-document';
import type { Problem } from '../../domain/documents/problem';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { Clock, Hasher } from '../ports';
import type { DraftStore, EditOutcome } from './draft-ports';
import { overtakenBy } from './govern-refusals';
import type { Overtaken, SaveResult } from './govern-results';
import type { ReadDraft } from './read-draft';

/** One document and who saves it. */
export interface SaveRequest {
  readonly kind: DocumentKind;
  /** JSON of unknown origin. */
  readonly document: unknown;
  /** The version that was edited; null creates, and fails where there is one. */
  readonly expectedVersion: number | null;
  readonly actor: Actor;
}

/** What saving and deleting need of the world. */
export interface EditPorts {
  readonly drafts: Pick<DraftStore, 'edit'>;
  readonly hasher: Hasher;
  readonly clock: Clock;
  readonly turns: Turns;
}

/** Judged among the documents as they would be published now, between requests; errors keep it out, warnings are told. */
export class SaveDocument {
  constructor(
    private readonly ports: EditPorts,
    private readonly draft: ReadDraft,
    private readonly compiler: ReleaseCompiler,
  ) {}

  async execute({ kind, document, expectedVersion, actor }: SaveRequest): Promise<SaveResult> {
    const parsed = parseDocument(kind, document);
    if ('problems' in parsed) return { version: null, problems: parsed.problems, error: null };
    const { key } = parsed.document;
    const problems = await this.judge({ kind, key, document: parsed.document } as KeyedDocument);
    if (hasErrors(problems)) return { version: null, problems, error: null };
    const text = canonicalText(kind, parsed.document);
    const { drafts, hasher, clock } = this.ports;
    const change = { kind, key, expectedVersion, text, hash: hasher.sha256(text) };
    const outcome = await drafts.edit({ changes: [change], actor, now: clock.now(), reason: null });
    return outcome.kind === 'edited'
      ? { version: outcome.versions[0] ?? null, problems, error: null }
      : { version: null, problems, error: editConflict(outcome) };
  }

  private async judge(subject: KeyedDocument): Promise<readonly Problem[]> {
    const set = withDocument(await this.draft.set(), subject);
    const { tools, parts } = this.compiler;
    const judged = await inSlices(judgeEach(set, [subject], tools, parts.checks), this.ports.turns);
    return judged.flatMap(({ problems }) => problems);
  }
}

/** Says who was faster and what to do. */
export function editConflict({ of, found }: Extract<EditOutcome, { kind: 'conflict' }>): Overtaken {
  const name = `\`${of.kind}/${of.key}\``;
  if (found.text === null) return overtakenBy(`There is no ${name}`);
  const by = found.pending === null ? '' : `, saved by ${found.pending.savedBy}`;
  return overtakenBy(`${name} is at version ${found.version}${by}`);
}
