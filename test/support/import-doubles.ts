/** Stands in for the two ends of an import where a test is about what lies between them. */
import type {
  ImportJournal,
  ImportObserver,
  ImportParts,
  ImportProgress,
  ImportSource,
  ImportTarget,
  RejectedLine,
  SourceBlock,
  SourceRecord,
} from '../../src/application/import/import-ports';
import type { IngestResult } from '../../src/application/ingest/ingest-result';

/** A record of one line that says this. */
export const jsonRecord = (line: number, value: unknown): SourceRecord => ({
  line,
  lastLine: line,
  raw: JSON.stringify(value),
  content: { value },
});

/** A row of one line. */
export const rowRecord = (line: number, ...cells: string[]): SourceRecord => ({
  line,
  lastLine: line,
  raw: cells.join(','),
  content: { cells },
});

/** Hands out the blocks, leaving out records as the port allows. */
export function sourceOf(blocks: readonly SourceBlock[], hasHeader = false): ImportSource {
  return {
    name: 'a file',
    totalBytes: 100,
    hasHeader,
    blocks: async function* (afterLine) {
      let header = hasHeader;
      for (const block of blocks) {
        if ('unreadable' in block) yield block;
        else {
          const records = block.records.filter(({ lastLine }) => {
            const wanted = header || lastLine > afterLine;
            header = false;
            return wanted;
          });
          yield { ...block, records };
        }
      }
    },
  };
}

/** Remembers in memory what a journal keeps in files. */
export class MemoryJournal implements ImportJournal {
  readonly rejectedName = 'rejected';
  rejected: RejectedLine[] = [];
  begunFrom: ImportProgress | null | undefined;
  finished = false;

  constructor(public progress: ImportProgress | null = null) {}

  read = async () => this.progress;
  begin = async (from: ImportProgress | null) => void (this.begunFrom = from);
  record = async (rejected: readonly RejectedLine[], progress: ImportProgress) => {
    this.rejected.push(...rejected);
    this.progress = progress;
  };
  finish = async () => void (this.finished = true);
}

/** Applies everything it has not seen, but for what `judge` says otherwise about; `calls` are the ids of each batch. */
export class MemoryTarget implements ImportTarget {
  readonly calls: string[][] = [];
  readonly recorded = new Set<string>();

  constructor(
    readonly subject: ImportTarget['subject'] = 'usage',
    private readonly judge: (item: { id: string }) => IngestResult | null = () => null,
  ) {}

  ingest = async (items: readonly unknown[]) => {
    const own = items as { id: string }[];
    this.calls.push(own.map(({ id }) => id));
    return { results: own.map((item) => this.judge(item) ?? this.apply(item.id)) };
  };
  isRecorded = async (id: string) => this.recorded.has(id);
  attributeType = () => null;

  private apply(id: string): IngestResult {
    const status = this.recorded.has(id) ? 'DUPLICATE' : 'APPLIED';
    this.recorded.add(id);
    return { id, status, error: null };
  }
}

/** Watches and remembers. */
export function watching(): ImportObserver & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    resumed: (line) => void seen.push(`resumed after ${line}`),
    advanced: ({ counts }) => void seen.push(`applied ${counts.applied}`),
  };
}

/** Everything an import needs, changed where the test cares. */
export function importParts(change: Partial<ImportParts> & Pick<ImportParts, 'source'>): ImportParts {
  let now = 0;
  return {
    journal: new MemoryJournal(),
    target: new MemoryTarget(),
    observer: watching(),
    clock: { now: () => (now += 1000) },
    stop: new AbortController().signal,
    ...change,
  };
}
