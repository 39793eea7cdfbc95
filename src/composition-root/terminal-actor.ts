/** Tells who sits at the terminal. */
import { userInfo } from 'node:os';
import type { Actor } from '../domain/audit/actor';

/** The user of this process, by the name that the system knows them by. */
export function terminalActor(): Actor {
  const { username } = userInfo();
  return { id: `command-line:${username}`, name: username };
}
