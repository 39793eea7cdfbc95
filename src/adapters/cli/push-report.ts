/** Prints what became of pushing a folder into the draft. */
import pc from 'picocolors';
import type { PushOutcome } from '../../application/govern/push-documents';

/** A line per document, then what to do next. */
export function pushReport(outcome: PushOutcome): string {
  if ('error' in outcome) return `${pc.red(outcome.error.message)}\n`;
  const { saved, deleted, left } = outcome;
  const lines = [
    ...saved.map((name) => `${pc.yellow('~')} ${name}`),
    ...deleted.map((name) => `${pc.red('-')} ${name}`),
    ...left.map((name) => pc.dim(`  ${name} is not in the folder and stays; --prune deletes it`)),
  ];
  const next =
    'npm run rules -- pending  shows what is pending, npm run rules -- publish --draft  publishes it';
  const counts = `${saved.length} saved, ${deleted.length} deleted, ${left.length} left alone`;
  return `${[...lines, counts, ...(saved.length + deleted.length > 0 ? [pc.dim(next)] : [])].join('\n')}\n`;
}
