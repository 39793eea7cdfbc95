/** Hands the command line its tools, made from the settings of this process. */
import type { Workbench } from '../adapters/cli/workbench';
import { RulesDirectory } from '../adapters/files/rules-directory';
import { printContractSchema } from '../adapters/graphql/contract-schema';
import { readEnvironment } from '../adapters/runtime/environment';
import { reviewRules, testRules } from '../application/govern/review-rules';
import { documentTools } from './document-tools';
import { openService } from './open-service';

/** The tools, or one line per setting that is wrong. Nothing is opened before a command asks for it. */
export function createWorkbench(
  variables: Readonly<Record<string, string | undefined>>,
): { readonly workbench: Workbench } | { readonly problems: readonly string[] } {
  const reading = readEnvironment(variables);
  if ('problems' in reading) return reading;
  const { environment } = reading;
  const tools = documentTools(environment);
  return {
    workbench: {
      open: () => openService(environment),
      reviewRules: (folder) => reviewRules(new RulesDirectory(folder), tools),
      testRules: (documents) => testRules(documents, tools),
      schemaText: printContractSchema,
      print: (text) => process.stdout.write(text),
      terminal: process.stderr.isTTY,
      seedsWhenServing: environment.SEED_DEMO === 'auto' && environment.NODE_ENV !== 'production',
    },
  };
}
