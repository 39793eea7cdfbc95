import fc from 'fast-check';
import type { AccountSnapshot } from '../../../src/domain/accounts/account-snapshot';
import { checkDocuments } from '../../../src/domain/checks/check-documents';
import type { CompiledRelease } from '../../../src/domain/decisions/compiled-release';
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { runRuleTest } from '../../../src/domain/decisions/run-rule-test';
import { canonicalText } from '../../../src/domain/documents/canonical-text';
import { parseDocumentText } from '../../../src/domain/documents/parse-document-text';
import { starterTest } from '../../../src/domain/explanations/starter-test';
import { prompt, PAST, PERSONAL } from './personal-account';
import { NO_HANDOFFS } from '../../../src/domain/responses/handoff-load';
import { EMPTY_HISTORY, type History } from '../../../src/domain/responses/history';
import { aSnapshot, daysAgo, IN_APP, NOW, used } from '../../support/decisions-account';
import { contexts, DRAFT, RULES, snapshots } from '../../support/decisions-arbitrary';
import { fates } from '../../support/decisions-ask';
import { aRelease, policy, rule, TOOLS, when } from '../../support/decisions-release';

const draft = { ...DRAFT, policy: [policy()] };
const release = aRelease(draft, ['rule', 'offer']);

interface Asked {
  readonly context?: DecisionContext;
  readonly userId?: string | null;
  readonly history?: History;
}

const starterOf = (
  snapshot: AccountSnapshot,
  { context = IN_APP, userId = null, history = EMPTY_HISTORY }: Asked = {},
  on = release,
) => starterTest(on, { snapshot, history, handoffs: NO_HANDOFFS, userId, context, now: NOW });

async function documentOf(...question: Parameters<typeof starterOf>) {
  const made = await starterOf(...question);
  if ('problems' in made) throw new Error(made.problems.join('\n'));
  return made.document;
}

