/** The command line of the benchmarks; each prints its table and keeps it under bench-results/. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { benchService, type ServiceBenchOptions } from './service/bench-service';

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number above 0, please');
  return value;
}

const program = new Command('bench').description(
  'Measures this project against plain ways of doing the same.',
);

program
  .command('service')
  .description(
    'requests per second and CPU per request, against a plain Apollo + TypeORM + json-rules-engine service',
  )
  .option('--accounts <n>', 'accounts in the database', count, 100_000)
  .option('--rules <n>', 'rules in the release', count, 50)
  .option('--seconds <n>', 'length of one round of one service', count, 8)
  .option('--rounds <n>', 'interleaved rounds; medians are reported', count, 5)
  .option('--connections <n>', 'open connections of the load', count, 16)
  .addOption(
    new Option('--database <which>', 'what to run on').choices(['sqlite', 'mariadb', 'both']).default('both'),
  )
  .option(
    '--mariadb <url>',
    'a server on which databases may be made',
    process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306',
  )
  .action((options: ServiceBenchOptions) => benchService(options));

program.parseAsync().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
