/** Prints an explanation for a person: motion and readiness, the offers made and not made, then the rules, nearest to matching first. */
import pc from 'picocolors';
import type { ExplainedDecision } from '../../application/explain/explain-decision';
import type { OfferTrace, RuleTrace, ScoringRule } from '../../domain/explanations/explanation';

/** Rules that did not match and are told; who wants all of them asks the API. */
const MOST_RULES = 20;

/** Several paragraphs, ending in a newline. */
export function explanationReport(explained: ExplainedDecision): string {
  const { decision, readiness, offers, rules, overriddenFacts, staleFacts } = explained;
  const made = offers.filter((offer) => offer.made);
  const away = rules.filter(({ outcome }) => outcome === 'NOT_MATCHED' || outcome === 'UNKNOWN');
  const nearest = away.sort((a, b) => (a.unmet ?? 0) - (b.unmet ?? 0));
  return [
    heading(explained),
    ...factsParagraph('Not its own', overriddenFacts),
    ...factsParagraph('Too old', staleFacts),
    paragraph(`Motion ${decision.motion}`, [decision.motionReason, ...reasonOf(explained.motion)]),
    paragraph(`Readiness ${readiness.score}`, readiness.rules.map(scoreLine)),
    paragraph('Offered', made.length === 0 ? ['nothing'] : made.map(madeLines)),
    paragraph('Not offered', offers.filter((offer) => !offer.made).map(droppedLines)),
    paragraph('Rules that matched', rules.filter(({ outcome }) => outcome === 'MATCHED').map(ruleLines)),
    paragraph('Rules that did not, nearest first', nearest.slice(0, MOST_RULES).map(ruleLines)),
    ...restLine(nearest.length - MOST_RULES),
    ...brokenParagraph(rules.filter(({ outcome }) => outcome === 'FAILED' || outcome === 'OFF')),
    '',
  ].join('\n');
}

function heading({ decision }: ExplainedDecision): string {
  return `${pc.bold(decision.accountId)}  at ${decision.decidedAt}  release ${decision.release}`;
}

function factsParagraph(title: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${pc.yellow(title)}: ${names.join(', ')}`];
}

function paragraph(title: string, lines: readonly string[]): string {
  return [`\n${pc.bold(title)}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function reasonOf(motion: RuleTrace | null): readonly string[] {
  return motion === null ? [] : [pc.dim(`${motion.key}: ${motion.summary}`)];
}

function scoreLine({ key, points, outcome, summary }: ScoringRule): string {
  const figure = `${points > 0 ? '+' : ''}${points}`.padStart(4);
  return outcome === 'MATCHED'
    ? `${pc.green(figure)} ${key}  ${pc.dim(summary)}`
    : `${pc.dim(`   · ${key} (${figure.trim()})  ${summary}`)}`;
}

function madeLines({ rank, offerKey, ruleKey, score, scoreTerms, message }: OfferTrace): string {
  const terms = scoreTerms.map(({ term, points }) => `${term} ${points}`).join(' + ');
  return [
    `${rank}. ${pc.green(offerKey)}  by ${ruleKey}, score ${score} = ${terms}`,
    `     ${pc.dim(message)}`,
  ].join('\n');
}

function droppedLines({ offerKey, stage, code, message }: OfferTrace): string {
  return `${offerKey}  ${pc.yellow(code ?? '')} at ${stage}: ${message}`;
}

function ruleLines({ key, stage, outcome, summary, unmet }: RuleTrace): string {
  const steps = unmet === 1 ? '1 comparison away' : `${unmet} comparisons away`;
  const far = outcome === 'MATCHED' ? '' : `, ${steps}`;
  return `${key}  ${pc.cyan(`${stage}${far}`)}\n      ${summary}`;
}

function restLine(more: number): readonly string[] {
  return more > 0 ? [pc.dim(`  … and ${more} more; the query explainDecision tells them all`)] : [];
}

function brokenParagraph(rules: readonly RuleTrace[]): readonly string[] {
  if (rules.length === 0) return [];
  return [
    paragraph(
      'Rules that were not asked',
      rules.map(({ key, summary }) => `${key}  ${summary}`),
    ),
  ];
}
