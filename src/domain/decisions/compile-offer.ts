/** Reads every template of an offer once, for all treatments, signals and industries. */
import type { DocumentSet } from '../documents/document-set';
import type { OfferDocument, Treatment } from '../documents/kinds/offer-document';
import { valueCasesOf } from '../documents/value-cases';
import type { CompiledCopy, CompiledOffer, CompiledValueCase } from './compiled-offer';
import type { TemplateLanguage } from './template-language';
import { excerptOf } from './topic-excerpt';

/** By treatment, then by signal, then by industry. */
type Copies = Map<string, Map<string | null, Map<string | null, CompiledCopy>>>;

type Words = Readonly<Record<string, string>>;

/** Every template of an offer, or the first one that cannot be read. */
export type OfferTexts = Pick<CompiledOffer, 'copy' | 'valueCases'> | { readonly message: string };

/** Reads an offer's templates; never throws because of a document. */
export function readOfferTexts(document: OfferDocument, templates: TemplateLanguage): OfferTexts {
  const copies: Copies = new Map();
  const valueCases = new Map<string | null, readonly CompiledValueCase[]>();
  for (const [industry, words] of vocabularies(document)) {
    const problem =
      readCopies(document, industry, words, { templates, copies }) ??
      readStatements(document, words, templates, (cases) => valueCases.set(industry, cases));
    if (problem !== undefined) return { message: problem };
  }
  return {
    copy: (treatment, signal, industry) => find(copies, treatment, signal, known(document, industry)),
    valueCases: (industry) => valueCases.get(known(document, industry)) ?? [],
  };
}

/** The compiled offer, or the first template that cannot be read. */
export type OfferCompilation = { readonly offer: CompiledOffer } | { readonly message: string };

/** Puts an offer together. Without a family of its own the offer belongs to its plan's, else to itself. */
export function compileOffer(
  document: OfferDocument,
  documents: Pick<DocumentSet, 'plan' | 'topic'>,
  texts: OfferTexts,
): OfferCompilation {
  if ('message' in texts) return texts;
  const target = document.plan === undefined ? undefined : documents.plan.get(document.plan);
  return {
    offer: {
      document,
      family: document.family ?? target?.family ?? document.key,
      target,
      validFrom: Date.parse(document.validFrom),
      validUntil: document.validUntil === null ? Infinity : Date.parse(document.validUntil),
      excerpt: excerptOf(documents.topic.get(document.topic), document.key),
      ...texts,
    },
  };
}

/** The plain words first, then those of each industry. */
function vocabularies({ wording }: OfferDocument): readonly (readonly [string | null, Words])[] {
  return [[null, {}], ...Object.entries(wording)];
}

function known({ wording }: OfferDocument, industry: string | null): string | null {
  return industry !== null && Object.hasOwn(wording, industry) ? industry : null;
}

interface CopyTarget {
  readonly templates: TemplateLanguage;
  readonly copies: Copies;
}

function readCopies(
  { treatments }: OfferDocument,
  industry: string | null,
  words: Words,
  { templates, copies }: CopyTarget,
): string | undefined {
  for (const treatment of treatments) {
    for (const [signal, texts] of variants(treatment)) {
      const title = templates.read(texts.title, words);
      const body = templates.read(texts.body, words);
      if ('problem' in title) return unreadable(treatment, 'title', title.problem.message);
      if ('problem' in body) return unreadable(treatment, 'body', body.problem.message);
      const copy = { title: title.template, body: body.template };
      branch(branch(copies, treatment.key), signal).set(industry, copy);
    }
  }
  return undefined;
}

function variants(
  treatment: Treatment,
): readonly (readonly [string | null, { title: string; body: string }])[] {
  return [[null, treatment], ...Object.entries(treatment.signals)];
}

function readStatements(
  document: OfferDocument,
  words: Words,
  templates: TemplateLanguage,
  keep: (cases: readonly CompiledValueCase[]) => void,
): string | undefined {
  const cases: CompiledValueCase[] = [];
  for (const { definition } of valueCasesOf(document)) {
    const read = templates.read(definition.statement, words);
    if ('problem' in read) return `The statement of a value case cannot be read: ${read.problem.message}`;
    cases.push({ definition, statement: read.template });
  }
  keep(cases);
  return undefined;
}

function unreadable({ key }: Treatment, member: string, message: string): string {
  return `The ${member} of treatment \`${key}\` cannot be read: ${message}`;
}

function branch<Key, Branch extends Map<unknown, unknown>>(tree: Map<Key, Branch>, key: Key): Branch {
  const found = tree.get(key) ?? (new Map() as Branch);
  tree.set(key, found);
  return found;
}

function find(
  copies: Copies,
  treatment: string,
  signal: string | null,
  industry: string | null,
): CompiledCopy {
  const bySignal = copies.get(treatment);
  const copy = bySignal?.get(signal)?.get(industry) ?? bySignal?.get(null)?.get(industry);
  if (copy === undefined) throw new Error(`No treatment ${treatment} was compiled for this offer.`);
  return copy;
}
