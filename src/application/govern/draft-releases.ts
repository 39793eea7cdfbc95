/** Makes the documents as they would be published now ready for decisions. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';

/** The release in force with every pending change, compiled. */
export interface DraftReleases {
  /**
   * Goes by the number of the release in force plus one. Without pending changes it decides as the release in force does.
   * Documents that can't be read or are unsound are left out and named in `quarantined`; throws when the policy is not there
   * or can't be relied on.
   */
  draft(): Promise<CompiledRelease>;
}
