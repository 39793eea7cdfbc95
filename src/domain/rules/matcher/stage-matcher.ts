/** Matches one stage: chooses the rows of an account, has them joined level by level, and reads which rules are left. */
import type { RuleDocument } from '../../documents/kinds/rule-document';
import type { FactSet } from '../fact-set';
import type { Truth } from '../truth';
import type { ResultColumn } from './column';
import { EntryTable } from './entry-table';
import type { MatchKernel } from './match-kernel';
import type { PlaceRegions } from './place-regions';
import { StageLayout } from './stage-layout';
import type { StagePlan } from './stage-plan';
import { truthNumber } from './truth-number';

/** Rows beyond this many words are forgotten before the next evaluation. */
const MOST_WORDS = 16_777_216;

/** Evaluations are synchronous, so one set of working memory serves them all, one after the other. */
export class StageMatcher {
  private readonly kernel: MatchKernel;
  private readonly layout: StageLayout;
  private readonly table: EntryTable;
  /** By column, as RowMemory gives them. */
  private readonly entries: Int32Array;
  /** Whether the last evaluation met anything unknown. */
  private metUnknown = false;
  /** How many rules it found true, and how many not false. */
  private certain = 0;
  private possible = 0;

  /** `regions` are those of all stages. */
  constructor(
    readonly plan: StagePlan,
    private readonly regions: PlaceRegions,
  ) {
    this.kernel = plan.pool.kernel;
    this.layout = new StageLayout(plan);
    this.table = new EntryTable([...plan.columns.values, ...plan.columns.dates], regions);
    this.entries = new Int32Array(plan.columns.count);
  }

  /** Finds what is certain and, when it says true, what is possible. Throws when a fact can't be read. */
  match(facts: FactSet): boolean {
    this.begin(facts);
    const { kernel, layout, metUnknown } = this;
    for (const { at, decides } of layout.results) {
      kernel.mark(at, layout.trueRows, layout.certainResults);
      if (metUnknown) kernel.mark(at, layout.openRows, layout.possibleResults);
      for (const column of decides) this.decide(column, facts.now);
    }
    this.certain = kernel.list(layout.rules, layout.trueRows, layout.certainRules);
    this.possible = metUnknown ? kernel.list(layout.rules, layout.openRows, layout.possibleRules) : this.certain;
    return metUnknown;
  }

  /** Positions of the rules that the last evaluation found true, in evaluation order. */
  matchedAt(): number[] {
    const { words } = this.kernel;
    const { certainRules } = this.layout;
    const matched = new Array<number>(this.certain);
    for (let at = 0; at < matched.length; at++) matched[at] = words[certainRules + at] as number;
    return matched;
  }

  /** The documents of rules by position. */
  rulesAt(positions: readonly number[]): RuleDocument[] {
    const { rules } = this.plan;
    const documents = new Array<RuleDocument>(positions.length);
    for (let at = 0; at < documents.length; at++) documents[at] = rules[positions[at] as number] as RuleDocument;
    return documents;
  }

  /** Positions of the rules that it found neither true nor false; to be asked only when it met anything unknown. */
  undecided(): number[] {
    const { certainRules, possibleRules } = this.layout;
    const { words } = this.kernel;
    const undecided: number[] = [];
    let certain = 0;
    // Both lists ascend, and what is certain is possible.
    for (let at = 0; at < this.possible; at++) {
      const rule = words[possibleRules + at] as number;
      if (certain < this.certain && words[certainRules + certain] === rule) certain++;
      else undecided.push(rule);
    }
    return undecided;
  }

  /** Begins the pool anew. */
  forgetRows(): void {
    this.plan.columns.forgetRows();
    this.table.forget();
  }

  private begin(facts: FactSet): void {
    if (this.plan.pool.used > MOST_WORDS) this.forgetRows();
    this.regions.read(facts);
    this.chooseEntries(facts);
    this.metUnknown = this.layout.place(this.entries);
  }

  private chooseEntries(facts: FactSet): void {
    const { entries } = this;
    const { pairs, singles } = this.plan.columns;
    const { values } = this.regions;
    this.table.choose(entries);
    for (const column of pairs) entries[column.column] = column.row(values);
    for (const column of singles) entries[column.column] = column.row(facts);
  }

  private decide({ column, result, rows }: ResultColumn, now: number): void {
    const truth = this.truthOf(result);
    this.layout.placeOne(column, rows.row(truthNumber(truth), truth, undefined, now));
  }

  private truthOf(result: number): Truth {
    const { layout, metUnknown } = this;
    if (layout.has(layout.certainResults, result)) return 'TRUE';
    return metUnknown && layout.has(layout.possibleResults, result) ? 'UNKNOWN' : 'FALSE';
  }
}
