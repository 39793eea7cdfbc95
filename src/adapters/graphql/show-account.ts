/** Turns an account as the application describes it into what the API shows of it. */
import type { AccountView, UsageView } from '../../application/accounts/account-view';
import type { Crossing as RecordedCrossing } from '../../domain/usage/usage-matrix';
import type { Account, Crossing, Usage } from './types/account';

/** The account without its contact data. */
export function showAccount({ account, usage }: AccountView): Account {
  return {
    ...account,
    addOns: account.addOns ?? [],
    attributes: account.attributes ?? {},
    test: account.test ?? false,
    usage: usage.map(showUsage),
  };
}

function showUsage(usage: UsageView): Usage {
  return { ...usage, crossings: usage.crossings.map(showCrossing) };
}

function showCrossing({ threshold, crossedAt }: RecordedCrossing): Crossing {
  return 'ratio' in threshold
    ? { ratio: threshold.ratio, absolute: null, crossedAt }
    : { ratio: null, absolute: threshold.absolute, crossedAt };
}
