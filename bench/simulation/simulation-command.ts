/** The command line of the run with simulations. */
import { Command, Option } from 'commander';
import { count } from '../count-argument';
import { MARIADB } from '../service/service-command';
import { benchSimulation, type SimulationBenchOptions } from './bench-simulation';

/** `npm run bench -- simulation`. */
export function simulationCommand(): Command {
  return new Command('simulation')
    .description('accounts per second of a simulation over all accounts, and what live traffic feels of it')
    .option('--accounts <n>', 'accounts in the database', count, 50_000)
    .option('--rules <n>', 'rules in the release', count, 100)
    .option('--rate <n>', 'live requests per second', count, 100)
    .option('--seconds <n>', 'length of a round of live traffic', count, 10)
    .option('--keep', 'keep the filled database for other runs of the same day', false)
    .addOption(
      new Option('--database <which>', 'what to run on').choices(['sqlite', 'mariadb']).default('sqlite'),
    )
    .option('--mariadb <url>', 'a server on which databases may be made', MARIADB)
    .action((options: SimulationBenchOptions) => benchSimulation(options));
}
