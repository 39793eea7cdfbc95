/** Finds out what the releases that presented something had to offer. */
import { buildDocumentSet } from '../../domain/documents/build-document-set';
import type { Release } from '../../domain/documents/release';
import { publishedOffers, type PublishedOffers } from '../../domain/reports/published-offers';
import type { ReleaseStore } from '../ports';

/** Reads each release once; a number without a release is not in `known`. */
export class ReleaseCatalogues {
  private readonly asked = new Set<number>();
  private readonly found = new Map<number, PublishedOffers>();

  constructor(private readonly store: Pick<ReleaseStore, 'byNumber'>) {}

  /** What was learned so far. */
  get known(): ReadonlyMap<number, PublishedOffers> {
    return this.found;
  }

  /** Reads the releases of these numbers that were not asked for yet. */
  async learn(numbers: Iterable<number>): Promise<void> {
    for (const number of numbers) {
      if (this.asked.has(number)) continue;
      this.asked.add(number);
      const release = await this.store.byNumber(number);
      if (release !== null) this.found.set(number, offersOf(release));
    }
  }
}

function offersOf({ publishedAt, documents }: Release): PublishedOffers {
  const sold = documents.filter(({ kind }) => kind === 'offer' || kind === 'plan');
  return publishedOffers(publishedAt, buildDocumentSet(sold).documents);
}
