/** Lays out the working memory of a stage in the words of its kernel: tables, levels, and what an evaluation writes. */
import type { ResultColumn } from './column';
import type { MatchKernel } from './match-kernel';
import type { Level, StagePlan } from './stage-plan';

/** Positions are counted in words. */
export class StageLayout {
  /** Levels of results, lowest first: where each is described, and what is decided by it. */
  readonly results: readonly { readonly at: number; readonly decides: readonly ResultColumn[] }[];
  /** Where the level of the rules is described. */
  readonly rules: number;
  /** Sets of results: those that are true, and those that are true or unknown. */
  readonly certainResults: number;
  readonly possibleResults: number;
  /** Lists of rules: those that are true, and those that are true or unknown. */
  readonly certainRules: number;
  readonly possibleRules: number;
  /** By column, where its rows are: of the plane that says true, and of the plane that says not false. */
  readonly trueRows: number;
  readonly openRows: number;
  private readonly kernel: MatchKernel;
  private readonly rowWords: number;
  private readonly resultWords: number;

  constructor({ pool, columns, lanes, levels, results, rules }: StagePlan) {
    this.kernel = pool.kernel;
    this.rowWords = pool.rowWords;
    this.resultWords = (results + 31) >>> 5;
    const tables = [pool.keep(lanes.masks), pool.keep(lanes.targets), pool.keepRoom(pool.rowWords)];
    const [last, ...others] = levels.map((level) => pool.keep(described(level, tables))).reverse();
    this.rules = last as number;
    this.results = others.reverse().map((at, level) => ({ at, decides: levels[level]?.decides ?? [] }));
    this.certainResults = pool.keepRoom(this.resultWords);
    this.possibleResults = pool.keepRoom(this.resultWords);
    // One more for the kernel to write over.
    this.certainRules = pool.keepRoom(rules.length + 1);
    this.possibleRules = pool.keepRoom(rules.length + 1);
    this.trueRows = pool.keepRoom(columns.count);
    this.openRows = pool.keepRoom(columns.count);
  }

  /** Begins an evaluation with the rows of these entries, by column, as RowMemory gives them; says whether anything is unknown. */
  place(entries: Int32Array): boolean {
    const { trueRows } = this;
    const { words } = this.kernel;
    words.fill(0, this.certainResults, this.certainResults + this.resultWords);
    words.fill(0, this.possibleResults, this.possibleResults + this.resultWords);
    let all = 0;
    for (let column = 0; column < entries.length; column++) {
      const entry = entries[column] as number;
      words[trueRows + column] = entry >> 1;
      all |= entry;
    }
    const isOpen = (all & 1) === 1;
    if (isOpen) this.placeOpen(entries);
    return isOpen;
  }

  private placeOpen(entries: Int32Array): void {
    const { openRows, rowWords } = this;
    const { words } = this.kernel;
    for (let column = 0; column < entries.length; column++) {
      const entry = entries[column] as number;
      words[openRows + column] = (entry >> 1) + (entry & 1) * rowWords;
    }
  }

  /** The same for a column that is decided on the way. */
  placeOne(column: number, entry: number): void {
    const { words } = this.kernel;
    words[this.trueRows + column] = entry >> 1;
    words[this.openRows + column] = (entry >> 1) + (entry & 1) * this.rowWords;
  }

  /** Whether a set of results has one. */
  has(set: number, result: number): boolean {
    return (((this.kernel.words[set + (result >>> 5)] as number) >>> (result & 31)) & 1) === 1;
  }
}

/** As kernels read it; `tables` are masks, targets and room. */
function described({ firstWord, endWord, columns }: Level, tables: readonly number[]): readonly number[] {
  return [columns.length, firstWord, endWord, ...tables, ...columns];
}
