/** Saves a document as a pending change, if it could be published among the others. */
import { validateDocument } from '../../domain/checks/validate-document';
import type { CheckTools } from '../../domain/checks/check';
import type { Actor } from '../../domain/audit/actor';
import { canonicalText } from '../../domain/documents/canonical-text';
import type { DocumentKind } from '../../domain/documents/document-kind';
import { hasErrors } from '../../domain/documents/found';
import { parseDocument } from '../../domain/documents/parse-document';
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
}

/** Judged among the documents as they would be published now; errors keep it out, warnings are told. */
export class SaveDocument {
  constructor(
    private readonly ports: EditPorts,
    private readonly draft: ReadDraft,
    private readonly tools: CheckTools,
  ) {}

  async execute({ kind, document, expectedVersion, actor }: SaveRequest): Promise<SaveResult> {
    const problems = validateDocument(kind, document, await this.draft.set(), this.tools);
    const parsed = parseDocument(kind, document);
    if (hasErrors(problems) || 'problems' in parsed) return { version: null, problems, error: null };
    const text = canonicalText(kind, parsed.document);
    const { drafts, hasher, clock } = this.ports;
    const { key } = parsed.document;
    const change = { kind, key, expectedVersion, text, hash: hasher.sha256(text) };
    const outcome = await drafts.edit({ changes: [change], actor, now: clock.now(), reason: null });
    return outcome.kind === 'edited'
      ? { version: outcome.versions[0] ?? null, problems, error: null }
      : { version: null, problems, error: editConflict(outcome) };
  }
}

/** Says who was faster and what to do. */
export function editConflict({ of, found }: Extract<EditOutcome, { kind: 'conflict' }>): Overtaken {
  const name = `\`${of.kind}/${of.key}\``;
  if (found.text === null) return overtakenBy(`There is no ${name}`);
  const by = found.pending === null ? '' : `, saved by ${found.pending.savedBy}`;
  return overtakenBy(`${name} is at version ${found.version}${by}`);
}
