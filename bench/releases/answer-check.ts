/** Holds every answer to one release: all its marks are that release's, and no later question gets an earlier one. */
import { MARKED_OFFER, marksOf } from './mark-documents';

const QUERY = `query Marked($id: ID!) {
  recommendedOffers(accountId: $id) {
    release
    offers { offerKey title whyShown price { proposed { minorUnits } } }
  }
}`;

interface MarkedAnswer {
  readonly data?: {
    readonly recommendedOffers: {
      readonly release: number;
      readonly offers: readonly ({ readonly offerKey: string } & Parameters<typeof marksOf>[0])[];
    };
  };
}

/** Makes questions and judges their answers. */
export class AnswerCheck {
  /** Answers whose parts come from several releases, or whose offer is missing. */
  mixed = 0;
  /** Answers from a release before one that had answered when they were asked for. */
  back = 0;
  /** When the first answer from each release was there, by `performance.now()`. */
  readonly firstSeen = new Map<number, number>();
  private newest = 0;

  /** The answer must be wholly from the newest release seen so far or a later one. */
  question(accountId: string): { readonly body: string; readonly check: (text: string) => void } {
    const atLeast = this.newest;
    const body = JSON.stringify({ query: QUERY, variables: { id: accountId } });
    return { body, check: (text) => this.judge(text, atLeast) };
  }

  private judge(text: string, atLeast: number): void {
    const decision = (JSON.parse(text) as MarkedAnswer).data?.recommendedOffers;
    if (decision === undefined) throw new Error(text);
    const { release, offers } = decision;
    const offer = offers.find(({ offerKey }) => offerKey === MARKED_OFFER);
    const marks = offer === undefined ? [] : marksOf(offer);
    if (marks.length === 0 || marks.some((mark) => mark !== release)) {
      this.mixed += 1;
      throw new Error(`release ${release} answered with ${marks.join(', ')}`);
    }
    if (release < atLeast) {
      this.back += 1;
      throw new Error(`release ${release} answered after ${atLeast}`);
    }
    this.newest = Math.max(this.newest, release);
    if (!this.firstSeen.has(release)) this.firstSeen.set(release, performance.now());
  }
}
