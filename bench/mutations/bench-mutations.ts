/** Corrupts the shipped documents, one place in one document at a time, and says what would have stopped each corruption. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import { RESULTS } from '../service/bench-service';
import { allMutations, type Mutation } from './all-mutations';
import { drawMutations } from './draw-mutations';
import { MutationJudge } from './mutation-judge';
import { mutationsTable, throughList, type Judged } from './mutations-table';
import { surroundingsOf } from './surroundings';

/** The options of `npm run bench -- mutations`. */
export interface MutationsBenchOptions {
  /** Per seed. */
  readonly count: number;
  readonly seed: readonly number[];
  /** Every corruption there is, instead of a draw. */
  readonly all?: boolean;
  /** Folder of the documents. */
  readonly rules: string;
}

/** Prints a table per seed with all that got through, and keeps them under bench-results/. */
export async function benchMutations(options: MutationsBenchOptions): Promise<void> {
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
  const directory = new RulesDirectory(options.rules);
  const { documents } = await loadRulesDirectory(directory);
  const { files } = await directory.list();
  const possible = allMutations(files, surroundingsOf(documents));
  const judge = new MutationJudge(documents, {
    evaluator: plainEvaluator,
    templates: liquidTemplateLanguage,
  });
  const unsound = await judge.soundness();
  if (unsound.length > 0) throw new Error(`The documents are not sound as they are:\n${unsound.join('\n')}`);
  const sections = [
    `\`${command}\`: ${possible.length} corruptions of ${files.length} documents are possible.`,
  ];
  for (const { title, mutations } of drawsOf(possible, options))
    sections.push(title, ...sectionsOf(await judgeEach(judge, mutations)));
  const text = `${sections.join('\n\n')}\n`;
  console.log(text);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(path.join(RESULTS, 'mutations.md'), text);
}

interface Draw {
  readonly title: string;
  readonly mutations: readonly Mutation[];
}

function drawsOf(
  possible: readonly Mutation[],
  { all, count, seed: seeds }: MutationsBenchOptions,
): readonly Draw[] {
  if (all === true) return [{ title: 'Every corruption', mutations: possible }];
  return seeds.map((seed) => ({ title: `Seed ${seed}`, mutations: drawMutations(possible, count, seed) }));
}

function sectionsOf(judged: readonly Judged[]): readonly string[] {
  return [mutationsTable(judged), throughList(judged)];
}

const TOLD_EVERY = 50;

async function judgeEach(judge: MutationJudge, mutations: readonly Mutation[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const mutation of mutations) {
    judged.push({ mutation, verdict: await judge.judge(mutation) });
    if (judged.length % TOLD_EVERY === 0) tell(judged, mutations.length);
  }
  return judged;
}

function tell(judged: readonly Judged[], of: number): void {
  const through = judged.filter(({ verdict }) => verdict.by === 'nothing').length;
  console.error(`${judged.length} of ${of}: ${through} got through`);
}
