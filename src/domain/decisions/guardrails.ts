/** Holds offers back where a guardrail bites or cannot be decided, and lets an ask through where the policy says so. */
import type { RuleDocument, RuleOf } from '../documents/kinds/rule-document';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { StageOutcome, UndecidedRule } from '../rules/rule-evaluator';
import type { Hold } from '../responses/hold';
import { holdsOn } from '../responses/holds';
import { drop, type Candidate } from './candidate';
import type { Guardrail, Objection } from './compiled-stages';
import type { SuppressedOffer } from './decision';
import { isRuleOf } from './rules-of-stage';
import { showingOf } from './showing-of';
import type { Situation } from './situation';

/** What guardrails say of one candidate: held back, or let through, perhaps only to a human. */
export type GuardrailAnswer =
  { readonly dropped: SuppressedOffer } | { readonly dropped: null; readonly handOff: boolean };

/** Asks every guardrail in order: matched rules, undecided ones, failed ones, the motion, then what was shown and answered before. */
export function askGuardrails(
  situation: Situation,
  candidate: Candidate,
  outcome: StageOutcome,
): GuardrailAnswer {
  const hearing = new Hearing(situation.release.policy, candidate);
  const isHeld = askRules(situation, hearing, outcome) || askMotion(situation, hearing);
  if (!isHeld) askPast(situation, hearing);
  const { objection, handOff } = hearing;
  if (objection === undefined) return { dropped: null, handOff };
  return { dropped: drop(candidate.offer.document.key, 'guardrail', objection.shown, objection.message) };
}

/** Hears what speaks against one candidate until something holds it back. */
class Hearing {
  /** What holds it back. */
  objection: Objection | undefined;
  handOff = false;

  constructor(
    private readonly policy: PolicyDocument,
    readonly candidate: Candidate,
  ) {}

  /** Whether this holds it back; an ask lifts what the policy lists, or goes to a human. */
  hear(objection: Objection): boolean {
    const { explicitAskLifts, explicitAskHandsOff } = this.policy;
    const { asked } = this.candidate;
    const handsOff = asked && explicitAskHandsOff.includes(objection.code);
    const isHeld = !handsOff && !(asked && explicitAskLifts.includes(objection.code));
    if (isHeld) this.objection = objection;
    this.handOff ||= handsOff;
    return isHeld;
  }
}

function askRules({ release }: Situation, hearing: Hearing, outcome: StageOutcome): boolean {
  const { place, offer } = hearing.candidate;
  for (const at of outcome.matchedAt) {
    const { isAbout, objection } = release.stages.guardrails[at] as Guardrail;
    if (isAbout[place] === true && hearing.hear(objection)) return true;
  }
  for (const entry of outcome.undecided) {
    const { rule } = entry;
    if (guards(rule, offer.document) && hearing.hear(undecided(entry, rule))) return true;
  }
  return askFailed(outcome.failed, hearing) || askFailed(release.brokenRules, hearing);
}

function askFailed(failures: StageOutcome['failed'], hearing: Hearing): boolean {
  const { document } = hearing.candidate.offer;
  for (const { rule, message } of failures) {
    if (guards(rule, document) && hearing.hear(failed(rule, message))) return true;
  }
  return false;
}

function askMotion({ motion: assigned }: Situation, hearing: Hearing): boolean {
  const { motion } = hearing.candidate.offer.document;
  if (motion === assigned.motion) return false;
  const message = `The offer is for ${motion}; the account is in ${assigned.motion}: ${assigned.reason}`;
  return hearing.hear({ code: 'OTHER_MOTION', shown: 'OTHER_MOTION', message });
}

function askPast(situation: Situation, hearing: Hearing): void {
  const showing = showingOf(situation, hearing.candidate, hearing.handOff);
  for (const hold of holdsOn(situation.past, showing)) if (hearing.hear(held(hold))) return;
}

/** Whether a rule is a guardrail of this offer. */
export function guards(rule: RuleDocument, offer: OfferDocument): rule is RuleOf<'suppress'> {
  if (!isRuleOf('suppress', rule)) return false;
  const { offers, kinds, motions } = rule.event.params;
  return (
    (offers === undefined || offers.includes(offer.key)) &&
    (kinds === undefined || kinds.includes(offer.kind)) &&
    (motions === undefined || motions.includes(offer.motion))
  );
}

/** What a matched guardrail says. */
export function objectionOf({ key, description, event }: RuleOf<'suppress'>): Objection {
  const { code, message } = event.params;
  return { code, shown: code, message: `Rule \`${key}\`: ${message ?? description ?? 'it matched.'}` };
}

function held({ code, message }: Hold): Objection {
  return { code, shown: code, message };
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
