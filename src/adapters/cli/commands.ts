/** Carries out the commands of the command line with what the composition root hands over. */
import { writeFile } from 'node:fs/promises';
import type { DecisionQuestion } from '../../application/decide/decision-question';
import type { RulesReview } from '../../application/govern/review-rules';
import { INTENTS, SURFACES } from '../../domain/documents/kinds/vocabulary';
import { changesBetween } from '../../domain/changes/changes-between';
import { changeReport } from './change-report';
import { auditCommands } from './audit-command';
import { decisionReport } from './decision-report';
import { importCommand } from './import-command';
import { createKey, listKeys, revokeKey } from './keys-command';
import { problemReport } from './problem-report';
import type { Commands, ShowOptions } from './program';
import { reportCommand } from './report-command';
import type { Workbench } from './workbench';
import { testReport } from './test-report';
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
    checkRules: async (folder) =>
      soundRules(workbench, await workbench.reviewRules(folder)) ? DONE : REFUSED,
    testRules: async (folder) =>
      (await passingRules(workbench, await workbench.reviewRules(folder))) ? DONE : REFUSED,
    diffRules: (folder) => diff(workbench, folder),
    publishRules: (folder, message) => publish(workbench, folder, message),
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

function soundRules({ print }: Workbench, review: RulesReview): boolean {
  print(problemReport(review.problems, review.count));
  return !isBroken(review);
}

function isBroken({ problems }: RulesReview): boolean {
  return problems.some(({ problem }) => problem.severity === 'ERROR');
}

async function passingRules(workbench: Workbench, review: RulesReview): Promise<boolean> {
  if (isBroken(review)) return soundRules(workbench, review);
  const results = await workbench.testRules(review.documents);
  workbench.print(testReport(results));
  return results.every(({ passed }) => passed);
}

/** Like `diff` of a shell: nothing to say is 0, differences are 1. What can't be read would look as if it had been taken out. */
async function diff(workbench: Workbench, folder: string): Promise<number> {
  const review = await workbench.reviewRules(folder);
  if (isBroken(review)) {
    workbench.print(problemReport(review.problems, review.count));
    return REFUSED;
  }
  const service = await workbench.open();
  const release = await service.release();
  await service.close();
  if (release === null) {
    workbench.print('There is no release yet; `npm run rules -- publish` makes the first.\n');
    return REFUSED;
  }
  const changes = changesBetween(release.documents, review.documents);
  workbench.print(changeReport(changes, release.number));
  return changes.length === 0 ? DONE : REFUSED;
}

async function publish(workbench: Workbench, folder: string, message: string): Promise<number> {
  const review = await workbench.reviewRules(folder);
  if (!soundRules(workbench, review) || !(await passingRules(workbench, review))) return REFUSED;
  const service = await workbench.open();
  const published = await service.publish(review.documents, message);
  await service.close();
  workbench.print(`${published.sentence}\n`);
  return published.done ? DONE : REFUSED;
}

async function showDecision(workbench: Workbench, accountId: string, options: ShowOptions): Promise<number> {
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

function toQuestion(accountId: string, options: ShowOptions): DecisionQuestion | string {
  const surface = SURFACES.find((known) => known === (options.surface ?? 'IN_APP'));
  const intent = INTENTS.find((known) => known === options.intent);
  if (surface === undefined) return `--surface takes one of ${SURFACES.join(', ')}.`;
  if (options.intent !== undefined && intent === undefined)
    return `--intent takes one of ${INTENTS.join(', ')}.`;
  return {
    accountId,
    userId: options.user ?? null,
    first: 3,
    context: {
      surface,
      ...(intent && { intent }),
      ...(options.feature !== undefined && { feature: options.feature }),
    },
  };
}
