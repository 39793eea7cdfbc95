/** The command line of the matcher benchmark. */
import { Command } from 'commander';
import { count, counts } from '../count-argument';
import { benchMatcher, type MatcherBenchOptions } from './bench-matcher';

/** `npm run bench -- matcher`. */
export function matcherCommand(): Command {
  return new Command('matcher')
    .description('CPU per account of the evaluators, beside json-rules-engine, JsonLogic, zen and two floors')
    .option('--rules <n,...>', 'numbers of rules', counts, [10, 100, 1_000, 10_000])
    .option('--accounts <n>', 'accounts to evaluate; slow engines take fewer', count, 10_000)
    .option('--rounds <n>', 'interleaved rounds; medians are reported', count, 7)
    .option('--round-millis <n>', 'length of one round of one engine', count, 400)
    .option('--patience <seconds>', 'an engine silent for longer is left out', count, 120)
    .option('--batch <n>', 'evaluations of the batch with 100 rules; 0 for none', Number, 1_000_000)
    .option('--out <folder>', 'where the tables are kept', 'bench-results')
    .action((options: MatcherBenchOptions) => benchMatcher(options));
}
