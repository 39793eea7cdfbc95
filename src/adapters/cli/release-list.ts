/** Prints releases: number, time, publisher, hash and message. */
import pc from 'picocolors';
import type { ReleaseLine } from '../../application/govern/release-reader';

const SHOWN_OF_HASH = 12;

/** A line each, in the order given. */
export function releaseList(releases: readonly ReleaseLine[]): string {
  if (releases.length === 0) return 'There is no release yet; `npm run rules -- publish` makes the first.\n';
  return releases.map(lineOf).join('');
}

function lineOf({ number, hash, message, publishedBy, publishedAt }: ReleaseLine): string {
  return `${pc.bold(String(number).padStart(4))}  ${publishedAt}  ${hash.slice(0, SHOWN_OF_HASH)}  ${publishedBy}: ${message}\n`;
}
