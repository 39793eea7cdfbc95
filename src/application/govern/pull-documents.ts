/** Writes the documents of the database as files, byte for byte, and loses nobody's edits. */
import { readKeyedDocument } from '../../domain/documents/build-document-set';
import { canonicalText } from '../../domain/documents/canonical-text';
import { documentPath, hasOwnFile } from '../../domain/documents/document-path';
import type { StoredDocument } from '../../domain/documents/release';
import type { Hasher, RuleFile } from '../ports';
import type { ReadDraft } from './read-draft';
import type { ReleaseReader } from './release-reader';
import type { RuleFolder } from './rule-folder';

/** What to write, and how far to go. */
export interface PullOptions {
  /** Whether to write the documents as they would be published now, instead of those in force. */
  readonly draft: boolean;
  /** Whether files of documents that are gone are to be removed. */
  readonly prune: boolean;
  /** Whether edits that are in no release and not pending may be overwritten. */
  readonly force: boolean;
  /** Whether to say only what would be done. */
  readonly dryRun: boolean;
}

/** Paths of the folder, each list in release order. */
export interface PullOutcome {
  /** The release in force. */
  readonly release: number;
  /** Files that hold what is in no release and not pending, and would be lost: then nothing was written. */
  readonly edited: readonly string[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files of documents that are gone, which stay. */
  readonly left: readonly string[];
  /** `kind/key` of documents whose key can't be the name of a file. */
  readonly unwritable: readonly string[];
  /** How many files were as they should be. */
  readonly same: number;
}

interface PullPorts {
  readonly releases: Pick<ReleaseReader, 'texts'>;
  readonly hasher: Hasher;
}

/** Each file is written whole or not at all; a pull that breaks off half-way is finished by the next one. */
export class PullDocuments {
  constructor(
    private readonly ports: PullPorts,
    private readonly reading: Pick<ReadDraft, 'execute'>,
  ) {}

  /** What was done to the folder, or would be: nothing when edits would be lost. Null without any document. */
  async execute(
    folder: RuleFolder,
    { draft: pending, prune, force, dryRun }: PullOptions,
  ): Promise<PullOutcome | null> {
    const { draft, inForce, stored } = await this.reading.execute();
    const documents = pending ? stored : inForce;
    if (documents.length === 0) return null;
    const { files, strays } = await folder.list();
    const wanted = documents.filter(({ kind, key }) => hasOwnFile(kind, key)).map(fileOf);
    const differing = differingFrom(files, wanted);
    const paths = new Set(wanted.map(({ path }) => path));
    const gone = files.filter(({ path }) => !paths.has(path));
    const lost = [...files.filter(({ path }) => differing.has(path)), ...(prune ? gone : [])];
    const edited = force
      ? []
      : [...strays.filter((path) => paths.has(path)), ...(await this.unknown(lost, stored))];
    if (edited.length === 0 && !dryRun) await carryOut(folder, [...differing.values()], prune ? gone : []);
    return {
      release: draft.release,
      edited,
      written: [...differing.keys()],
      removed: prune ? gone.map(({ path }) => path) : [],
      left: prune ? [] : gone.map(({ path }) => path),
      unwritable: documents
        .filter(({ kind, key }) => !hasOwnFile(kind, key))
        .map(({ kind, key }) => `${kind}/${key}`),
      same: wanted.length - differing.size,
    };
  }

  /** Paths whose content no release ever had and nothing pending has, however it is laid out. */
  private async unknown(
    files: readonly RuleFile[],
    stored: readonly StoredDocument[],
  ): Promise<readonly string[]> {
    const hashes = files.map((file) =>
      [file.text, layOut(file)].map((text) => this.ports.hasher.sha256(text)),
    );
    const published = await this.ports.releases.texts([...new Set(hashes.flat())]);
    const known = new Set([...published.keys(), ...stored.map(({ hash }) => hash)]);
    return files
      .filter((_file, index) => !hashes[index]?.some((hash) => known.has(hash)))
      .map(({ path }) => path);
  }
}

type WantedFile = Pick<RuleFile, 'path' | 'text'>;

function fileOf({ kind, key, text }: StoredDocument): WantedFile {
  return { path: documentPath(kind, key), text };
}

/** Files to write, by their path. */
function differingFrom(
  files: readonly RuleFile[],
  wanted: readonly WantedFile[],
): ReadonlyMap<string, WantedFile> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return new Map(
    wanted.filter(({ path, text }) => texts.get(path) !== text).map((file) => [file.path, file]),
  );
}

/** The document in its canonical bytes; the text itself where it is none. */
function layOut({ kind, key, text }: RuleFile): string {
  const read = readKeyedDocument(kind, key, text);
  return 'problems' in read ? text : canonicalText(kind, read.document);
}

async function carryOut(
  folder: RuleFolder,
  written: readonly WantedFile[],
  removed: readonly RuleFile[],
): Promise<void> {
  for (const { path, text } of written) await folder.write(path, text);
  for (const { path } of removed) await folder.remove(path);
}
