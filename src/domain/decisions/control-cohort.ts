/** Decides which accounts are held out, so that lift can be measured (requirement E2). */
import { stickyShare } from './sticky-share';

const CONTROL_SALT = 'control';

/** Whether an account belongs to the control cohort of so many percent. A larger share keeps every earlier member. */
export function isControl(accountId: string, controlPercent: number): boolean {
  // Nobody's share is below 0, so that none needs to be worked out.
  if (controlPercent <= 0) return false;
  return stickyShare(CONTROL_SALT, accountId) * 100 < controlPercent;
}
