/** Holds offers back where a guardrail bites or cannot be decided, and lets an ask through where the policy says so. */
import type { RuleDocument, RuleOf } from '../documents/kinds/rule-document';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { SuppressionCode } from '../documents/kinds/vocabulary';
import type { StageOutcome, UndecidedRule } from '../rules/rule-evaluator';
import type { Hold } from '../responses/hold';
import { holdsOn } from '../responses/holds';
import { drop, type Candidate } from './candidate';
import type { SuppressedOffer } from './decision';
import { isRuleOf } from './rules-of-stage';
import { showingOf } from './showing-of';
import type { Situation } from './situation';

/** What guardrails say of one candidate: held back, or let through, perhaps only to a human. */
export type GuardrailAnswer =
  { readonly dropped: SuppressedOffer } | { readonly dropped: null; readonly handOff: boolean };

/** One guardrail that speaks against a candidate. */
interface Objection {
  /** What the policy's lists are compared with: the rule's own code, even where it is undecided. */
  readonly code: SuppressionCode;
  readonly shown: SuppressionCode;
  readonly message: string;
}

/** Asks every guardrail in order: matched rules, undecided ones, failed ones, the motion, then what was shown and answered before. */
export function askGuardrails(
  situation: Situation,
  candidate: Candidate,
  outcome: StageOutcome,
): GuardrailAnswer {
  const ruled = weigh(situation, candidate, objections(situation, candidate.offer.document, outcome), false);
  if (ruled.dropped !== null) return ruled;
  const holds = holdsOn(situation.past, showingOf(situation, candidate, ruled.handOff));
  return weigh(situation, candidate, holds.map(held), ruled.handOff);
}

function weigh(
  situation: Situation,
  candidate: Candidate,
  speaking: Iterable<Objection>,
  handedOff: boolean,
): GuardrailAnswer {
  const { explicitAskLifts, explicitAskHandsOff } = situation.release.policy;
  let handOff = handedOff;
  for (const objection of speaking) {
    const handsOff = candidate.asked && explicitAskHandsOff.includes(objection.code);
    const lifted = candidate.asked && explicitAskLifts.includes(objection.code);
    if (!handsOff && !lifted) return { dropped: toDrop(candidate, objection) };
    handOff ||= handsOff;
  }
  return { dropped: null, handOff };
}

function toDrop({ offer }: Candidate, { shown, message }: Objection): SuppressedOffer {
  return drop(offer.document.key, 'guardrail', shown, message);
}

function* objections(
  situation: Situation,
  offer: OfferDocument,
  outcome: StageOutcome,
): Generator<Objection, void> {
  for (const rule of outcome.matched) if (guards(rule, offer)) yield matched(rule);
  for (const entry of outcome.undecided) if (guards(entry.rule, offer)) yield undecided(entry, entry.rule);
  for (const { rule, message } of [...outcome.failed, ...situation.release.brokenRules]) {
    if (guards(rule, offer)) yield failed(rule, message);
  }
  const { motion, reason } = situation.motion;
  if (offer.motion !== motion) {
    const message = `The offer is for ${offer.motion}; the account is in ${motion}: ${reason}`;
    yield { code: 'OTHER_MOTION', shown: 'OTHER_MOTION', message };
  }
}

/** Whether a rule is a guardrail of this offer. */
function guards(rule: RuleDocument, offer: OfferDocument): rule is RuleOf<'suppress'> {
  if (!isRuleOf('suppress', rule)) return false;
  const { offers, kinds, motions } = rule.event.params;
  return (
    (offers === undefined || offers.includes(offer.key)) &&
    (kinds === undefined || kinds.includes(offer.kind)) &&
    (motions === undefined || motions.includes(offer.motion))
  );
}

function held({ code, message }: Hold): Objection {
  return { code, shown: code, message };
}

function matched(rule: RuleOf<'suppress'>): Objection {
  const { code, message } = rule.event.params;
  const why = message ?? rule.description ?? 'it matched.';
  return { code, shown: code, message: `Rule \`${rule.key}\`: ${why}` };
}

function undecided({ missing, stale }: UndecidedRule, rule: RuleOf<'suppress'>): Objection {
  const isStale = stale.length > 0;
  const facts = (isStale ? stale : missing).map((fact) => `\`${fact}\``).join(', ');
  return {
    code: rule.event.params.code,
    shown: isStale ? 'FACT_STALE' : 'FACT_MISSING',
    message: `Rule \`${rule.key}\` could not be decided: ${facts} ${isStale ? 'too old' : 'missing'}.`,
  };
}

function failed(rule: RuleOf<'suppress'>, message: string): Objection {
  return {
    code: rule.event.params.code,
    shown: 'RULE_ERROR',
    message: `Guardrail \`${rule.key}\` failed: ${message}`,
  };
}
