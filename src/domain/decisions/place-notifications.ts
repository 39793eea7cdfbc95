/** Puts offers and notices into the places of the product that have room for them (requirement N1). */
import { drop } from './candidate';
import type { DecisionOutcome, Notice, OfferRecommendation, SuppressedOffer } from './decision';
import type { PromptRoom } from './prompt-room';

/** An offer or a notice in its place. */
export type Placed =
  | { readonly kind: 'OFFER'; readonly placement: string; readonly offer: OfferRecommendation }
  | { readonly kind: Notice['kind']; readonly placement: string; readonly notice: Notice };

/** What is shown, most important first, and the offers there was no room for. */
export interface Placement {
  readonly placed: readonly Placed[];
  readonly dropped: readonly SuppressedOffer[];
}

/** What is asked: one place or all of them, and at most so many notifications. */
export interface PlacementRequest {
  readonly placement: string | null;
  readonly first: number;
  /** Among offers that have a place the caps are given out by rank. */
  readonly room: PromptRoom;
}

/**
 * A place has room for one offer, by rank; each takes the first of its places that is free, where the caps leave room for
 * another prompt. A usage notice gives way to an offer on the same metric in the same place. Ordered by priority, offers
 * before notices, then by key.
 */
export function placeNotifications(
  { offers, notices }: Pick<DecisionOutcome, 'offers' | 'notices'>,
  request: PlacementRequest,
): Placement {
  const taken = new Map<string, OfferRecommendation>();
  const crowded: SuppressedOffer[] = [];
  for (const offer of offers) {
    const place = placesOf(offer, request).find((name) => !taken.has(name));
    const surplus = request.room(offer, [...taken.values()]);
    if (place === undefined) crowded.push(placeless(offer, request));
    else if (surplus !== undefined) crowded.push(surplus);
    else taken.set(place, offer);
  }
  const placed = [
    ...[...taken].map(toPlacedOffer),
    ...notices.flatMap((notice) => placeNotice(notice, taken, request)),
  ];
  placed.sort(byImportance);
  const beyond = placed.slice(request.first).flatMap((item) => ('offer' in item ? [item.offer] : []));
  const cut = beyond.map((offer) =>
    full(offer, `Only the first ${request.first} notifications were asked for.`),
  );
  return { placed: placed.slice(0, request.first), dropped: [...crowded, ...cut] };
}

function placeless(offer: OfferRecommendation, request: PlacementRequest): SuppressedOffer {
  if (placesOf(offer, request).length > 0)
    return full(offer, 'Another offer ranks before it in every place it may take.');
  const { placement } = request;
  return full(
    offer,
    placement === null ? 'It has no place to be shown in.' : `It is not shown in \`${placement}\`.`,
  );
}

function placesOf(item: Pick<Notice, 'placements'>, { placement }: PlacementRequest): readonly string[] {
  return placement === null ? item.placements : item.placements.filter((name) => name === placement);
}

function toPlacedOffer([placement, offer]: readonly [string, OfferRecommendation]): Placed {
  return { kind: 'OFFER', placement, offer };
}

function placeNotice(
  notice: Notice,
  taken: ReadonlyMap<string, OfferRecommendation>,
  request: PlacementRequest,
): readonly Placed[] {
  const place = placesOf(notice, request).find((name) => !tellsTheSame(notice, taken.get(name)));
  return place === undefined ? [] : [{ kind: notice.kind, placement: place, notice }];
}

function tellsTheSame({ kind, trigger }: Notice, offer: OfferRecommendation | undefined): boolean {
  return kind === 'USAGE_LIMIT' && trigger !== null && offer?.trigger?.metric === trigger.metric;
}

function full({ offerKey }: OfferRecommendation, message: string): SuppressedOffer {
  return drop(offerKey, 'ranking', 'PLACEMENT_FULL', message);
}

function byImportance(a: Placed, b: Placed): number {
  const [one, other] = [weightOf(a), weightOf(b)];
  return (
    other.priority - one.priority ||
    Number(one.isNotice) - Number(other.isNotice) ||
    one.rank - other.rank ||
    (one.key < other.key ? -1 : 1)
  );
}

interface Weight {
  readonly priority: number;
  readonly isNotice: boolean;
  readonly rank: number;
  readonly key: string;
}

function weightOf(item: Placed): Weight {
  return 'offer' in item
    ? { priority: item.offer.priority, isNotice: false, rank: item.offer.rank, key: item.offer.offerKey }
    : { priority: item.notice.priority, isNotice: true, rank: 0, key: item.notice.ruleKey };
}
