/** The command line of the mutation run. */
import { Command } from 'commander';
import { count, counts } from '../count-argument';
import { benchMutations, type MutationsBenchOptions } from './bench-mutations';

/** `npm run bench -- mutations`. */
export function mutationsCommand(): Command {
  return new Command('mutations')
    .description('small corruptions of the shipped documents: how many the checks and the rule tests stop')
    .option('--count <n>', 'corruptions per seed', count, 200)
    .option('--seed <n,...>', 'what to draw by; a table for each', counts, [1])
    .option('--all', 'every corruption there is, instead of a draw')
    .option('--rules <folder>', 'the documents', 'rules')
    .action((options: MutationsBenchOptions) => benchMutations(options));
}
