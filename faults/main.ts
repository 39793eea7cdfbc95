/** The command line of the fault runs; prints their table as it comes about. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { ALL_FAULTS } from './all-faults';
import { TABLE_HEAD, tableRow } from './fault-table';

interface Choice {
  readonly tries: number;
  readonly minutes?: number;
  readonly only?: string;
  readonly database: string;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number above 0, please');
  return value;
}

function minutesOf(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0, please');
  return value;
}

async function runFaults({ tries, minutes, only = '', database }: Choice): Promise<void> {
  console.log(TABLE_HEAD);
  for (const fault of ALL_FAULTS) {
    if (!fault.name.toLowerCase().includes(only.toLowerCase())) continue;
    if (database !== 'both' && database !== fault.database.toLowerCase()) continue;
    const { text, held } = await tableRow(fault, { tries, minutes, timed: true });
    console.log(text);
    if (!held) process.exitCode = 1;
  }
}

new Command('faults')
  .description('Breaks things on purpose under load and compares what was acknowledged with what is stored.')
  .option('--tries <n>', 'how often each fault is made', count, 10)
  .option('--minutes <n>', 'how long the runs take that are long instead of frequent', minutesOf)
  .option('--only <text>', 'only faults whose name holds this, for instance P10')
  .addOption(
    new Option('--database <which>', 'what to run on').choices(['sqlite', 'mariadb', 'both']).default('both'),
  )
  .action((choice: Choice) => runFaults(choice))
  .parseAsync()
  .catch((fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  });
