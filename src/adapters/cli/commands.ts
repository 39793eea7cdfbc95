/** Carries out the commands of the command line with what the composition root hands over. */
import { writeFile } from 'node:fs/promises';
import type { DecisionQuestion } from '../../application/decide/decision-question';
import type { ContextOptions } from './about-account';
import { auditCommands } from './audit-command';
import { decisionReport } from './decision-report';
import { explainCommands } from './explain-command';
import { importCommand } from './import-command';
import { createKey, listKeys, revokeKey } from './keys-command';
import type { Commands } from './program';
import { readContext } from './read-context';
import { reportCommand } from './report-command';
import { rulesCommands } from './rules-command';
import type { Workbench } from './workbench';
import { untilStopped } from './until-stopped';
import { welcomeText } from './welcome-text';

const DONE = 0;
const REFUSED = 1;
const NOT_UNDERSTOOD = 2;

/** Commands print through `workbench.print`; faults are thrown to main. */
export function createCommands(workbench: Workbench): Commands {
  return {
    serve: () => serve(workbench),
    seed: () => seed(workbench),
    ...rulesCommands(workbench),
    ...explainCommands(workbench),
    showDecision: (accountId, options) => showDecision(workbench, accountId, options),
    createKey: (options) => createKey(workbench, options),
    listKeys: () => listKeys(workbench),
    revokeKey: (id) => revokeKey(workbench, id),
    ...auditCommands(workbench),
    printSchema: async (file) => {
      await writeFile(file, workbench.schemaText());
      workbench.print(`wrote ${file}\n`);
      return DONE;
    },
    report: (options) => reportCommand(workbench, options),
    importFile: (subject, file, options) => importCommand(workbench, subject, file, options),
  };
}

async function serve(workbench: Workbench): Promise<number> {
  const service = await workbench.open();
  const state = await service.prepare({ seed: workbench.seedsWhenServing });
  const { url } = await service.listen();
  workbench.print(welcomeText({ url, apiKey: service.printableKey, ...state }));
  await untilStopped();
  await service.close();
  return DONE;
}

async function seed(workbench: Workbench): Promise<number> {
  const service = await workbench.open();
  const { accounts, seeded } = await service.prepare({ seed: true });
  workbench.print(
    seeded ? `loaded ${accounts} demo accounts\n` : `left alone: the database holds ${accounts} accounts\n`,
  );
  await service.close();
  return seeded ? DONE : REFUSED;
}

async function showDecision(
  workbench: Workbench,
  accountId: string,
  options: ContextOptions,
): Promise<number> {
  const question = toQuestion(accountId, options);
  if (typeof question === 'string') {
    workbench.print(`${question}\n`);
    return NOT_UNDERSTOOD;
  }
  const service = await workbench.open();
  await service.prepare({ seed: false });
  const answer = await service.decide(question);
  await service.close();
  const unknown = `There is no account \`${accountId}\`; \`npm run seed\` loads the demo accounts.\n`;
  workbench.print(answer === null ? unknown : decisionReport(answer.decision, answer.notifications));
  return answer === null ? REFUSED : DONE;
}

function toQuestion(accountId: string, options: ContextOptions): DecisionQuestion | string {
  const context = readContext(options);
  return typeof context === 'string'
    ? context
    : { accountId, userId: options.user ?? null, first: 3, context };
}
