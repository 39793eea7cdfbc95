/** Matches one stage: joins the rows of the facts word by word and marks what the lanes that are left make true. */
import type { RuleDocument } from '../../documents/kinds/rule-document';
import type { FactSet } from '../fact-set';
import type { Truth } from '../truth';
import { BitSet } from './bit-set';
import type { ResultColumn, ValueColumn } from './column';
import { PlaceValues } from './place-values';
import type { StagePlan } from './stage-plan';
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
  private readonly entries: Int32Array;
  private readonly lengths: Int32Array;
  private readonly values: PlaceValues;
  /** Whether the last evaluation met anything unknown. */
  private metUnknown = false;

  constructor(readonly plan: StagePlan) {
    const { words, columns, firstRule, rules } = plan;
    this.certain = new BitSet(firstRule + rules.length);
    this.possible = new BitSet(firstRule + rules.length);
    const count = columns.shapes.length;
    this.entries = new Int32Array(count);
    this.trueRows = new Int32Array(count);
    this.openRows = new Int32Array(count);
    this.lengths = Int32Array.from(columns.shapes, ({ length }) => length);
    this.values = new PlaceValues(columns.places);
    this.masks = Int32Array.from(words.masks);
    this.targets = Int32Array.from(words.targets);
    this.starts = Int32Array.from(words.starts);
    this.pairs = Int32Array.from(words.pairs);
  }

  /** Marks what is certain and, when it says true, what is possible. Throws when a fact can't be read. */
  match(facts: FactSet): boolean {
    this.begin(facts);
    for (const { firstWord, endWord, decides } of this.plan.levels) {
      this.join(firstWord, endWord, this.trueRows, this.certain.words);
      if (this.metUnknown) this.join(firstWord, endWord, this.openRows, this.possible.words);
      for (const column of decides) this.decide(column, facts.now);
    }
    return this.metUnknown;
  }

  /** Documents of the rules that the last evaluation found true, in evaluation order. */
  matched(): RuleDocument[] {
    const { rules, firstRule } = this.plan;
    const { words } = this.certain;
    const matched: RuleDocument[] = [];
    for (let word = firstRule >>> 5; word < words.length; word++) {
      for (let left = words[word] as number; left !== 0; left &= left - 1) {
        matched.push(rules[numberOf(word, left) - firstRule] as RuleDocument);
      }
    }
    return matched;
  }

  /** Positions of the rules that it found neither true nor false; to be asked only when it met anything unknown. */
  undecided(): number[] {
    const { firstRule } = this.plan;
    const undecided: number[] = [];
    for (let word = firstRule >>> 5; word < this.possible.words.length; word++) {
      const open = (this.possible.words[word] as number) & ~(this.certain.words[word] as number);
      for (let left = open; left !== 0; left &= left - 1) undecided.push(numberOf(word, left) - firstRule);
    }
    return undecided;
  }

  private begin(facts: FactSet): void {
    const { pool, columns } = this.plan;
    if (pool.used > MOST_WORDS) columns.forgetRows();
    this.certain.clear();
    this.possible.clear();
    this.values.read(facts);
    this.metUnknown = this.chooseRows(facts);
    if (this.metUnknown) this.findOpenRows();
  }

  private chooseRows(facts: FactSet): boolean {
    const { trueRows, entries } = this;
    const { values, dates, pairs, singles } = this.plan.columns;
    for (let at = 0; at < values.length; at++) {
      const column = values[at] as ValueColumn;
      entries[column.column] = column.row(this.values);
    }
    for (const column of dates) entries[column.column] = column.row(this.values);
    for (const column of pairs) entries[column.column] = column.row(this.values);
    for (const column of singles) entries[column.column] = column.row(facts);
    let all = 0;
    for (let column = 0; column < entries.length; column++) {
      const entry = entries[column] as number;
      trueRows[column] = entry >> 1;
      all |= entry;
    }
    return (all & 1) === 1;
  }

  private findOpenRows(): void {
    const { entries, openRows, lengths } = this;
    for (let column = 0; column < entries.length; column++) {
      const entry = entries[column] as number;
      openRows[column] = (entry >> 1) + (entry & 1) * (lengths[column] as number);
    }
  }

  private decide({ column, result, rows }: ResultColumn, now: number): void {
    const truth = this.truthOf(result);
    const entry = rows.row(truthNumber(truth), truth, undefined, now);
    this.trueRows[column] = entry >> 1;
    this.openRows[column] = (entry >> 1) + (entry & 1) * (this.lengths[column] as number);
  }

  private truthOf(result: number): Truth {
    if (this.certain.has(result)) return 'TRUE';
    return this.possible.has(result) ? 'UNKNOWN' : 'FALSE';
  }

  private join(first: number, end: number, rows: Int32Array, into: Int32Array): void {
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

  private mark(word: number, lanes: number, into: Int32Array): void {
    const { targets } = this;
    for (let left = lanes; left !== 0; left &= left - 1) {
      const target = targets[numberOf(word, left)] as number;
      into[target >>> 5] = (into[target >>> 5] as number) | (1 << (target & 31));
    }
  }
}

/** The number of a word's lowest bit. */
function numberOf(word: number, bits: number): number {
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}
