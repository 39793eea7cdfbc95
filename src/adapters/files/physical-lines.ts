/** Splits a stream of bytes into lines, each of bounded length. */

/** Bytes of one line, and of one record of a table, its line end not counted. */
export const LONGEST_LINE = 65_536;

/** Bytes that are kept of a line that is too long. */
const KEPT_OF_LONG = 1024;

const LINE_FEED = 0x0a;

/** One line without its line feed; a carriage return before it is still there. */
export interface PhysicalLine {
  /** From 1. */
  readonly line: number;
  readonly bytes: Buffer;
  /** Then `bytes` is only its beginning. */
  readonly tooLong: boolean;
}

/** Holds the end of one chunk that the next one continues. */
export class LineSplitter {
  private line = 1;
  private parts: Buffer[] = [];
  private length = 0;

  /** The lines that end in this chunk. */
  feed(chunk: Buffer): readonly PhysicalLine[] {
    const lines: PhysicalLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      this.keep(chunk.subarray(start, end));
      lines.push(this.take());
      start = end + 1;
    }
    this.keep(chunk.subarray(start));
    return lines;
  }

  /** The last line, when it ends without a line feed. */
  rest(): readonly PhysicalLine[] {
    return this.length === 0 ? [] : [this.take()];
  }

  private keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (this.length <= LONGEST_LINE) this.parts.push(bytes);
    this.length += bytes.length;
  }

  private take(): PhysicalLine {
    const [only, ...more] = this.parts;
    const whole = only !== undefined && more.length === 0 ? only : Buffer.concat(this.parts);
    const tooLong = this.length > LONGEST_LINE;
    const bytes = tooLong ? whole.subarray(0, KEPT_OF_LONG) : whole;
    this.parts = [];
    this.length = 0;
    return { line: this.line++, bytes, tooLong };
  }
}
