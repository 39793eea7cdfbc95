/** Matches one stage: joins the rows of the facts word by word and marks what the lanes that are left make true. */
import type { FactSet } from '../fact-set';
import type { Truth } from '../truth';
import { BitSet } from './bit-set';
import type { ResultColumn, StagePlan } from './stage-plan';
import { truthNumber } from './truth-number';

/** Rows beyond this many words are forgotten before the next evaluation. */
const MOST_WORDS = 8_388_608;

/** Evaluations are synchronous, so one set of working memory serves them all, one after the other. */
export class StageMatcher {
  /** Targets that are true. */
  readonly certain: BitSet;
  /** Targets that are true or unknown; with nothing unknown left as it was. */
  readonly possible: BitSet;
  /** By column: offset of the plane that says true, and of the plane that says not false. */
  private readonly trueRows: Int32Array;
  private readonly openRows: Int32Array;
  private readonly masks: Int32Array;
  private readonly targets: Int32Array;
  private readonly starts: Int32Array;
  private readonly pairs: Int32Array;
  /** Whether the last evaluation met anything unknown. */
  private metUnknown = false;

  constructor(readonly plan: StagePlan) {
    const { words, columns, firstRule, rules } = plan;
    this.certain = new BitSet(firstRule + rules.length);
    this.possible = new BitSet(firstRule + rules.length);
    this.trueRows = new Int32Array(columns.length);
    this.openRows = new Int32Array(columns.length);
    this.masks = Int32Array.from(words.masks);
    this.targets = Int32Array.from(words.targets);
    this.starts = Int32Array.from(words.starts);
    this.pairs = Int32Array.from(words.pairs);
  }

  /** Marks what is certain and, when it says true, what is possible. Throws when a fact can't be read. */
  match(facts: FactSet): boolean {
    this.begin(facts);
    for (const { firstWord, endWord, decides } of this.plan.levels) {
      this.join(firstWord, endWord, this.trueRows, this.certain);
      if (this.metUnknown) this.join(firstWord, endWord, this.openRows, this.possible);
      for (const column of decides) this.decide(column, facts.now);
    }
    return this.metUnknown;
  }

  private begin(facts: FactSet): void {
    const { plan } = this;
    if (plan.pool.used > MOST_WORDS) this.forgetRows();
    this.certain.clear();
    this.possible.clear();
    this.metUnknown = false;
    for (let at = 0; at < plan.columns.length; at++) {
      const column = plan.columns[at];
      if (column) this.setRow(at, column.row(facts), column.rows.shape.length);
    }
  }

  private setRow(column: number, entry: number, length: number): void {
    this.trueRows[column] = entry >> 1;
    this.openRows[column] = (entry >> 1) + ((entry & 1) === 1 ? length : 0);
    if ((entry & 1) === 1) this.metUnknown = true;
  }

  private decide({ column, result, rows }: ResultColumn, now: number): void {
    const truth = this.truthOf(result);
    this.setRow(column, rows.row(truthNumber(truth), truth, undefined, now), rows.shape.length);
  }

  private truthOf(result: number): Truth {
    if (this.certain.has(result)) return 'TRUE';
    return this.possible.has(result) ? 'UNKNOWN' : 'FALSE';
  }

  private join(first: number, end: number, rows: Int32Array, into: BitSet): void {
    const { masks, starts, pairs } = this;
    const { words } = this.plan.pool;
    for (let word = first; word < end; word++) {
      let lanes = masks[word] as number;
      const stop = starts[word + 1] as number;
      for (let at = starts[word] as number; at < stop && lanes !== 0; at += 2) {
        lanes &= words[(rows[pairs[at] as number] as number) + (pairs[at + 1] as number)] as number;
      }
      if (lanes !== 0) this.mark(word, lanes, into);
    }
  }

  private mark(word: number, lanes: number, into: BitSet): void {
    for (let left = lanes; left !== 0; left &= left - 1) {
      into.add(this.targets[(word << 5) + 31 - Math.clz32(left & -left)] as number);
    }
  }

  private forgetRows(): void {
    this.plan.pool.forget();
    for (const column of this.plan.columns) column?.rows.forget();
    for (const { decides } of this.plan.levels) for (const { rows } of decides) rows.forget();
  }
}
