import { decideForAccount } from '../../../src/application/decide/decide-for-account';
import { notificationsForAccount } from '../../../src/application/decide/notifications-for-account';
import { replayDecision } from '../../../src/application/explain/replay-decision';
import type { DecisionLogEntry } from '../../../src/application/ports';
import { aSnapshot, IN_APP } from '../../support/decisions-account';
import { testPorts } from '../../support/decisions-ports';
import { aRelease, offer, recommend, rule, treatment, when } from '../../support/decisions-release';

const release = aRelease();
const other = aRelease({
  rule: [
    rule('seat-limit', when('usage.seats.ratio', 'greaterThanInclusive', 0.95), recommend('growth-plan')),
  ],
});
const QUESTION = { accountId: 'acme', userId: 'ann', context: IN_APP, first: 3 };

/** A line of the log about the account as it stands. */
async function line(ask: typeof decideForAccount | typeof notificationsForAccount = decideForAccount) {
  const ports = testPorts(release, aSnapshot());
  await ask(ports, QUESTION);
  return ports.entries[0]!;
}

const replay = (
  entry: DecisionLogEntry,
  by = release,
  snapshot: ReturnType<typeof aSnapshot> | null = aSnapshot(),
) =>
  replayDecision(
    {
      logged: {
        find: async (id) => (id === entry.id ? entry : null),
        snapshotAt: async (_id, version) => (version === 1 ? snapshot : null),
      },
      release: async (number) => (number === 7 ? by : null),
    },
    entry.id,
  );

it.each([
  ['offers', decideForAccount],
  ['notifications', notificationsForAccount],
] as const)('a logged decision about %s replays to the same answer', async (_what, ask) => {
  const entry = await line(ask);
  expect(await replay(entry)).toEqual({ entry, outcome: 'SAME', words: [] });
});

it('finds the offers again that came after the last notification asked for', async () => {
  const pack = offer('seat-pack', {
    kind: 'CAPACITY',
    plan: undefined,
    adds: { seats: 5 },
    prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 900 }],
    placements: ['header-banner'],
    treatments: [{ ...treatment('plain', 1), body: 'More.' }],
  });
  const both = aRelease({
    offer: [pack],
    rule: [rule('pack', when('usage.seats.ratio', 'greaterThan', 0.5), recommend('seat-pack'))],
  });
  const ports = testPorts(both, aSnapshot());
  await notificationsForAccount(ports, { ...QUESTION, first: 1 });
  const [entry] = ports.entries;
  expect(entry?.payload).toContain('PLACEMENT_FULL');
  expect(await replay(entry!, both)).toMatchObject({ outcome: 'SAME', words: [] });
});

it('names what is different when the rules are not those it was made with', async () => {
  const replayed = await replay(await line(), other);
  expect(replayed?.outcome).toBe('DIFFERENT');
  expect(replayed?.words.join('\n')).toContain('growth-plan');
});

it('names a member that is different by its name', async () => {
  const replayed = await replay(await line(), release, aSnapshot({ segment: 'high-touch' }));
  expect(replayed?.words).toContain('segment: “self-serve” → “high-touch”');
});

it('replays a line of before that told its facts, which are not compared', async () => {
  const entry = await line();
  const telling = { ...entry, payload: JSON.stringify({ ...JSON.parse(entry.payload), facts: [null, 3] }) };
  expect(await replay(telling)).toMatchObject({ outcome: 'SAME', words: [] });
  expect(await replay(telling, other)).toMatchObject({ outcome: 'DIFFERENT' });
});

describe('what it was made from may be gone', () => {
  it.each([
    ['the release', { release: 99 }, 'There is no release 99 any more.'],
    ['the account', { accountVersion: 5 }, 'Version 5 of the account was not kept'],
    ['the form of the line', { payload: '{"facts":{"account.plan":"starter"}}' }, 'of an older form'],
  ])('%s', async (_what, members, why) => {
    const replayed = await replay({ ...(await line()), ...members });
    expect(replayed).toMatchObject({ outcome: 'NOT_REPLAYABLE', words: [expect.stringContaining(why)] });
  });
});
