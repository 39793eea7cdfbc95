/** Draws releases one after the other, each with a few documents lost, brought back, or with one word changed. */
import fc from 'fast-check';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { StoredDocument } from '../../src/domain/documents/release';
import { sampleSet } from './document-samples';
import { sha256, storedOf } from './stored-documents';

/** Words that documents know one another by, and some that change what a document says. */
const WORDS = [
  'starter',
  'growth',
  'seats',
  'messages',
  'paying',
  'busy',
  'bundles',
  'growth-plan',
  'seat-pack',
  'account.plan',
  'account.status',
  'usage.seats.ratio',
  'usage.messages.used',
  'trigger.used',
  'string',
  'integer',
  'equal',
  'greaterThanInclusive',
  'PAYING',
  'nowhere',
  '{{',
];

interface Edit {
  readonly at: number;
  readonly how: 'remove' | 'restore' | 'reword' | 'garble';
  readonly from: number;
  readonly to: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(100),
  how: fc.constantFrom('remove', 'restore', 'reword', 'reword', 'reword', 'garble'),
  from: fc.nat(100),
  to: fc.constantFrom(...WORDS),
});

/** Lists of stored documents, in the order in which they are published. */
export const publishedLists: fc.Arbitrary<readonly (readonly StoredDocument[])[]> = fc
  .array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((rounds) => {
    const lists: (readonly StoredDocument[])[] = [withTwin(sampleSet())];
    for (const edits of rounds) lists.push(edits.reduce(edited, lists.at(-1) ?? []));
    return lists;
  });

/** A second rule that says the same as the first, so that duplicates come and go. */
function withTwin(set: DocumentSet): StoredDocument[] {
  const twins = [...set.rule.values()].map((rule) => ({ ...rule, key: `${rule.key}-twin` }));
  return storedOf({
    ...set,
    rule: new Map([...set.rule, ...twins.map((rule) => [rule.key, rule] as const)]),
  });
}

function edited(
  documents: readonly StoredDocument[],
  { at, how, from, to }: Edit,
): readonly StoredDocument[] {
  if (how === 'restore') return restored(documents, at);
  const chosen = at % Math.max(1, documents.length);
  if (how === 'remove') return documents.filter((_, index) => index !== chosen);
  const change =
    how === 'garble' ? (text: string) => text.slice(1) : (text: string) => reworded(text, from, to);
  return documents.map((document, index) =>
    index === chosen ? withText(document, change(document.text)) : document,
  );
}

function restored(documents: readonly StoredDocument[], at: number): readonly StoredDocument[] {
  const originals = withTwin(sampleSet());
  const original = originals[at % originals.length];
  const others = documents.filter(({ kind, key }) => kind !== original?.kind || key !== original.key);
  return original === undefined ? documents : [...others, original];
}

function reworded(text: string, from: number, to: string): string {
  const present = WORDS.filter((word) => text.includes(word));
  const word = present[from % Math.max(1, present.length)];
  return word === undefined ? text : text.replaceAll(word, () => to);
}

const withText = (document: StoredDocument, text: string): StoredDocument => ({
  ...document,
  text,
  hash: sha256(text),
});
