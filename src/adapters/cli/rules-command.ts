/** Carries out `rules …`: what is done with documents in a folder, with what is pending, and with releases. */
import type { RulesReview } from '../../application/govern/review-rules';
import { changesBetween } from '../../domain/changes/changes-between';
import type { PublishOptions, PushOptions, RulesCommands } from './add-rules';
import { changeReport } from './change-report';
import { draftReport } from './draft-report';
import { problemReport } from './problem-report';
import { publishReport } from './publish-report';
import { pullRules } from './pull-command';
import { pushReport } from './push-report';
import { releaseList } from './release-list';
import { simulateRules } from './simulate-command';
import { testReport } from './test-report';
import { withService } from './with-service';
import type { Workbench } from './workbench';

const DONE = 0;
const REFUSED = 1;
const NOT_UNDERSTOOD = 2;
const MOST_LISTED = 20;
const RELEASE_NUMBER = /^[1-9]\d{0,9}$/;

/** The commands over a workbench. */
export function rulesCommands(workbench: Workbench): RulesCommands {
  return {
    checkRules: async (folder) =>
      soundRules(workbench, await workbench.reviewRules(folder)) ? DONE : REFUSED,
    testRules: async (folder) =>
      (await passingRules(workbench, await workbench.reviewRules(folder))) ? DONE : REFUSED,
    diffRules: (folder) => diff(workbench, folder),
    pullRules: (folder, options) => pullRules(workbench, folder, options),
    pushRules: (folder, options) => push(workbench, folder, options),
    showPending: () => showPending(workbench),
    simulateRules: (options) => simulateRules(workbench, options),
    approveRules: ({ comment }) => approve(workbench, comment ?? null),
    publishRules: (folder, options) =>
      options.draft === true ? publishDraft(workbench, options) : publish(workbench, folder, options),
    rollBackRules: (release, { message }) => rollBack(workbench, release, message),
    listReleases: () =>
      withService(workbench, async ({ rules }) => {
        workbench.print(releaseList(await rules.releases(MOST_LISTED)));
        return DONE;
      }),
  };
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
  const release = await withService(workbench, (service) => service.release());
  if (release === null) {
    workbench.print('There is no release yet; `npm run rules -- publish` makes the first.\n');
    return REFUSED;
  }
  const changes = changesBetween(release.documents, review.documents);
  workbench.print(changeReport(changes, release.number));
  return changes.length === 0 ? DONE : REFUSED;
}

async function push(workbench: Workbench, folder: string, options: PushOptions): Promise<number> {
  const review = await workbench.reviewRules(folder);
  if (!soundRules(workbench, review)) return REFUSED;
  return withService(workbench, async ({ rules }) => {
    const { prune = false, message: reason = null } = options;
    const pushed = await rules.push(review.documents, { prune, reason });
    workbench.print(pushReport(pushed));
    return 'error' in pushed ? REFUSED : DONE;
  });
}

function showPending(workbench: Workbench): Promise<number> {
  return withService(workbench, async ({ rules }) => {
    workbench.print(draftReport(await rules.pending()));
    return DONE;
  });
}

function approve(workbench: Workbench, comment: string | null): Promise<number> {
  return withService(workbench, async ({ rules }) => {
    const { workspace } = await rules.pending();
    const { error } = await rules.approve(workspace.revision, comment);
    workbench.print(error === null ? draftReport(await rules.pending()) : `${error.message}\n`);
    return error === null ? DONE : REFUSED;
  });
}

async function publish(workbench: Workbench, folder: string, { message }: PublishOptions): Promise<number> {
  const review = await workbench.reviewRules(folder);
  if (!soundRules(workbench, review)) return REFUSED;
  return withService(workbench, async ({ rules }) => {
    const published = await rules.publish(review.documents, message);
    workbench.print(publishReport(published));
    return published.error === null ? DONE : REFUSED;
  });
}

async function publishDraft(workbench: Workbench, { message, at }: PublishOptions): Promise<number> {
  const time = at === undefined ? null : Date.parse(at);
  if (time !== null && Number.isNaN(time)) {
    workbench.print('--at takes a time in RFC 3339, for instance 2026-06-01T09:00:00Z.\n');
    return NOT_UNDERSTOOD;
  }
  return withService(workbench, async ({ rules }) => {
    const published = await rules.publishDraft(message, time);
    workbench.print(publishReport(published));
    return published.error === null ? DONE : REFUSED;
  });
}

async function rollBack(workbench: Workbench, release: string, message: string): Promise<number> {
  if (!RELEASE_NUMBER.test(release)) {
    workbench.print('A release is named by its number; `npm run rules -- releases` lists them.\n');
    return NOT_UNDERSTOOD;
  }
  return withService(workbench, async ({ rules }) => {
    const published = await rules.rollBack(Number(release), message);
    workbench.print(publishReport(published));
    return published.error === null ? DONE : REFUSED;
  });
}
