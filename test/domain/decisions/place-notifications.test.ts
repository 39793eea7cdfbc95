/** Places of the product: room for one offer each, usage told once, the most important first. */
import type { Notice, OfferRecommendation } from '../../../src/domain/decisions/decision';
import { drop } from '../../../src/domain/decisions/candidate';
import { placeNotifications, type PlacementRequest } from '../../../src/domain/decisions/place-notifications';
import type { PromptRoom } from '../../../src/domain/decisions/prompt-room';

function anOffer(offerKey: string, rank: number, placements: string[], priority = 10, metric = 'seats') {
  const trigger = { metric, unit: metric, used: 9, limit: 10, ratio: 0.9, threshold: null, crossedAt: null };
  return { offerKey, rank, placements, priority, trigger } as unknown as OfferRecommendation;
}

function aNotice(ruleKey: string, placements: string[], priority = 10, members: Partial<Notice> = {}) {
  const trigger = {
    metric: 'seats',
    unit: 'seats',
    used: 9,
    limit: 10,
    ratio: 0.9,
    threshold: null,
    crossedAt: null,
  };
  return { ruleKey, kind: 'USAGE_LIMIT', placements, priority, trigger, ...members } as unknown as Notice;
}

type Row = readonly [title: string, expected: string[], offers: OfferRecommendation[], notices: Notice[]];

const ENDLESS: PromptRoom = () => undefined;
const ONE_PROMPT: PromptRoom = ({ offerKey }, ahead) =>
  ahead.length === 0 ? undefined : drop(offerKey, 'guardrail', 'CAP_USER', 'One a quarter.');

function shown(
  offers: OfferRecommendation[],
  notices: Notice[],
  placement: string | null = null,
  { first = 9, room = ENDLESS }: Partial<PlacementRequest> = {},
) {
  const { placed, dropped } = placeNotifications({ offers, notices }, { placement, first, room });
  return {
    placed: placed.map(
      (item) => `${'offer' in item ? item.offer.offerKey : item.notice.ruleKey}@${item.placement}`,
    ),
    dropped: dropped.map(({ offerKey, code }) => `${offerKey} ${code}`),
  };
}

describe('placing', () => {
  it.each<Row>([
    ['an offer takes its first place', ['a@x'], [anOffer('a', 1, ['x', 'y'])], []],
    [
      'the next offer takes the next place',
      ['a@x', 'b@y'],
      [anOffer('a', 1, ['x']), anOffer('b', 2, ['x', 'y'])],
      [],
    ],
    ['an offer without places is shown nowhere', [], [anOffer('a', 1, [])], []],
    [
      'a notice stands beside an offer on another metric',
      ['a@x', 'n@x'],
      [anOffer('a', 1, ['x'], 10, 'messages')],
      [aNotice('n', ['x'])],
    ],
    [
      'a notice gives way to an offer on its metric',
      ['a@x'],
      [anOffer('a', 1, ['x'])],
      [aNotice('n', ['x'])],
    ],
    [
      'a notice moves to a place where its metric is not told',
      ['a@x', 'n@y'],
      [anOffer('a', 1, ['x'])],
      [aNotice('n', ['x', 'y'])],
    ],
    [
      'news of the service gives way to nobody',
      ['a@x', 'n@x'],
      [anOffer('a', 1, ['x'])],
      [aNotice('n', ['x'], 10, { kind: 'SERVICE' })],
    ],
    [
      'the more important comes first',
      ['n@y', 'a@x'],
      [anOffer('a', 1, ['x'], 10)],
      [aNotice('n', ['y'], 11)],
    ],
    [
      'an offer comes before an equal notice',
      ['z@x', 'n@y'],
      [anOffer('z', 1, ['x'])],
      [aNotice('n', ['y'])],
    ],
    ['equal offers go by rank', ['z@x', 'a@y'], [anOffer('z', 1, ['x']), anOffer('a', 2, ['y'])], []],
    ['equal notices go by key', ['m@x', 'n@x'], [], [aNotice('n', ['x']), aNotice('m', ['x'])]],
  ])('%s', (_, expected, offers, notices) => {
    expect(shown(offers, notices).placed).toEqual(expected);
  });

  it('narrows to one place', () => {
    const offers = [anOffer('a', 1, ['x']), anOffer('b', 2, ['y'])];
    expect(shown(offers, [aNotice('n', ['x', 'y'])], 'y')).toEqual({
      placed: ['b@y'],
      dropped: ['a PLACEMENT_FULL'],
    });
  });

  it('names the offers there was no room for', () => {
    const offers = [anOffer('a', 1, ['x']), anOffer('b', 2, ['x'])];
    expect(shown(offers, []).dropped).toEqual(['b PLACEMENT_FULL']);
  });

  it.each([
    [
      'that another offer ranks before it',
      ['x'],
      null,
      'Another offer ranks before it in every place it may take.',
    ],
    ['that it is not for the place asked for', ['x'], 'y', 'It is not shown in `y`.'],
    ['that it has no place at all', [], null, 'It has no place to be shown in.'],
  ])('says of an offer without room %s', (_, placements, placement, message) => {
    const offers = [anOffer('a', 1, ['x']), anOffer('b', 2, placements)];
    const { dropped } = placeNotifications(
      { offers, notices: [] },
      { placement, first: 9, room: () => undefined },
    );
    expect(dropped.find(({ offerKey }) => offerKey === 'b')).toMatchObject({ message });
  });

  it('shows no more than asked for, and names the offers that this cost', () => {
    const offers = [anOffer('a', 1, ['x']), anOffer('b', 2, ['y'], 5)];
    expect(shown(offers, [aNotice('n', ['z'], 7)], null, { first: 2 })).toEqual({
      placed: ['a@x', 'n@z'],
      dropped: ['b PLACEMENT_FULL'],
    });
  });

  it('gives the room under the caps to offers that have a place, by rank', () => {
    const offers = [anOffer('a', 1, ['x']), anOffer('b', 2, ['y']), anOffer('c', 3, ['y', 'z'])];
    expect(shown(offers, [], null, { room: ONE_PROMPT })).toEqual({
      placed: ['a@x'],
      dropped: ['b CAP_USER', 'c CAP_USER'],
    });
    expect(shown(offers, [], 'y', { room: ONE_PROMPT })).toEqual({
      placed: ['b@y'],
      dropped: ['a PLACEMENT_FULL', 'c PLACEMENT_FULL'],
    });
  });
});
