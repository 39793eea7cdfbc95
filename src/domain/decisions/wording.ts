/** Puts an offer into words for one account, from declared facts and computed figures only. */
import type { OfferDocument } from '../documents/kinds/offer-document';
import { resumption } from '../responses/snooze';
import type { FactValue } from '../rules/fact-set';
import { drop, type Candidate } from './candidate';
import { closeModeOf } from './close-mode';
import type { OfferRecommendation, PriceChange, SuppressedOffer, Trigger } from './decision';
import { fill, priceValues, textSource, triggerValues, type TextSource } from './placeholders';
import { priceOf } from './price';
import { scoreOf } from './ranking';
import { signalTime } from './signal-time';
import type { Situation } from './situation';
import { treatmentOf } from './treatment';
import { triggerOf } from './trigger';
import { valueCaseOf } from './value-case';
import { whyShown } from './why-shown';

/** An offer ready to be ranked: everything but its place. */
export type WordedOffer = Omit<OfferRecommendation, 'rank'>;

/** An offer that passed the guardrails. */
export interface Passed {
  readonly candidate: Candidate;
  /** Whether an ask was let through to a human only. */
  readonly handOff: boolean;
}

/** The worded offer, or FACT_MISSING naming the placeholder without a value. */
export function wordOffer(
  situation: Situation,
  { candidate, handOff }: Passed,
): WordedOffer | SuppressedOffer {
  const { release, account, facts, context } = situation;
  const { document } = candidate.offer;
  const answer = priceOf(release, document, account);
  if ('reason' in answer) return drop(document.key, 'eligibility', 'PRICE_NOT_APPROVED', answer.reason);
  const trigger = triggerOf(facts, release.documents.metric, candidate.rule.event.params.metric);
  const source = textSource(facts, extraValues(situation, candidate, answer.price, trigger));
  const copy = copyOf(situation, candidate, source);
  if ('missing' in copy) return unworded(candidate, copy.missing);
  const fallback = { signal: candidate.signal, trigger, feature: context.feature };
  return {
    ...identity(candidate),
    ...scoreOf(situation, candidate),
    ...copy,
    disclosure: disclosureOf(situation),
    whyShown: whyShown(release, candidate.rule.key, source, fallback),
    trigger,
    price: answer.price,
    valueCase: valueCaseOf(
      situation,
      candidate.offer,
      { price: answer.price, metric: trigger?.metric ?? null },
      source,
    ),
    topic: { key: document.topic, release: release.number, excerpt: candidate.offer.excerpt },
    signalAt: signalTime(situation, candidate),
    resumes: resumption(situation.past, { userId: situation.userId, offerKey: document.key }),
    closeMode: handOff ? 'HANDOFF' : closeModeOf(release.policy, account.segment),
  };
}

function identity({ offer, rule, signal }: Candidate): IdentityMembers {
  const { key, kind, placements, plan } = offer.document;
  return {
    offerKey: key,
    kind,
    family: offer.family,
    signal,
    ruleKey: rule.key,
    priority: rule.priority,
    placements,
    plan: plan ?? null,
  };
}

type IdentityMembers = Pick<
  WordedOffer,
  'offerKey' | 'kind' | 'family' | 'signal' | 'ruleKey' | 'priority' | 'placements' | 'plan'
>;
type CopyMembers = Pick<WordedOffer, 'title' | 'body' | 'acceptLabel' | 'declineLabel' | 'treatment'>;

function copyOf(
  { account }: Situation,
  { offer, signal }: Candidate,
  source: TextSource,
): CopyMembers | { readonly missing: string } {
  const treatment = treatmentOf(offer.document, account.id);
  const copy = offer.copy(treatment.key, signal, account.industry ?? null);
  const title = fill(copy.title, source);
  if ('missing' in title) return title;
  const body = fill(copy.body, source);
  if ('missing' in body) return body;
  const { acceptLabel, declineLabel } = treatment;
  return { title: title.text, body: body.text, acceptLabel, declineLabel, treatment: treatment.key };
}

function extraValues(
  { release, context, account }: Situation,
  { offer }: Candidate,
  price: PriceChange,
  trigger: Trigger | null,
): ReadonlyMap<string, FactValue> {
  const extra = new Map<string, FactValue>([...triggerValues(trigger), ...priceValues(price)]);
  const { plan } = offer.document;
  if (trigger !== null)
    extra.set('trigger.unit', unitInWords(offer.document, account.industry, trigger.unit));
  const planName = plan === undefined ? undefined : release.documents.plan.get(plan)?.name;
  if (planName !== undefined) extra.set('plan.name', planName);
  if (context.feature !== undefined) extra.set('feature', context.feature);
  return extra;
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
