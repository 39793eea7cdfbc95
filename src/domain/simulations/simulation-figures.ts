/** Makes the figures people read out of what a simulation added up. */
import { compareText } from '../collections/compare-text';
import { SUPPRESSION_CODES, type SuppressionCode } from '../documents/kinds/vocabulary';
import type { AccountShift } from './account-shift';
import type { Sides } from './compared-outcome';
import { promptsPerDay, type PromptTerms } from './prompts-per-day';
import type { TallyRecord } from './simulation-tally';

/** People shown with their load. */
export const MOST_LOADS = 100;

/** What the figures go by, besides the counts. */
export interface FigureTerms {
  readonly prompts: Sides<PromptTerms>;
  /** Share of changed accounts, in percent, above which there is a warning. */
  readonly warnAbovePercent: number;
}

/** How many accounts gain or lose an offer. */
export interface OfferShift {
  readonly offerKey: string;
  readonly accounts: number;
}

/** How often a code keeps an offer back. */
export interface CodeCount extends Sides<number> {
  readonly code: SuppressionCode;
}

/** What would fall to one person. */
export interface PersonLoad {
  /** The owner of accounts, or the assignee of tasks; null: nobody is named. */
  readonly person: string | null;
  /** Offers that would be handed to them. */
  readonly handoffs: Sides<number>;
  readonly tasks: Sides<number>;
}

/** Everything a simulation tells. */
export interface SimulationFigures {
  readonly comparedAccounts: number;
  readonly changedAccounts: number;
  /** Changed of compared, 0 to 1; 0 while none was compared. */
  readonly changedShare: number;
  /** Most accounts first, then by key. */
  readonly gained: readonly OfferShift[];
  readonly lost: readonly OfferShift[];
  /** Codes that occur, in the order of the codes. */
  readonly suppressed: readonly CodeCount[];
  readonly promptsPerDay: Sides<number>;
  /** The most loaded by the draft first, at most 100. */
  readonly loads: readonly PersonLoad[];
  readonly sample: readonly AccountShift[];
  /** A sentence where more accounts change than the policy's share; null where not. */
  readonly warning: string | null;
}

/** The same counts and terms, the same figures. */
export function figuresOf(tally: TallyRecord, terms: FigureTerms): SimulationFigures {
  const { compared, changed, offered } = tally;
  const changedShare = compared === 0 ? 0 : changed / compared;
  return {
    comparedAccounts: compared,
    changedAccounts: changed,
    changedShare,
    gained: shiftsOf(tally.gained),
    lost: shiftsOf(tally.lost),
    suppressed: codesOf(tally.suppressed),
    promptsPerDay: {
      before: promptsPerDay(offered.before, terms.prompts.before),
      after: promptsPerDay(offered.after, terms.prompts.after),
    },
    loads: loadsOf(tally.loads),
    sample: tally.sample,
    warning: warningOf(changedShare, terms.warnAbovePercent),
  };
}

function shiftsOf(counts: TallyRecord['gained']): readonly OfferShift[] {
  return counts
    .map(([offerKey, accounts]) => ({ offerKey, accounts }))
    .sort((a, b) => b.accounts - a.accounts || compareText(a.offerKey, b.offerKey));
}

function codesOf(suppressed: TallyRecord['suppressed']): readonly CodeCount[] {
  const [before, after] = [new Map(suppressed.before), new Map(suppressed.after)];
  return SUPPRESSION_CODES.filter((code) => before.has(code) || after.has(code)).map((code) => ({
    code,
    before: before.get(code) ?? 0,
    after: after.get(code) ?? 0,
  }));
}

function loadsOf(loads: TallyRecord['loads']): readonly PersonLoad[] {
  return loads
    .map(([person, [handoffsBefore, handoffsAfter, tasksBefore, tasksAfter]]) => ({
      person,
      handoffs: { before: handoffsBefore, after: handoffsAfter },
      tasks: { before: tasksBefore, after: tasksAfter },
    }))
    .sort(byLoad)
    .slice(0, MOST_LOADS);
}

function byLoad(a: PersonLoad, b: PersonLoad): number {
  const load = ({ handoffs, tasks }: PersonLoad) => handoffs.after + tasks.after;
  const earlier = ({ handoffs, tasks }: PersonLoad) => handoffs.before + tasks.before;
  return load(b) - load(a) || earlier(b) - earlier(a) || compareText(a.person ?? '', b.person ?? '');
}

function warningOf(changedShare: number, percent: number): string | null {
  if (changedShare * 100 <= percent) return null;
  const share = (changedShare * 100).toFixed(1);
  return `${share} % of the accounts are made other offers; the policy warns above ${percent} %.`;
}
