/** Keeps refused lines and the progress of an import in two files beside the source. */
import { createHash } from 'node:crypto';
import { open, readFile, rm, stat, truncate } from 'node:fs/promises';
import { z } from 'zod';
import type {
  ImportJournal,
  ImportProgress,
  ImportRequest,
  RejectedLine,
} from '../../application/import/import-ports';
import { STANDARD_INPUT } from './import-file';
import { replaceDurably, writeDurably } from './write-durably';

/** Bytes at the beginning of a file that it is known again by, with its size and time. */
const HEAD_BYTES = 65_536;

/** What standard input's refused lines are called after. */
const UNNAMED = 'standard-input';

const savedSchema = z.strictObject({
  subject: z.string(),
  target: z.string(),
  source: z.strictObject({ size: z.number(), modifiedMs: z.number(), head: z.string() }),
  line: z.int().min(1),
  counts: z.strictObject({ applied: z.int(), duplicate: z.int(), rejected: z.int() }),
  witness: z.string().nullable(),
  rejectedBytes: z.int().min(0),
});
type Saved = z.infer<typeof savedSchema>;

/**
 * `<file>.rejected.ndjson` and `<file>.progress.json`; standard input has no progress, since it can't be read again.
 * Another subject or another database (`target`, without a password) is another import of the same file.
 */
export class FileImportJournal implements ImportJournal {
  readonly rejectedName: string;
  private readonly progressName: string | null;
  private rejectedBytes = 0;
  private known: Saved['source'] | null = null;

  constructor(
    private readonly request: Omit<ImportRequest, 'format'>,
    private readonly target: string,
  ) {
    const unnamed = request.file === STANDARD_INPUT;
    this.rejectedName = `${unnamed ? UNNAMED : request.file}.rejected.ndjson`;
    this.progressName = unnamed ? null : `${request.file}.progress.json`;
  }

  async read(): Promise<ImportProgress | null> {
    if (this.progressName === null || this.request.restart) return null;
    this.known = await sourceIdentity(this.request.file);
    const saved = await readSaved(this.progressName);
    if (saved === null || !this.isOurs(saved)) return null;
    if (saved.rejectedBytes > (await sizeOrNothing(this.rejectedName))) return null;
    this.rejectedBytes = saved.rejectedBytes;
    const { line, counts, witness } = saved;
    return { line, counts, witness };
  }

  async begin(from: ImportProgress | null): Promise<void> {
    if (from === null) this.rejectedBytes = 0;
    if (this.rejectedBytes === 0) await rm(this.rejectedName, { force: true });
    else await truncate(this.rejectedName, this.rejectedBytes);
  }

  async record(rejected: readonly RejectedLine[], progress: ImportProgress): Promise<void> {
    if (rejected.length > 0) await this.append(rejected);
    if (this.progressName !== null) await this.save(this.progressName, progress);
  }

  async finish(): Promise<void> {
    if (this.progressName !== null) await rm(this.progressName, { force: true });
  }

  private isOurs({ subject, target, source }: Saved): boolean {
    const { size, modifiedMs, head } = source;
    return (
      subject === this.request.subject &&
      target === this.target &&
      size === this.known?.size &&
      modifiedMs === this.known.modifiedMs &&
      head === this.known.head
    );
  }

  private async append(rejected: readonly RejectedLine[]): Promise<void> {
    const bytes = Buffer.from(rejected.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await writeDurably(this.rejectedName, 'a', bytes);
    this.rejectedBytes += bytes.length;
  }

  /** Written beside and renamed, so that a crash leaves the old progress or the new, never half of it. */
  private async save(name: string, { line, counts, witness }: ImportProgress): Promise<void> {
    const { rejectedBytes, target } = this;
    const { subject, file } = this.request;
    const source = (this.known ??= await sourceIdentity(file));
    const saved: Saved = { subject, target, source, line, counts, witness, rejectedBytes };
    await replaceDurably(name, `${name}.new`, Buffer.from(`${JSON.stringify(saved, null, 2)}\n`));
  }
}

async function sizeOrNothing(name: string): Promise<number> {
  try {
    return (await stat(name)).size;
  } catch {
    return 0;
  }
}

async function sourceIdentity(name: string): Promise<Saved['source']> {
  const { size, mtimeMs } = await stat(name);
  const file = await open(name);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
    return { size, modifiedMs: mtimeMs, head };
  } finally {
    await file.close();
  }
}

/** Null for a file that is not there or says nothing we understand: the import then begins afresh, which loses nothing. */
async function readSaved(name: string): Promise<Saved | null> {
  try {
    const parsed = savedSchema.safeParse(JSON.parse(await readFile(name, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
