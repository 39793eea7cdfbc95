/** Remembers which accounts were kept at which version, so that an account that does not change is looked for once. */
import type { DecisionLogEntry } from '../../application/ports';

/** One version of an account. */
export type AccountVersion = Pick<DecisionLogEntry, 'accountId' | 'accountVersion'>;

/** The newest version of each account that was seen; what is forgotten is looked for again. */
const MOST_ACCOUNTS = 50_000;

/** Of this process only: another one may have kept more. */
export class KeptVersions {
  private readonly versions = new Map<string, number>();

  /** The versions of a batch that are not known to be kept, each once. */
  unknownOf(entries: readonly AccountVersion[]): readonly AccountVersion[] {
    const unknown = new Map<string, AccountVersion>();
    for (const { accountId, accountVersion } of entries) {
      if (this.versions.get(accountId) !== accountVersion)
        unknown.set(`${accountVersion} ${accountId}`, { accountId, accountVersion });
    }
    return [...unknown.values()];
  }

  /** To be called once they are committed, whether the accounts still had those versions or not: those that had not never will. */
  note(versions: readonly AccountVersion[]): void {
    if (this.versions.size + versions.length > MOST_ACCOUNTS) this.versions.clear();
    for (const { accountId, accountVersion } of versions) this.versions.set(accountId, accountVersion);
  }
}
