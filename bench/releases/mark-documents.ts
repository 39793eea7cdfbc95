/** Writes one number into three documents of a release, so that an answer tells which releases it was made from. */
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { OfferDocument } from '../../src/domain/documents/kinds/offer-document';
import type { PlanDocument } from '../../src/domain/documents/kinds/plan-document';
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';

/** The offer that answers are read for. */
export const MARKED_OFFER = 'growth-plan';
const MARKED_PLAN = 'growth';
const MARKED_RULE = 'always-growth-plan';
/** Above every other rule for the offer, so that its reason is the one shown. */
const HIGHEST_PRIORITY = 1_000;
/** Prices stand above what other plans cost, and the mark in their last digits. */
const PRICE = 10_000_000;

/** The number in the offer's titles, the rule's reason and the plan's prices; everything else is left alone. Throws where one is missing. */
export function markDocuments(documents: DocumentSet, mark: number): DocumentSet {
  return {
    ...documents,
    offer: replaced(documents.offer, MARKED_OFFER, (offer) => markOffer(offer, mark)),
    plan: replaced(documents.plan, MARKED_PLAN, (plan) => markPlan(plan, mark)),
    rule: replaced(documents.rule, MARKED_RULE, (rule) => markRule(rule, mark)),
  };
}

/** The three numbers in the order of the documents above; NaN where there is none. */
export function marksOf(offer: {
  readonly title: string;
  readonly whyShown: string;
  readonly price: { readonly proposed: { readonly minorUnits: number } };
}): readonly [title: number, price: number, reason: number] {
  const written = (text: string) => Number(/^\[(\d+)\]/.exec(text)?.[1] ?? NaN);
  return [written(offer.title), offer.price.proposed.minorUnits - PRICE, written(offer.whyShown)];
}

const writeMark = (mark: number, text: string) => `[${mark}] ${text}`;

function markOffer(offer: OfferDocument, mark: number): OfferDocument {
  const treatments = offer.treatments.map((treatment) => ({
    ...treatment,
    signals: {},
    title: writeMark(mark, treatment.title),
  }));
  return { ...offer, treatments };
}

function markPlan(plan: PlanDocument, mark: number): PlanDocument {
  return { ...plan, prices: plan.prices.map((price) => ({ ...price, minorUnits: PRICE + mark })) };
}

function markRule(rule: RuleDocument, mark: number): RuleDocument {
  if (rule.event.type !== 'recommend-offer') throw new Error(`${rule.key} offers nothing.`);
  const { event } = rule;
  const params = { ...event.params, whyShown: writeMark(mark, event.params.whyShown ?? '') };
  return { ...rule, priority: HIGHEST_PRIORITY, event: { ...event, params } };
}

/** In its place, since documents stand in the order of their keys. */
function replaced<Document>(
  documents: ReadonlyMap<string, Document>,
  key: string,
  change: (document: Document) => Document,
): ReadonlyMap<string, Document> {
  const found = documents.get(key);
  if (found === undefined) throw new Error(`There is no document ${key}.`);
  return new Map([...documents, [key, change(found)]]);
}
