/** The command line of the run under new releases. */
import { Command, Option } from 'commander';
import { count } from '../count-argument';
import { MARIADB } from '../service/service-command';
import { benchReleases, type ReleasesBenchOptions } from './bench-releases';

/** `npm run bench -- releases`. */
export function releasesCommand(): Command {
  return new Command('releases')
    .description('load on our service while releases are published: errors, mixed answers, stalls, memory')
    .option('--minutes <n>', 'how long', count, 10)
    .option('--every <seconds>', 'from one release to the next', count, 1)
    .option('--rules <n>', 'rules in every release', count, 1_000)
    .option('--accounts <n>', 'accounts in the database', count, 2_000)
    .option('--rate <n>', 'requests per second', count, 300)
    .addOption(
      new Option('--database <which>', 'what to run on').choices(['sqlite', 'mariadb']).default('sqlite'),
    )
    .option('--mariadb <url>', 'a server on which databases may be made', MARIADB)
    .action((options: ReleasesBenchOptions) => benchReleases(options));
}
