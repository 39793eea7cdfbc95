/** Notices without an offer and tasks for people: when they are written, silenced and worded. */
import type { Account } from '../../../src/domain/accounts/account';
import type { UsageMatrix } from '../../../src/domain/usage/usage-matrix';
import { decide, type Beside } from '../../../src/domain/decisions/decide';
import type { EventType } from '../../../src/domain/documents/kinds/rule-document';
import { aSnapshot, daysAgo, IN_APP, NOW, used } from '../../support/decisions-account';
import { ask, NOTHING_BEFORE } from '../../support/decisions-ask';
import { ALWAYS, aRelease, rule, when, type Input } from '../../support/decisions-release';

type Params<T extends string> = Extract<Input<'rule'>['event'], { type: T }>['params'];

function notify(key: string, members: Partial<Params<'notify'>> = {}, priority = 1): Input<'rule'> {
  const params: Params<'notify'> = {
    kind: 'USAGE_LIMIT',
    metric: 'seats',
    placements: ['billing-page'],
    title: 'At {{trigger.used}} of {{trigger.limit}} {{trigger.unit}}',
    body: 'Nothing stops.',
    ...members,
  };
  return rule(key, ALWAYS, { type: 'notify', params }, { priority });
}

function silence(members: Partial<Params<'suppress'>>, conditions = ALWAYS): Input<'rule'> {
  return rule('silence', conditions, { type: 'suppress', params: { code: 'SNOOZED', ...members } });
}

function task(members: Partial<Params<'create-task'>> = {}): Input<'rule'> {
  const params: Params<'create-task'> = {
    kind: 'ESCALATION',
    assignee: 'csm',
    title: 'Call {{account.name}}',
    summary: 'They use {{usage.seats.used}} seats.',
    topic: 'bundles',
    ...members,
  };
  return { ...rule('other', ALWAYS, { type: 'create-task', params }), description: 'Health is red.' };
}

async function noticesOf(
  rules: Input<'rule'>[],
  account: Partial<Account> = {},
  usage: UsageMatrix = { seats: used(9) },
) {
  return (await ask(aRelease({ rule: rules }), aSnapshot(account, usage))).notices;
}

describe('a notice', () => {
  it("says the account's own numbers", async () => {
    expect(await noticesOf([notify('n')])).toMatchObject([
      { ruleKey: 'n', title: 'At 9 of 10 seats', trigger: { used: 9, limit: 10 }, expiresAt: null },
    ]);
  });

  it('is dropped where a number is not known', async () => {
    expect(await noticesOf([notify('n')], {}, {})).toEqual([]);
  });

  it('is the only one on its metric, the most important; one that cannot be worded gives way', async () => {
    const rules = [
      notify('low'),
      notify('high', {}, 5),
      notify('other', { metric: undefined, title: 'Hello' }),
    ];
    expect((await noticesOf(rules)).map(({ ruleKey }) => ruleKey)).toEqual(['high', 'other']);
    const wordless = notify('high', { title: 'In {{account.industry}}' }, 5);
    expect((await noticesOf([notify('low'), wordless])).map(({ ruleKey }) => ruleKey)).toEqual(['low']);
  });

  it.each<[string, number, Input<'rule'>, Partial<Account>]>([
    ['silent while health is red', 0, silence({ code: 'HEALTH_RED' }), {}],
    ['silent where a rule silences notices', 0, silence({ notices: true }), {}],
    [
      'silent where such a rule is undecided',
      0,
      silence({ notices: true }, when('health.csat', 'lessThan', 3)),
      { health: {} },
    ],
    [
      'heard where such a rule does not match',
      1,
      silence({ notices: true }, when('health.csat', 'lessThan', 3)),
      {},
    ],
    ['heard where a rule suppresses offers alone', 1, silence({}), {}],
  ])('is %s', async (_, count, guard, account) => {
    expect(await noticesOf([notify('n'), guard], account)).toHaveLength(count);
  });

  it.each<[string, string | undefined, string, number]>([
    ['counts its hours from the crossing', '2026-06-16T11:00:00.000Z', '2026-06-15T11:00:00.000Z', 24],
    ['goes when they have passed', undefined, '2026-06-14T12:00:00.000Z', 24],
  ])('%s', async (_, expiresAt, crossedAt, expiresInHours) => {
    const crossings = [{ threshold: { ratio: 0.9 }, crossedAt }];
    const [notice] = await noticesOf(
      [notify('n', { expiresInHours })],
      {},
      { seats: used(9, { crossings }) },
    );
    expect(notice?.expiresAt).toBe(expiresAt);
  });

  it('without a crossing counts them from the last full hour', async () => {
    const [notice] = await noticesOf([notify('n', { expiresInHours: 1.5 })]);
    expect(notice?.expiresAt).toBe('2026-06-15T13:30:00.000Z');
  });
});

describe('a task', () => {
  it.each<[string, Record<string, unknown>, Params<'create-task'>['assignee'], Partial<Account>]>([
    [
      'goes to the CSM',
      { assignee: 'kim', title: 'Call Acme', summary: 'They use 9 seats.' },
      'csm',
      { csm: 'kim' },
    ],
    ['goes to the owner', { assignee: 'lee' }, 'owner', { owner: 'lee', csm: 'kim' }],
    ['goes to nobody where nobody is known', { assignee: null }, 'owner', {}],
    ['cites the playbook', { talkingPoints: 'Else.' }, 'csm', {}],
  ])('%s', async (_, expected, assignee, account) => {
    const { tasks } = await ask(aRelease({ rule: [task({ assignee })] }), aSnapshot(account));
    expect(tasks).toMatchObject([expected]);
  });

  it('is not lost for want of a figure', async () => {
    const { tasks } = await ask(
      aRelease({ rule: [task()] }),
      aSnapshot({}, { seats: used(9, { asOf: daysAgo(99) }) }),
    );
    expect(tasks).toMatchObject([{ title: 'Call Acme', summary: 'Health is red.' }]);
  });
});

describe('what is not asked for beside the offers', () => {
  it.each<[string, readonly Beside[], EventType[]]>([
    ['is neither evaluated nor written', [], []],
    ['leaves notices where only they are wanted', ['notices'], ['notify']],
    ['leaves tasks where only they are wanted', ['tasks'], ['create-task']],
    ['is nothing where nobody says what is wanted', ['notices', 'tasks'], ['notify', 'create-task']],
  ])('%s', async (_, beside, wanted) => {
    const release = aRelease({ rule: [notify('n'), task()] });
    const evaluated = jest.spyOn(release.rules, 'evaluate');
    const snapshot = aSnapshot({}, { seats: used(9) });
    const request = { context: IN_APP, first: 3, ...NOTHING_BEFORE, beside };
    const outcome = await decide(release, snapshot, request, NOW);
    const whole = await ask(release, snapshot);
    expect(outcome.offers).toEqual(whole.offers);
    expect(outcome.notices).toEqual(wanted.includes('notify') ? whole.notices : []);
    expect(outcome.tasks).toEqual(wanted.includes('create-task') ? whole.tasks : []);
    const stages = evaluated.mock.calls.slice(0, 4 + wanted.length).map(([stage]) => stage);
    expect(stages).toEqual(['score', 'assign-motion', 'suppress', 'recommend-offer', ...wanted]);
  });
});
