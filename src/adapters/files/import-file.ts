/** Reads an import from a file or from standard input, gzipped or not, never faster than its records are taken. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type {
  ImportFormat,
  ImportRequest,
  ImportSource,
  SourceBlock,
} from '../../application/import/import-ports';
import { CsvRecords } from './csv-records';
import { NdjsonRecords } from './ndjson-records';
import { LineSplitter, type PhysicalLine } from './physical-lines';
import type { RecordFormat } from './record-format';

/** What stands for standard input instead of the name of a file. */
export const STANDARD_INPUT = '-';

const CHUNK_BYTES = 65_536;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

type ImportPlace = Pick<ImportRequest, 'file' | 'format'>;

/** The source, or one sentence about why there is none. */
export async function openImportFile(
  place: ImportPlace,
  standardInput: () => Readable,
): Promise<ImportSource | string> {
  const format = place.format ?? formatOf(place.file);
  if (format === null) return `Say with --format csv or --format ndjson what ${nameOf(place)} holds.`;
  if (place.file === STANDARD_INPUT) return new ByteSource(nameOf(place), null, format, standardInput);
  const size = await sizeOf(place.file);
  if (typeof size === 'string') return size;
  const open = () => createReadStream(place.file, { highWaterMark: CHUNK_BYTES });
  return new ByteSource(place.file, size, format, open, place.file.endsWith('.gz'));
}

const nameOf = ({ file }: ImportPlace): string => (file === STANDARD_INPUT ? 'standard input' : file);

function formatOf(file: string): ImportFormat | null {
  const ending = /\.(csv|ndjson|jsonl)(\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  return ending === 'csv' ? 'csv' : 'ndjson';
}

async function sizeOf(file: string): Promise<number | string> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : `${file} is no file.`;
  } catch (fault) {
    return `${file} can't be read (${reasonOf(fault)}).`;
  }
}

function reasonOf(fault: unknown): string {
  const code = (fault as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : String(fault);
}

class ByteSource implements ImportSource {
  readonly hasHeader: boolean;

  constructor(
    readonly name: string,
    readonly totalBytes: number | null,
    private readonly format: ImportFormat,
    private readonly open: () => Readable,
    private readonly compressed = false,
  ) {
    this.hasHeader = format === 'csv';
  }

  async *blocks(afterLine: number, stop: AbortSignal): AsyncGenerator<SourceBlock> {
    const bytes = this.open();
    stop.addEventListener('abort', () => bytes.destroy(), { once: true });
    try {
      yield* this.records(bytes, afterLine);
    } catch (fault) {
      if (!stop.aborted) yield { unreadable: `${this.name} can't be read any further (${reasonOf(fault)}).` };
    } finally {
      bytes.destroy();
    }
  }

  private async *records(bytes: Readable, afterLine: number): AsyncGenerator<SourceBlock> {
    const format: RecordFormat = this.format === 'csv' ? new CsvRecords() : new NdjsonRecords();
    const splitter = new LineSplitter();
    const isWanted = newerThan(afterLine, this.hasHeader);
    const meter = { bytesRead: 0 };
    for await (const chunk of this.plain(bytes, meter)) {
      const lines = splitter.feed(chunk).map(withoutMark);
      yield { records: format.read(lines, isWanted), ...meter };
    }
    const last = format.read(splitter.rest().map(withoutMark), isWanted);
    yield { records: [...last, ...format.rest(isWanted)], ...meter };
  }

  /** The bytes as they were before compression; the meter counts those of the file. */
  private plain(bytes: Readable, meter: Meter): AsyncIterable<Buffer> {
    const metered = (chunks: AsyncIterable<Buffer>) => counted(chunks, meter);
    if (!this.compressed) return metered(bytes);
    return pipeline(bytes, metered, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined);
  }
}

interface Meter {
  bytesRead: number;
}

async function* counted(chunks: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    meter.bytesRead += chunk.length;
    yield chunk;
  }
}

/** Asked once for each record, in their order. */
function newerThan(afterLine: number, hasHeader: boolean): (lastLine: number) => boolean {
  let isHeader = hasHeader;
  return (lastLine) => {
    const wanted = isHeader || lastLine > afterLine;
    isHeader = false;
    return wanted;
  };
}

function withoutMark(line: PhysicalLine): PhysicalLine {
  const marked = line.line === 1 && line.bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
  return marked ? { ...line, bytes: line.bytes.subarray(3) } : line;
}
