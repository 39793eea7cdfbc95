/** Lists the texts of a document that carry placeholders, and what beside facts they may name. */
import { below } from '../documents/json-pointer';
import type { KeyedDocument } from '../documents/keyed-document';
import { valueCasesOf } from '../documents/value-cases';
import type { OfferDocument, Treatment, ValueCaseDefinition } from '../documents/kinds/offer-document';
import type { RuleDocument } from '../documents/kinds/rule-document';

/** One text with placeholders. */
export interface TemplateText {
  readonly text: string;
  readonly pointer: string;
  /** Names beside the declared facts. */
  readonly extra: readonly string[];
}

/** What set an offer or a notice off. */
export const TRIGGER_NAMES = ['metric', 'unit', 'used', 'limit', 'ratio', 'threshold', 'crossedAt'].map(
  (name) => `trigger.${name}`,
);

/** Names that the copy of an offer may use beside facts. */
export const OFFER_NAMES = [
  ...TRIGGER_NAMES,
  'price.current',
  'price.proposed',
  'price.difference',
  'plan.name',
  'feature',
];

/** Figures of each value case. */
export const FIGURE_NAMES: Readonly<Record<ValueCaseDefinition['type'], readonly string[]>> = {
  'overage-saving': ['used', 'limit', 'overageNow', 'overageThen', 'saving'].map((name) => `figures.${name}`),
  'limit-lift': ['from', 'to', 'used'].map((name) => `figures.${name}`),
  'time-saved': ['runs', 'minutesPerRun', 'hours'].map((name) => `figures.${name}`),
};

/** Every text with placeholders, in document order. */
export function templateTexts(subject: KeyedDocument): readonly TemplateText[] {
  if (subject.kind === 'offer') return offerTexts(subject.document);
  return subject.kind === 'rule' ? ruleTexts(subject.document) : [];
}

function offerTexts(offer: OfferDocument): TemplateText[] {
  const copies = offer.treatments.flatMap((treatment, i) => copyTexts(treatment, `/treatments/${i}`));
  const statements = valueCasesOf(offer).map(({ definition, pointer }) => ({
    text: definition.statement,
    pointer: `${pointer}/statement`,
    extra: [...OFFER_NAMES, ...FIGURE_NAMES[definition.type]],
  }));
  return [...copies, ...statements];
}

function copyTexts({ title, body, signals }: Treatment, pointer: string): TemplateText[] {
  const others = Object.entries(signals).flatMap(([signal, copy]) =>
    placed({ title: copy.title, body: copy.body }, below(below(pointer, 'signals'), signal), OFFER_NAMES),
  );
  return [...placed({ title, body }, pointer, OFFER_NAMES), ...others];
}

function ruleTexts({ event }: RuleDocument): TemplateText[] {
  const at = '/event/params';
  if (event.type === 'recommend-offer' && event.params.whyShown !== undefined) {
    return placed({ whyShown: event.params.whyShown }, at, OFFER_NAMES);
  }
  if (event.type === 'notify') {
    const { title, body, metric } = event.params;
    return placed({ title, body }, at, metric === undefined ? [] : TRIGGER_NAMES);
  }
  if (event.type !== 'create-task') return [];
  return placed({ title: event.params.title, summary: event.params.summary }, at, []);
}

function placed(
  texts: Readonly<Record<string, string>>,
  pointer: string,
  extra: readonly string[],
): TemplateText[] {
  return Object.entries(texts).map(([member, text]) => ({ text, pointer: below(pointer, member), extra }));
}
