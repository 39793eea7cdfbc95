/** Gathers records into batches that ingestion takes at once. */
import { idOf } from '../ingest/ingest-result';
import type { ImportSubject, RejectedLine, SourceRecord } from './import-ports';
import type { ReadContent } from './record-reader';

/** Items that one call of ingestion takes. */
const MOST_ITEMS = 1000;

/** Characters of source text held at once: long lines make short batches. */
const MOST_CHARACTERS = 4_000_000;

/** Refused lines held at once. */
const MOST_REJECTED = 1000;

/** Records between two points at which everything is durable. */
export class ImportBatch {
  readonly items: { readonly record: SourceRecord; readonly item: unknown }[] = [];
  readonly rejected: RejectedLine[] = [];
  /** Last line of the records in it; 0 while there is none. */
  lastLine = 0;
  private characters = 0;
  private readonly ids = new Set<string>();

  constructor(private readonly subject: ImportSubject) {}

  get isEmpty(): boolean {
    return this.lastLine === 0;
  }

  /** Of one account the first statement in a call counts, but the last in a file: the earlier one must be written first. */
  hasRoomFor(content: ReadContent): boolean {
    const full =
      this.items.length >= MOST_ITEMS ||
      this.rejected.length >= MOST_REJECTED ||
      this.characters >= MOST_CHARACTERS;
    const again = this.subject === 'accounts' && 'item' in content && this.ids.has(idOf(content.item));
    return !full && !again;
  }

  add(record: SourceRecord, content: ReadContent): void {
    const { line, raw } = record;
    if ('problem' in content) this.rejected.push({ line, raw, ...content.problem });
    else {
      this.items.push({ record, item: content.item });
      this.ids.add(idOf(content.item));
    }
    this.characters += raw.length;
    this.lastLine = record.lastLine;
  }
}
