/** The command line of the service benchmark. */
import { Command, Option } from 'commander';
import { count, counts } from '../count-argument';
import { benchService, type ServiceBenchOptions } from './bench-service';

/** Where databases may be made, unless an option says otherwise. */
export const MARIADB = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306';

/** `npm run bench -- service`. */
export function serviceCommand(): Command {
  return new Command('service')
    .description(
      'requests per second and CPU per request, beside a plain Apollo + TypeORM + json-rules-engine service and three floors',
    )
    .option('--accounts <n,...>', 'accounts in the database', counts, [100_000])
    .option('--rules <n,...>', 'rules in the release of our service', counts, [50])
    .option('--plain-rules <n>', 'rules of the plain service', count, 50)
    .option('--seconds <n>', 'length of one round of one service', count, 5)
    .option('--rounds <n>', 'interleaved rounds; medians are reported', count, 5)
    .option('--connections <n>', 'open connections of the load', count, 16)
    .addOption(
      new Option('--database <which>', 'what to run on')
        .choices(['sqlite', 'mariadb', 'both'])
        .default('both'),
    )
    .option('--keep', 'keep the filled databases for other runs of the same day', false)
    .option('--mariadb <url>', 'a server on which databases may be made', MARIADB)
    .action((options: ServiceBenchOptions) => benchService(options));
}
