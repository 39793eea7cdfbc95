/** Turns the records of a source into items, by the columns that its header names. */
import { convertRow, type RowShape } from './convert-row';
import { TABLES } from './import-columns';
import type { ImportSource, ImportTarget, LineProblem, SourceRecord } from './import-ports';
import { readHeader } from './read-header';

/** An item, or why the record is none. */
export type ReadContent = { readonly item: unknown } | { readonly problem: LineProblem };

/** What a record says; `problems` are of the header, and end the import. */
export type ReadRecord =
  { readonly content: ReadContent } | { readonly header: 'read' } | { readonly problems: readonly string[] };

/** Knows the columns once it has seen the first record of a table. */
export class RecordReader {
  private shape: RowShape | null = null;

  constructor(
    private readonly source: Pick<ImportSource, 'name' | 'hasHeader'>,
    private readonly target: Pick<ImportTarget, 'subject' | 'attributeType'>,
  ) {}

  read(record: SourceRecord): ReadRecord {
    const { content, line } = record;
    if (this.lacksHeader) return this.readHeader(record);
    if ('problem' in content) return { content };
    if ('value' in content) return { content: { item: content.value } };
    if (this.shape === null) throw new Error('Cells came from a source that names no columns.');
    return { content: convertRow(content.cells, this.shape, line) };
  }

  /** Whether the source names its columns in its first record, and that has not come. */
  get lacksHeader(): boolean {
    return this.source.hasHeader && this.shape === null;
  }

  private readHeader({ content }: SourceRecord): ReadRecord {
    if (!('cells' in content)) {
      const why = 'problem' in content ? content.problem.message : '';
      return { problems: [`The header of ${this.source.name} can't be read. ${why}`.trim()] };
    }
    const header = readHeader(content.cells, TABLES[this.target.subject]);
    if ('problems' in header) return header;
    this.shape = { columns: header.columns, attributeType: (name) => this.target.attributeType(name) };
    return { header: 'read' };
  }
}