describe('a starter test', () => {
  it('passes on the release it was made on, reads back as it is written, and has no problem', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(snapshots, contexts, async (snapshot, context) => {
        const starter = await starterOf(snapshot, { context });
        if ('problems' in starter) return;
        made += 1;
        const { document } = starter;
        expect(await runRuleTest(release, document)).toMatchObject({ passed: true, differences: [] });
        const read = parseDocumentText('test', canonicalText('test', document));
        expect(read).toMatchObject({ document });
      }),
      { numRuns: 150 },
    );
    expect(made).toBeGreaterThan(60);
  });

  it('expects what becomes of the account itself', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, contexts, async (snapshot, context) => {
        const starter = await starterOf(snapshot, { context });
        if ('problems' in starter) return;
        const outcome = await decide(
          release,
          snapshot,
          { context, userId: null, history: EMPTY_HISTORY, first: Infinity },
          NOW,
        );
        const { offers = [], suppressed = {}, motion, readiness } = starter.document.expect;
        expect({ ...Object.fromEntries(offers.map((key) => [key, 'offered'])), ...suppressed }).toEqual(
          fates(outcome),
        );
        expect([motion, readiness]).toEqual([outcome.motion.motion, outcome.readiness.score]);
        expect(starter.document.description).not.toContain('otherwise');
      }),
      { numRuns: 150 },
    );
  });

  it('fails on every release that decides otherwise for the account', async () => {
    const releases = RULES.map((gone) =>
      aRelease({ ...draft, rule: RULES.filter((kept) => kept !== gone) }, ['rule', 'offer']),
    );
    let failed = 0;
    await fc.assert(
      fc.asyncProperty(
        snapshots,
        contexts,
        fc.constantFrom(...releases),
        async (snapshot, context, edited) => {
          const starter = await starterOf(snapshot, { context });
          if ('problems' in starter) return;
          const ask = { context, userId: null, history: EMPTY_HISTORY, first: Infinity };
          const tell = async (on: CompiledRelease) => {
            const outcome = await decide(on, snapshot, ask, NOW);
            return JSON.stringify([fates(outcome), outcome.motion.motion, outcome.readiness.score]);
          };
          const isSame = (await tell(release)) === (await tell(edited));
          const { passed } = await runRuleTest(edited, starter.document);
          if (!passed) failed += 1;
          if (!isSame) expect(passed).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
    expect(failed).toBeGreaterThan(15);
  });

  it('has nothing that the checks of a release would stop', async () => {
    const document = await documentOf(aSnapshot());
    const documents = { ...release.documents, test: new Map([[document.key, document]]) };
    const problems = checkDocuments(documents, TOOLS).filter(({ kind }) => kind === 'test');
    expect(problems).toEqual([]);
  });
});

describe('who the account is', () => {
  it('is told nowhere: not its id, its people, its users, its conversations, nor what no fact declares', async () => {
    const context = { ...IN_APP, conversationId: 'SECRET-talk' };
    const document = await documentOf(PERSONAL, { context, userId: 'SECRET-ann', history: PAST });
    expect(canonicalText('test', document)).not.toContain('SECRET');
    expect(document).toMatchObject({
      account: { owner: 'The owner', csm: 'The CSM', attributes: { 'region-count': 3 } },
      user: 'user-1',
      context: { conversationId: 'conversation-1' },
      history: {
        prompts: [{ user: 'user-1', conversationId: 'conversation-1' }],
        dismissedNotices: [{ user: 'user-2' }],
      },
    });
  });
});

describe('what was shown and answered before', () => {
  it('counts in the test as it does for the account', async () => {
    const document = await documentOf(aSnapshot(), { history: PAST });
    expect(document.expect).toMatchObject({ offers: [], suppressed: { 'growth-plan': 'COOLDOWN' } });
    expect(document.description).not.toContain('otherwise');
  });

  it('is told to differ where a rule test can’t say it', async () => {
    const capped = aRelease(
      { ...draft, policy: [policy({ caps: [{ scope: 'account', limit: 1, period: 'quarter' }] })] },
      ['rule', 'offer'],
    );
    const elsewhere = {
      ...EMPTY_HISTORY,
      prompts: [prompt({ offerKey: 'withdrawn', answer: null, userId: null })],
    };
    const document = await documentOf(aSnapshot(), { history: elsewhere }, capped);
    expect(document.description).toContain('for the account itself it is otherwise with growth-plan');
    expect(await runRuleTest(capped, document)).toMatchObject({ passed: true });
  });
});

describe('the account', () => {
  it('is stated whole: what the usual account of a test has and this one has not is taken away', async () => {
    const bare = {
      account: { id: 'a', name: 'A', status: 'TRIAL' as const, health: { csat: 2 } },
      usage: { seats: used(3), gone: used(1) },
      activity: {},
      version: 1,
    };
    const { account, usage } = await documentOf(bare);
    expect(account).toEqual({
      status: 'TRIAL',
      billingInterval: null,
      currency: null,
      paidSince: null,
      segment: null,
      country: null,
      region: null,
      contract: null,
      health: {
        csat: 2,
        sentiment: null,
        openEscalations: null,
        billingIssue: null,
        churnRisk: null,
        usageDropOff: null,
        asOf: null,
      },
    });
    expect(Object.keys(usage)).toEqual(['seats']);
  });

  it('that no caller could send today has no test, and is told why', async () => {
    expect(await starterOf(aSnapshot({ plan: 'gone' }))).toEqual({
      problems: ['account/plan: The catalogue has no plan `gone`.'],
    });
  });

  it('tells of features those used lately', async () => {
    const snapshot = {
      ...aSnapshot(),
      activity: { featuresUsed: { sso: daysAgo(3), api: daysAgo(90), 'No Key': daysAgo(1) } },
    };
    expect((await documentOf(snapshot)).activity).toEqual({ featuresUsed: { sso: daysAgo(3) } });
  });

  it('is tested by notices and tasks as well', async () => {
    const noticed = aRelease({
      rule: [
        rule('note', when('usage.seats.ratio', 'greaterThan', 0.5), {
          type: 'notify',
          params: { kind: 'SERVICE', placements: ['billing-page'], title: 'Note', body: 'Look.' },
        }),
      ],
    });
    expect((await documentOf(aSnapshot(), {}, noticed)).expect).toMatchObject({
      notices: ['note'],
      tasks: [],
    });
  });
});
