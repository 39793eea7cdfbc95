/** Declares the attribute facts of the workload and gives every account values for them. */
import type { FactDocument } from '../../src/domain/documents/kinds/fact-document';
import { seededRandom } from '../service/seeded-random';

const DAY_MS = 86_400_000;
/** Spreads neighbouring positions over all seeds: 2^32 divided by the golden ratio. */
const SPREAD = 2_654_435_761;
const SEED = 40_260_101;

const count = { type: 'integer', minimum: 0 } as const;

/** Facts the shipped catalogue lacks: an object to reach into by path, a list, and a date on either side of now. */
export const WORKLOAD_FACTS: readonly FactDocument[] = [
  {
    key: 'attributes.profile',
    type: 'object',
    source: 'attributes',
    meaning: 'How the customer works: channels, team, home region, main feature.',
    fields: {
      'channels/email': count,
      'channels/chat': count,
      'channels/voice': count,
      'team/admins': count,
      'home/region': { type: 'string' },
      mainFeature: { type: 'string' },
      beta: { type: 'boolean' },
      fit: { type: 'number', minimum: 0, maximum: 1 },
    },
    sample: { channels: { email: 120, chat: 40, voice: 3 }, team: { admins: 2 }, beta: false, fit: 0.7 },
  },
  {
    key: 'attributes.tags',
    type: 'list',
    source: 'attributes',
    items: 'string',
    meaning: 'Words that sales put on the account; never none.',
    sample: ['partner', 'multi-brand'],
  },
  {
    key: 'attributes.pilotEndsAt',
    type: 'date',
    source: 'attributes',
    meaning: 'When the pilot of a new feature ends or ended.',
    sample: '2026-06-01T00:00:00.000Z',
  },
];

/** The attributes of the account at a position, as of `now` (milliseconds since the epoch); each present, of its type. */
export function workloadAttributes(position: number, now: number): Readonly<Record<string, unknown>> {
  const random = seededRandom((SEED + Math.imul(position, SPREAD)) >>> 0);
  const tags = ['partner', 'multi-brand', 'seasonal', 'agency', 'franchise', 'regulated'];
  const from = random.between(0, tags.length - 1);
  return {
    profile: {
      channels: {
        email: random.between(0, 900),
        chat: random.between(0, 900),
        voice: random.between(0, 60),
      },
      team: { admins: random.between(1, 9) },
      home: { region: random.pick(['US-CA', 'US-TX', 'DE-BE', 'FR-IDF']) },
      mainFeature: random.pick(['api', 'sso', 'inbox']),
      beta: random.chance(0.3),
      fit: Math.round(random.next() * 1_000) / 1_000,
    },
    tags: [...tags, ...tags].slice(from, from + random.between(1, 3)),
    pilotEndsAt: new Date(now + random.between(-60, 60) * DAY_MS + DAY_MS / 2).toISOString(),
  };
}
