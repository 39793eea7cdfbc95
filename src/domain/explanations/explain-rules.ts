/** Tells what became of every rule and every audience of a release, on the facts that each of them saw. */
import type { CompiledRelease } from '../decisions/compiled-release';
import type { ConditionDocument } from '../documents/kinds/condition-schema';
import { EVENT_TYPES, type EventType, type RuleDocument } from '../documents/kinds/rule-document';
import type { Condition } from '../rules/condition';
import type { FactSet } from '../rules/fact-set';
import { RuleTraces } from '../rules/trace-rules';
import type { AudienceTrace, RuleTrace } from './explanation';
import { factsOfStage } from './stage-facts';
import { ConditionTeller } from './tell-condition';
import type { Telling } from './telling';
import { outcomeOf, type TracedOutcome } from './told-condition';

/** By stage in evaluation order; then those that failed, then those that are off, both by key. */
export function explainRules(release: CompiledRelease, facts: FactSet): readonly RuleTrace[] {
  const evaluated = EVENT_TYPES.flatMap((stage) => {
    const judge = judgeOf(release, factsOfStage(stage, facts));
    return release.ruleSet.stages[stage].map(({ document, condition }) => ({
      key: document.key,
      stage,
      ...judge(condition, document.conditions),
    }));
  });
  const told = new Set(evaluated.map(({ key }) => key));
  const others = [...release.documents.rule.values()].filter(({ key }) => !told.has(key));
  const off = others.filter(({ enabled }) => !enabled).map(offTrace);
  return [...evaluated, ...failedRules(release, told), ...off];
}

/** By key, on the facts that the last stage saw; then those that are kept out. */
export function explainAudiences(release: CompiledRelease, facts: FactSet): readonly AudienceTrace[] {
  const judge = judgeOf(release, facts);
  const traced = [...release.ruleSet.audiences].map(([key, condition]) => ({
    key,
    ...judge(condition, release.documents.audience.get(key)?.conditions),
  }));
  const failed = release.quarantined.filter(({ kind }) => kind === 'audience');
  return [...traced, ...failed.map(({ key, message }) => ({ key, ...failure(message) }))];
}

type Judged = Omit<RuleTrace, 'key' | 'stage' | 'outcome'> & {
  readonly outcome: TracedOutcome | 'FAILED';
};
type Judge = (condition: Condition, document: ConditionDocument | undefined) => Judged;

/** A condition whose evaluation fails is told as failed: the rule was skipped for the same reason. */
function judgeOf({ ruleSet, documents, facts: catalogue }: CompiledRelease, facts: FactSet): Judge {
  const traces = new RuleTraces(ruleSet.audiences, facts);
  const teller = new ConditionTeller({ facts, catalogue }, documents);
  return (condition, document) => {
    try {
      return judged(teller.tell(traces.of(condition), document));
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error));
    }
  };
}

function judged(telling: Telling): Judged {
  const { told, truth, toHold } = telling;
  return { outcome: outcomeOf(truth), summary: summaryOf(telling), conditions: told, unmet: toHold };
}

const BEGINNINGS: Readonly<Record<TracedOutcome, string>> = {
  MATCHED: 'It matched',
  NOT_MATCHED: 'It did not match',
  UNKNOWN: 'It could not be decided',
};

function summaryOf({ truth, reasons, reasonCount }: Telling): string {
  const more = reasonCount - reasons.length;
  const rest = more > 0 ? `; and ${more} more` : '';
  return `${BEGINNINGS[outcomeOf(truth)]}: ${reasons.join('; ')}${rest}`;
}

function failure(message: string): Judged & { readonly outcome: 'FAILED' } {
  return { outcome: 'FAILED', summary: `It failed: ${message}`, conditions: null, unmet: null };
}

/** A broken rule is named once, and with its stage where its document can be read. */
function failedRules(release: CompiledRelease, told: ReadonlySet<string>): readonly RuleTrace[] {
  const stages = new Map<string, EventType>(
    release.brokenRules.map(({ rule }) => [rule.key, rule.event.type]),
  );
  const messages = new Map([
    ...release.quarantined.filter(({ kind }) => kind === 'rule').map(messageByKey),
    ...release.brokenRules.map(({ rule, message }) => [rule.key, message] as const),
  ]);
  return [...messages]
    .filter(([key]) => !told.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, message]) => ({ key, stage: stages.get(key) ?? null, ...failure(message) }));
}

function messageByKey({ key, message }: { readonly key: string; readonly message: string }) {
  return [key, message] as const;
}

function offTrace({ key, event }: RuleDocument): RuleTrace {
  const summary = 'It is switched off and was not evaluated.';
  return { key, stage: event.type, outcome: 'OFF', summary, conditions: null, unmet: null };
}
