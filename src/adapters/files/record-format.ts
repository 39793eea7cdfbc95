/** Names what the formats of an import have in common. */
import type { SourceRecord } from '../../application/import/import-ports';
import type { PhysicalLine } from './physical-lines';

/** Reads the lines of one source, in their order. */
export interface RecordFormat {
  /** Whether the first record names the columns. */
  readonly hasHeader: boolean;
  /** Records that end in these lines, blank ones and those that are not wanted left out; asked once for each, in order. */
  read(lines: readonly PhysicalLine[], isWanted: (lastLine: number) => boolean): readonly SourceRecord[];
  /** What is left when the source ends. */
  rest(isWanted: (lastLine: number) => boolean): readonly SourceRecord[];
}
