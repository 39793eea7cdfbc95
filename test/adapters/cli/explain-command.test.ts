import { stripVTControlCharacters } from 'node:util';
import { createCommands } from '../../../src/adapters/cli/commands';
import { createProgram } from '../../../src/adapters/cli/program';
import type { OpenService, Workbench } from '../../../src/adapters/cli/workbench';
import type { ExplanationServices } from '../../../src/application/explain/explanation-services';
import { decision, testServices } from '../../support/graphql-services';

const { explanations } = testServices();
const ACCOUNT = 'acc-1';

/** What the commands asked, what they printed and how they ended. */
async function run(words: readonly string[], services: Partial<ExplanationServices> = {}) {
  const printed: string[] = [];
  const asked: object[] = [];
  let closed = 0;
  const service = {
    prepare: () => Promise.resolve({ release: 1, accounts: 1, seeded: false, accountId: null }),
    explanations: {
      ...explanations,
      explain: (question) => {
        asked.push(question);
        return explanations.explain(question);
      },
      ...services,
    } satisfies ExplanationServices,
    close: async () => void (closed += 1),
  } as Partial<OpenService> as OpenService;
  const workbench = {
    open: () => Promise.resolve(service),
    print: (text: string) => void printed.push(text),
  } as Partial<Workbench> as Workbench;
  let exitCode: number | undefined;
  const program = createProgram(createCommands(workbench), (code) => (exitCode = code));
  await program.parseAsync(['rules', ...words], { from: 'user' });
  return { exitCode, text: stripVTControlCharacters(printed.join('')), asked, closed };
}

describe('`rules explain`', () => {
  it('prints motion, readiness, every offer with its stage and code, and the rules', async () => {
    const { exitCode, text, closed } = await run(['explain', ACCOUNT]);
    expect([exitCode, closed]).toEqual([0, 1]);
    for (const told of [
      `Motion ${decision.motion}`,
      'Readiness 75',
      'return-offer  OTHER_MOTION at guardrail: The account is in UPSELL.',
      'Too old: health.csat',
      'motion-upsell',
      'broken  It failed.',
    ])
      expect(text).toContain(told);
  });

  it('hands on the question, the facts, the clock and the draft', async () => {
    const { asked } = await run([
      ...['explain', ACCOUNT, '--user', 'ann', '--surface', 'VOICE', '--intent', 'EXPLICIT_ASK'],
      ...['--feature', 'sso', '--at', '2026-06-01T00:00:00Z', '--draft'],
      ...['--fact', 'usage.seats.used=45', '--fact', 'account.plan=growth', '--fact', 'health.csat=null'],
    ]);
    expect(asked).toEqual([
      {
        accountId: ACCOUNT,
        userId: 'ann',
        context: { surface: 'VOICE', intent: 'EXPLICIT_ASK', feature: 'sso' },
        at: '2026-06-01T00:00:00Z',
        draft: true,
        facts: { 'usage.seats.used': 45, 'account.plan': 'growth', 'health.csat': null },
      },
    ]);
  });

  it.each([
    [['explain', 'nobody'], 1, 'There is no account `nobody`'],
    [['explain', ACCOUNT, '--surface', 'MOON'], 2, '--surface takes one of IN_APP'],
    [['explain', ACCOUNT, '--fact', 'seats'], 2, '--fact takes name=value'],
    [['starter-test', 'nobody'], 1, 'There is no account `nobody`'],
    [['starter-test', ACCOUNT, '--intent', 'MAYBE'], 2, '--intent takes one of'],
  ])('ends %j with %i and says why', async (words, exitCode, sentence) => {
    const answer = await run(words);
    expect(answer.exitCode).toBe(exitCode);
    expect(answer.text).toContain(sentence);
  });

  it('says what can’t be overridden', async () => {
    const { exitCode, text } = await run(['explain', ACCOUNT, '--fact', 'seats=1'], {
      explain: async () => ({
        failure: 'INVALID_ARGUMENT',
        argument: 'facts',
        message: 'can’t be overridden so. There is no fact `seats`.',
      }),
    });
    expect([exitCode, text]).toEqual([2, 'facts can’t be overridden so. There is no fact `seats`.\n']);
  });

  it('tells the rules nearest to matching first', async () => {
    const rule = (key: string, unmet: number) => ({
      key,
      stage: 'suppress' as const,
      outcome: 'NOT_MATCHED' as const,
      summary: 'It did not match.',
      conditions: null,
      unmet,
    });
    const sample = await explanations.explain({ accountId: ACCOUNT } as never);
    if ('failure' in sample) throw new Error(sample.failure);
    const many = Array.from({ length: 25 }, (_, at) => rule(`far-${at}`, 5));
    const { text } = await run(['explain', ACCOUNT], {
      explain: async () => ({ ...sample, rules: [...many, rule('near', 1)] }),
    });
    expect(text.indexOf('near')).toBeLessThan(text.indexOf('far-0'));
    expect(text).toContain('near  suppress, 1 comparison away');
    expect(text).toContain('… and 6 more');
  });
});

it('`rules starter-test` prints the canonical text and nothing else', async () => {
  const { exitCode, text } = await run(['starter-test', ACCOUNT]);
  expect(exitCode).toBe(0);
  expect(text.startsWith('{')).toBe(true);
  expect(JSON.parse(text)).toMatchObject({ key: 'starter', expect: { offers: [] } });
});
