/** Starts the command line; every fault that reaches here is told in one sentence. */
import { createCommands } from './adapters/cli/commands';
import { createProgram } from './adapters/cli/program';
import { createWorkbench } from './composition-root/create-workbench';

async function main(): Promise<void> {
  const made = createWorkbench(process.env);
  if ('problems' in made) {
    process.stderr.write(`Some settings are wrong:\n${made.problems.map((line) => `  ${line}\n`).join('')}`);
    process.exitCode = 2;
    return;
  }
  const program = createProgram(createCommands(made.workbench), (code) => {
    process.exitCode = code;
  });
  await program.parseAsync();
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
