/** Carries out `rules pull`: writes what is published as files. */
import type { PullOutcome } from '../../application/govern/pull-documents';
import type { PullFlags } from './add-pull';
import { withService } from './with-service';
import type { Workbench } from './workbench';

const DONE = 0;
const REFUSED = 1;

/** Exit codes: 0 done, 1 refused, or no release yet. */
export function pullRules(workbench: Workbench, folder: string, flags: PullFlags): Promise<number> {
  const { draft = false, prune = false, force = false, dryRun = false } = flags;
  return withService(workbench, async ({ rules }) => {
    const pulled = await rules.pull(folder, { draft, prune, force, dryRun });
    workbench.print(
      pulled === null
        ? 'There is no release yet; `npm run rules -- publish` makes the first.\n'
        : pullReport(pulled, dryRun),
    );
    return pulled === null || pulled.edited.length > 0 ? REFUSED : DONE;
  });
}

function pullReport(pulled: PullOutcome, dryRun: boolean): string {
  const { edited, written, removed, left, unwritable, same, release } = pulled;
  const refused = edited.length > 0;
  const deed = (done: string, undone: string) => (refused || dryRun ? undone : done);
  const lines = [
    ...written.map((path) => `${deed('wrote', 'would write')}  ${path}`),
    ...removed.map((path) => `${deed('removed', 'would remove')}  ${path}`),
    ...left.map((path) => `left  ${path}: release ${release} does not have it; --prune removes it`),
    ...unwritable.map((name) => `skipped  ${name}: no file can have that name`),
    ...edited.map((path) => `edited  ${path}: what it holds is in no release and would be lost`),
  ];
  const end = refused
    ? 'Nothing was written. Publish or push what was edited, or say --force.'
    : `Release ${release}: ${written.length} ${deed('written', 'to write')}, ${removed.length} ${deed('removed', 'to remove')}, ${same} the same.`;
  return `${[...lines, end].join('\n')}\n`;
}
