/** Names what an import needs of the world: records to read, a place for refused lines, and somewhere to remember how far it came. */
import type { IngestOutcome } from '../ingest/ingest-result';
import type { Clock } from '../ports';

/** What may be imported. */
export const IMPORT_SUBJECTS = ['accounts', 'usage', 'events'] as const;
export type ImportSubject = (typeof IMPORT_SUBJECTS)[number];

/** The formats an import may have. */
export const IMPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What somebody asks to be imported. */
export interface ImportRequest {
  readonly subject: ImportSubject;
  /** A path, or `-` for standard input. */
  readonly file: string;
  /** Null: by the name, `.csv`, `.ndjson` or `.jsonl`, with `.gz` after it when it is compressed. */
  readonly format: ImportFormat | null;
  /** Whether to begin with the first line, whatever an interrupted import left. */
  readonly restart: boolean;
}

/** Why a line was refused, and how to mend it. */
export interface LineProblem {
  /** An ingestion code, or one of the file's own: see docs/import.md. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** Dotted name of the column or member; null when it concerns the whole line. */
  readonly column: string | null;
}

/** One row of a table, one JSON text, or why it is neither. */
export type RecordContent =
  { readonly cells: readonly string[] } | { readonly value: unknown } | { readonly problem: LineProblem };

/** One record of the source; in a table it may span lines. */
export interface SourceRecord {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** As it stands in the source, without the line end; of a line that is too long its beginning. */
  readonly raw: string;
  readonly content: RecordContent;
}

/** Some records in their order, or why the rest cannot be read. */
export type SourceBlock =
  { readonly records: readonly SourceRecord[]; readonly bytesRead: number } | { readonly unreadable: string };

/** Where records come from; nothing is read ahead of what is asked for. */
export interface ImportSource {
  /** As people call it. */
  readonly name: string;
  /** Bytes to read in all; null when nobody can know. */
  readonly totalBytes: number | null;
  /** Whether the first record names the columns. */
  readonly hasHeader: boolean;
  /** Blank lines are left out, and so are records that end at or before `afterLine`, but for the first. Ends early when `stop` is aborted. */
  blocks(afterLine: number, stop: AbortSignal): AsyncIterable<SourceBlock>;
}

/** What became of the records so far. */
export interface ImportCounts {
  readonly applied: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** How far an import came: everything up to and with `line` is durable. */
export interface ImportProgress {
  readonly line: number;
  readonly counts: ImportCounts;
  /** Id of something that is recorded because of this import; null while nothing is. */
  readonly witness: string | null;
}

/** A line that changed nothing. */
export interface RejectedLine extends LineProblem {
  readonly line: number;
  readonly raw: string;
}

/** Remembers how far an import came, and keeps the lines it refused. */
export interface ImportJournal {
  /** Where refused lines go, for people. */
  readonly rejectedName: string;
  /** What an interrupted import of the same source left; null when there is none, or the source is no longer the same. */
  read(): Promise<ImportProgress | null>;
  /** Begins where `from` left off, forgetting refused lines after it; null begins afresh. */
  begin(from: ImportProgress | null): Promise<void>;
  /** Appends refused lines and remembers the progress; both are durable when it resolves. */
  record(rejected: readonly RejectedLine[], progress: ImportProgress): Promise<void>;
  /** Forgets the progress: the import is complete. */
  finish(): Promise<void>;
}

/** Where records go. */
export interface ImportTarget {
  readonly subject: ImportSubject;
  /** At most 1,000 items a call; nothing about them is trusted. */
  ingest(items: readonly unknown[]): Promise<IngestOutcome>;
  /** Whether an id was recorded. */
  isRecorded(id: string): Promise<boolean>;
  /** The declared type of the attribute with this name; null when no fact declares it. */
  attributeType(name: string): string | null;
}

/** Where an import stands, for whoever watches. */
export interface ImportState {
  readonly counts: ImportCounts;
  /** Records of this run, without those of an interrupted one before. */
  readonly records: number;
  readonly bytesRead: number;
  /** Bytes that had been read when the first record of this run was. */
  readonly bytesBefore: number;
  readonly totalBytes: number | null;
  readonly elapsedMs: number;
}

/** Watches an import. */
export interface ImportObserver {
  /** The line after which an interrupted import goes on; not called for one that begins afresh. */
  resumed(line: number): void;
  advanced(state: ImportState): void;
}

/** How an import ended. */
export type ImportOutcome =
  | { readonly outcome: 'finished' | 'stopped'; readonly state: ImportState; readonly rejectedName: string }
  /** Nothing more could be understood or read; what came before is durable. */
  | { readonly outcome: 'refused'; readonly problems: readonly string[] };

/** What an import works with. */
export interface ImportParts {
  readonly source: ImportSource;
  readonly journal: ImportJournal;
  readonly target: ImportTarget;
  readonly observer: ImportObserver;
  readonly clock: Clock;
  /** Aborted when the import shall stop; what is durable by then stays so. */
  readonly stop: AbortSignal;
}
