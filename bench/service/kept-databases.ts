/** Remembers which filled databases an earlier run left behind, and whether they can still be used. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchAccounts } from './bench-accounts';

/** What tells one filling from another. */
interface Kept {
  readonly kind: string;
  readonly accounts: number;
  readonly ours: number;
  readonly folder: string;
}

/** Whether they hold these very accounts, filled today: the facts of an account age by the day. */
export function isKept(request: Kept, now = Date.now()): boolean {
  const file = noteOf(request);
  return existsSync(file) && readFileSync(file, 'utf8') === fillingOf(request, now);
}

/** Notes that they are filled. */
export function rememberKept(request: Kept, now = Date.now()): void {
  mkdirSync(request.folder, { recursive: true });
  writeFileSync(noteOf(request), fillingOf(request, now));
}

function noteOf({ kind, accounts, folder }: Kept): string {
  return path.join(folder, `kept-${kind}-${accounts}.json`);
}

function fillingOf({ ours }: Kept, now: number): string {
  const sample = JSON.stringify([...benchAccounts(20, 0)]);
  const generator = createHash('sha256').update(sample).digest('hex');
  return JSON.stringify({ day: new Date(now).toISOString().slice(0, 10), ours, generator });
}
