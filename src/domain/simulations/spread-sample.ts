/** Keeps a few accounts of many, spread over all of them and the same in every run. */
import { stickyShare } from '../decisions/sticky-share';
import { compareText } from '../collections/compare-text';
import type { AccountShift } from './account-shift';

const SALT = 'simulation';

interface Placed {
  readonly share: number;
  readonly shift: AccountShift;
}

/** The first `size` by a hash of their id: whoever comes in whichever order, the same ones stay. */
export class SpreadSample {
  private readonly placed: Placed[];

  /** `kept` is what an earlier sample of the same size had kept. */
  constructor(
    private readonly size: number,
    kept: readonly AccountShift[],
  ) {
    this.placed = kept.map((shift) => ({ share: shareOf(shift.accountId), shift }));
  }

  /** In the order of the hash. */
  get shifts(): readonly AccountShift[] {
    return this.placed.map(({ shift }) => shift);
  }

  /** The change is spelled out only when the account stays. */
  offer(accountId: string, spell: () => AccountShift): void {
    const share = shareOf(accountId);
    const last = this.placed.at(-1);
    if (this.placed.length >= this.size && (last === undefined || isAhead(last, share, accountId))) return;
    const at = this.placed.findIndex((other) => !isAhead(other, share, accountId));
    this.placed.splice(at < 0 ? this.placed.length : at, 0, { share, shift: spell() });
    if (this.placed.length > this.size) this.placed.pop();
  }
}

function shareOf(accountId: string): number {
  return stickyShare(SALT, accountId);
}

function isAhead({ share, shift }: Placed, ofOther: number, otherId: string): boolean {
  return share === ofOther ? compareText(shift.accountId, otherId) < 0 : share < ofOther;
}
