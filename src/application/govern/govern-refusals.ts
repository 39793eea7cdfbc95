/** Words why a governing call did nothing. */
import { hasControlCharacter, hasDirectionCharacter } from '../../domain/documents/hostile-characters';
import type {
  InvalidCall,
  KeyReused,
  NoSuchRelease,
  NothingPending,
  NothingScheduled,
  NotPublishable,
  Overtaken,
  OwnChanges,
  StillReferenced,
  Unapproved,
} from './govern-results';

const LONGEST_MESSAGE = 500;
const LINE_ENDS_AND_TABS = /[\n\r\t]/;

/** The pointer names the member at fault. */
export function invalidCall(pointer: string, message: string): InvalidCall {
  return { kind: 'InvalidInput', code: 'INVALID_INPUT', pointer, message };
}

/** A message is 1 to 500 characters on one line that say something; null when it is one. */
export function badMessage(message: string): InvalidCall | null {
  if (message.trim() !== '' && isPrintable(message)) return null;
  return invalidCall('/message', `Say in 1 to ${LONGEST_MESSAGE} printable characters what changes and why.`);
}

/** A comment may be left out; else it is like a message. Null when it is one. */
export function badComment(comment: string | null): InvalidCall | null {
  if (comment === null || isPrintable(comment)) return null;
  return invalidCall('/comment', `A comment has at most ${LONGEST_MESSAGE} printable characters.`);
}

/** Control, direction and line end characters would rewrite what a terminal or a list shows. */
function isPrintable(text: string): boolean {
  if ([...text].length > LONGEST_MESSAGE || LINE_ENDS_AND_TABS.test(text)) return false;
  return !hasControlCharacter(text) && !hasDirectionCharacter(text);
}

/** `what` moved on, in the words of a sentence's beginning. */
export function overtakenBy(what: string): Overtaken {
  const message = `${what}; nothing was done. Look at it as it is now and try again.`;
  return { kind: 'VersionConflict', code: 'VERSION_CONFLICT', message };
}

/** Same key, other call. */
export function keyReused(): KeyReused {
  const message = 'The idempotency key was used for another call; use a new key for a new call.';
  return { kind: 'IdempotencyConflict', code: 'IDEMPOTENCY_CONFLICT', message };
}

/** Names who refers to it. */
export function stillReferenced(name: string, by: readonly string[]): StillReferenced {
  const message = `\`${name}\` can't go while ${by.map((one) => `\`${one}\``).join(', ')} refer to it.`;
  return { kind: 'NotAllowed', code: 'STILL_REFERENCED', message };
}

/** The approver is one of the authors. */
export function ownChanges(): OwnChanges {
  const message = 'You made some of these changes yourself; a second person approves them.';
  return { kind: 'NotAllowed', code: 'OWN_CHANGES', message };
}

/** Nothing is pending. */
export function nothingPending(): NothingPending {
  const message = 'Nothing is pending: the documents are those of the release in force.';
  return { kind: 'NotAllowed', code: 'NOTHING_PENDING', message };
}

/** There is no schedule to take back. */
export function nothingScheduled(): NothingScheduled {
  const message = 'Nothing is scheduled.';
  return { kind: 'NotAllowed', code: 'NOTHING_SCHEDULED', message };
}

/** No release of that number that one could go back to. */
export function noSuchRelease(number: number, current: number): NoSuchRelease {
  const message = `There is no release ${number} to go back to; they go from 1 to ${current - 1}, ${current} is in force.`;
  return { kind: 'NotAllowed', code: 'NO_SUCH_RELEASE', message };
}

/** Counts what keeps it. */
export function notPublishable(errors: number, failedTests: number): NotPublishable {
  const parts = [counted(errors, 'error'), counted(failedTests, 'failed rule test')].filter(
    (part) => part !== '',
  );
  return { kind: 'NotAllowed', code: 'NOT_PUBLISHABLE', message: `Not published: ${parts.join(' and ')}.` };
}

/** Nobody but the authors has agreed. */
export function approvalRequired(): Unapproved {
  const message =
    'The policy asks for the approval of a second person, of the changes as they are now (approveChanges).';
  return { kind: 'ApprovalRequired', code: 'APPROVAL_REQUIRED', message };
}

/** Going back would take the second person away. */
export function approvalDropped(): Unapproved {
  const message =
    'The policy asks for the approval of a second person, and that of this release does not: bring its documents into the draft and have them approved.';
  return { kind: 'ApprovalRequired', code: 'APPROVAL_REQUIRED', message };
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `one ${what}` : `${count} ${what}s`;
}
