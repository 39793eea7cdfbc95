/** The command line of the benchmarks; each prints its table and keeps it under bench-results/. */
import { Command } from 'commander';
import { matcherCommand } from './matcher/matcher-command';
import { mutationsCommand } from './mutations/mutations-command';
import { releasesCommand } from './releases/releases-command';
import { simulationCommand } from './simulation/simulation-command';
import { serviceCommand } from './service/service-command';

const program = new Command('bench').description(
  'Measures this project against plain ways of doing the same.',
);

program.addCommand(serviceCommand());
program.addCommand(matcherCommand());
program.addCommand(releasesCommand());
program.addCommand(mutationsCommand());
program.addCommand(simulationCommand());

program.parseAsync().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
