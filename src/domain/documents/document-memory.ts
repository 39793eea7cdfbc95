/** Keeps documents that were read, so that a release reads only what the ones before it did not hold. */
import type { Steps } from '../collections/steps';
import { documentSetOf, readKeyedDocument, type QuarantinedDocument } from './build-document-set';
import type { DocumentSet } from './document-set';
import type { KeyedDocument } from './keyed-document';
import type { ListedDocument } from './release';

type Reading = ReturnType<typeof readKeyedDocument>;
type Readings = Map<string, Reading>;

/** A set that was read, and what could not be. */
export interface ReadDocuments {
  readonly documents: DocumentSet;
  readonly quarantined: readonly QuarantinedDocument[];
}

/** One list of documents on its way to a set. */
export interface DocumentReading {
  /** Hashes of the texts that are needed, each once. */
  readonly missing: readonly string[];
  /** Reads the missing texts, given by hash, a document at a time. Throws when one is not given. */
  steps(texts: ReadonlyMap<string, string>): Steps<ReadDocuments>;
}

/** Knows the documents of the last two lists that were read; the same content is the same object in both. */
export class DocumentMemory {
  private latest: Readings = new Map();
  private earlier: Readings = new Map();

  /** What is known now stays known to this reading, whatever is read meanwhile. */
  begin(listed: readonly ListedDocument[]): DocumentReading {
    const known: Readings = new Map();
    const missing = new Set<string>();
    for (const document of listed) {
      const id = identityOf(document);
      const reading = this.latest.get(id) ?? this.earlier.get(id);
      if (reading === undefined) missing.add(document.hash);
      else known.set(id, reading);
    }
    return { missing: [...missing], steps: (texts) => this.read(listed, known, texts) };
  }

  private *read(
    listed: readonly ListedDocument[],
    known: Readings,
    texts: ReadonlyMap<string, string>,
  ): Steps<ReadDocuments> {
    const readings: Readings = new Map();
    for (const document of listed) {
      const id = identityOf(document);
      readings.set(id, known.get(id) ?? readListed(document, texts));
      yield;
    }
    this.earlier = this.latest;
    this.latest = readings;
    return gather(listed, readings);
  }
}

/** No kind and no hash holds a slash. */
function identityOf({ kind, key, hash }: ListedDocument): string {
  return `${kind}/${key}/${hash}`;
}

function readListed({ kind, key, hash }: ListedDocument, texts: ReadonlyMap<string, string>): Reading {
  const text = texts.get(hash);
  if (text === undefined) throw new Error(`The text of ${kind} \`${key}\` is missing.`);
  return readKeyedDocument(kind, key, text);
}

function gather(listed: readonly ListedDocument[], readings: Readings): ReadDocuments {
  const sound: KeyedDocument[] = [];
  const quarantined: QuarantinedDocument[] = [];
  for (const document of listed) {
    const reading = readings.get(identityOf(document));
    if (reading === undefined) continue;
    if ('problems' in reading) {
      quarantined.push({ kind: document.kind, key: document.key, problems: reading.problems });
    } else sound.push(reading);
  }
  return { documents: documentSetOf(sound), quarantined };
}
