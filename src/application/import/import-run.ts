/** Carries an import forward batch by batch: what is counted as done is durable. */
import type { IngestResult } from '../ingest/ingest-result';
import { ImportBatch } from './import-batch';
import type {
  ImportCounts,
  ImportOutcome,
  ImportParts,
  ImportProgress,
  ImportState,
  RejectedLine,
  SourceRecord,
} from './import-ports';
import type { ReadContent } from './record-reader';

const NOTHING: ImportProgress = {
  line: 0,
  counts: { applied: 0, duplicate: 0, rejected: 0 },
  witness: null,
};

/** One run from where an interrupted one stopped to the end, or to the next interruption. */
export class ImportRun {
  private batch: ImportBatch;
  private bytesRead = 0;
  private bytesBefore: number | null = null;
  private readonly begunAt: number;
  private readonly recordsBefore: number;

  private constructor(
    private readonly parts: ImportParts,
    private progress: ImportProgress,
  ) {
    this.batch = new ImportBatch(parts.target.subject);
    this.begunAt = parts.clock.now();
    this.recordsBefore = total(progress.counts);
  }

  /** Progress is believed only where its witness is recorded: the database may be another one, or a younger copy. */
  static async begin(parts: ImportParts): Promise<ImportRun> {
    const { journal, target, observer } = parts;
    const left = await journal.read();
    const trusted = left !== null && (left.witness === null || (await target.isRecorded(left.witness)));
    const from = trusted ? left : null;
    await journal.begin(from);
    if (from !== null) observer.resumed(from.line);
    return new ImportRun(parts, from ?? NOTHING);
  }

  /** Everything up to and with this line is done. */
  get line(): number {
    return this.progress.line;
  }

  sawBytes(bytesRead: number): void {
    this.bytesRead = bytesRead;
  }

  async add(record: SourceRecord, content: ReadContent): Promise<void> {
    this.bytesBefore ??= this.bytesRead;
    if (!this.batch.hasRoomFor(content)) await this.flush();
    this.batch.add(record, content);
  }

  /** Ingests what has been gathered, then writes down what was refused and how far it came. */
  async flush(): Promise<void> {
    const { batch, parts } = this;
    if (batch.isEmpty) return;
    const results = await ingested(parts, batch);
    const rejected = [...batch.rejected, ...refusals(batch, results)].toSorted((a, b) => a.line - b.line);
    this.progress = {
      line: batch.lastLine,
      counts: added(this.progress.counts, results, rejected.length),
      witness: results.find(({ status }) => status === 'APPLIED')?.id ?? this.progress.witness,
    };
    await parts.journal.record(rejected, this.progress);
    this.batch = new ImportBatch(parts.target.subject);
    parts.observer.advanced(this.state());
  }

  /** Stopped, what has been gathered since the last batch is left for the next run. */
  async end(outcome: 'finished' | 'stopped'): Promise<ImportOutcome> {
    const { journal } = this.parts;
    if (outcome === 'finished') {
      await this.flush();
      await journal.finish();
    }
    return { outcome, state: this.state(), rejectedName: journal.rejectedName };
  }

  private state(): ImportState {
    const { counts } = this.progress;
    return {
      counts,
      records: total(counts) - this.recordsBefore,
      bytesRead: this.bytesRead,
      bytesBefore: this.bytesBefore ?? 0,
      totalBytes: this.parts.source.totalBytes,
      elapsedMs: this.parts.clock.now() - this.begunAt,
    };
  }
}

const total = ({ applied, duplicate, rejected }: ImportCounts): number => applied + duplicate + rejected;

async function ingested({ target }: ImportParts, batch: ImportBatch): Promise<readonly IngestResult[]> {
  if (batch.items.length === 0) return [];
  const outcome = await target.ingest(batch.items.map(({ item }) => item));
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome.results;
}

function refusals(batch: ImportBatch, results: readonly IngestResult[]): readonly RejectedLine[] {
  return batch.items.flatMap(({ record: { line, raw } }, index) => {
    const error = results[index]?.error ?? null;
    if (error === null) return [];
    const { code, message, hint, pointer } = error;
    return [{ line, raw, code, message, hint, column: columnOf(pointer) }];
  });
}

/** `/health/csat` is the column `health.csat`. */
const columnOf = (pointer: string | null): string | null =>
  pointer === null || pointer === '' ? null : pointer.slice(1).replaceAll('/', '.');

function added(counts: ImportCounts, results: readonly IngestResult[], rejected: number): ImportCounts {
  const having = (status: IngestResult['status']) =>
    results.filter((result) => result.status === status).length;
  return {
    applied: counts.applied + having('APPLIED'),
    duplicate: counts.duplicate + having('DUPLICATE'),
    rejected: counts.rejected + rejected,
  };
}
