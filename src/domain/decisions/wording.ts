/** Puts an offer into words for one account, from declared facts and computed figures only. */
import type { OfferDocument, Treatment } from '../documents/kinds/offer-document';
import { resumption } from '../responses/snooze';
import { drop, type Candidate } from './candidate';
import { closeModeOf } from './close-mode';
import type { OfferRecommendation, PriceChange, SuppressedOffer, Trigger } from './decision';
import { fill, priceValue, textSource, triggerValue, type TextSource } from './placeholders';
import { priceOf } from './price';
import { scoreTermsOf, type Rankable } from './ranking';
import { signalTime } from './signal-time';
import type { Situation } from './situation';
import type { NamedValues } from './template-language';
import { treatmentOf } from './treatment';
import { triggerOf } from './trigger';
import { valueCaseOf } from './value-case';
import { whyShown } from './why-shown';

/** An offer that passed the guardrails. */
export interface Passed {
  readonly candidate: Candidate;
  /** Whether an ask was let through to a human only. */
  readonly handOff: boolean;
}

/** The same as it is ranked. */
export interface RankedOffer extends Passed, Rankable {}

/** The worded offer at its rank, from 1 up; or FACT_MISSING naming the placeholder without a value. */
export function wordOffer(
  situation: Situation,
  scored: RankedOffer,
  rank: number,
): OfferRecommendation | SuppressedOffer {
  const words = findWords(situation, scored.candidate);
  return 'code' in words ? words : recommendation(situation, scored, rank, words);
}

/** What an offer says of itself, and from what. */
interface Words {
  readonly price: PriceChange;
  readonly trigger: Trigger | null;
  readonly source: TextSource;
  readonly treatment: Treatment;
  readonly title: string;
  readonly body: string;
}

function findWords(situation: Situation, candidate: Candidate): Words | SuppressedOffer {
  const { release, account, facts } = situation;
  const { offer, signal } = candidate;
  const { document } = offer;
  const answer = priceOf(release, document, account);
  if ('reason' in answer) return drop(document.key, 'eligibility', 'PRICE_NOT_APPROVED', answer.reason);
  const { price } = answer;
  const trigger = triggerOf(facts, candidate.trigger);
  const source = textSource(facts, addedValues(situation, candidate, price, trigger));
  const treatment = treatmentOf(document, account.id);
  const copy = offer.copy(treatment.key, signal, account.industry ?? null);
  const title = fill(copy.title, source);
  if ('missing' in title) return unworded(candidate, title.missing);
  const body = fill(copy.body, source);
  if ('missing' in body) return unworded(candidate, body.missing);
  return { price, trigger, source, treatment, title: title.text, body: body.text };
}

/** Member by member: taking shares of other objects over costs several times what it takes to write them down. */
function recommendation(
  situation: Situation,
  { candidate, handOff, family, score }: RankedOffer,
  rank: number,
  { price, trigger, source, treatment, title, body }: Words,
): OfferRecommendation {
  const { release, account, context, past, userId } = situation;
  const { offer, rule, signal } = candidate;
  const { key: offerKey, kind, placements, plan = null, topic } = offer.document;
  const { acceptLabel, declineLabel } = treatment;
  return {
    offerKey,
    kind,
    family,
    rank,
    score,
    scoreTerms: scoreTermsOf(situation, candidate),
    signal,
    ruleKey: rule.key,
    priority: rule.priority,
    placements,
    plan,
    title,
    body,
    acceptLabel,
    declineLabel,
    treatment: treatment.key,
    disclosure: disclosureOf(situation),
    whyShown: whyShown(release, rule.key, source, { signal, trigger, feature: context.feature }),
    trigger,
    price,
    valueCase: valueCaseOf(situation, offer, { price, metric: trigger?.metric ?? null }, source),
    topic: { key: topic, release: release.number, excerpt: offer.excerpt },
    signalAt: signalTime(situation, candidate),
    resumes: resumption(past, { userId, offerKey }),
    closeMode: handOff ? 'HANDOFF' : closeModeOf(release.policy, account.segment),
  };
}

/** What the words may name beside the facts. */
function addedValues(
  { release, context, account }: Situation,
  { offer }: Candidate,
  price: PriceChange,
  trigger: Trigger | null,
): NamedValues {
  const { document } = offer;
  return {
    get: (name) => {
      switch (name) {
        case 'trigger.unit':
          return trigger === null ? undefined : unitInWords(document, account.industry, trigger.unit);
        case 'plan.name':
          return document.plan === undefined ? undefined : release.documents.plan.get(document.plan)?.name;
        case 'feature':
          return context.feature;
        default:
          return triggerValue(trigger, name) ?? priceValue(price, name);
      }
    },
  };
}

/** The unit as the account's industry calls it, like the words around it (requirement G7). */
function unitInWords({ wording }: OfferDocument, industry: string | undefined, unit: string): string {
  const words = industry !== undefined && Object.hasOwn(wording, industry) ? wording[industry] : undefined;
  return words !== undefined && Object.hasOwn(words, unit) ? (words[unit] ?? unit) : unit;
}

function disclosureOf({ release, context }: Situation): string | null {
  const { surfaces, text } = release.policy.disclosure;
  return surfaces.includes(context.surface) ? text : null;
}

function unworded({ offer }: Candidate, name: string): SuppressedOffer {
  return drop(
    offer.document.key,
    'wording',
    'FACT_MISSING',
    `Its words need \`${name}\`, which has no value.`,
  );
}
