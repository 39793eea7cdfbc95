/** Makes whole recordings for reports: any small ones, and a large one that is the same every time. */
import fc from 'fast-check';
import type { ReportedResponse } from '../../src/application/report/report-ports';
import type { AccountStory } from '../../src/domain/reports/account-story';
import type { Surface } from '../../src/domain/documents/kinds/vocabulary';
import type { RecordedRows } from './memory-report-reader';
import { anyStory } from './report-arbitrary';
import { reportedAccount, reportedDecision } from './reported-rows';

/** Accounts whose ids fall apart where bytes and UTF-16 are ordered differently. */
const IDS = ['a', 'A', 'b ', 'é', '\uffee', '🚀', 'z'];

/** Rows of up to seven accounts, some of them test accounts, some gone. */
export const anyRows: fc.Arbitrary<RecordedRows> = fc
  .array(fc.record({ story: anyStory, test: fc.boolean(), gone: fc.boolean() }), { maxLength: IDS.length })
  .map((accounts) => ({
    accounts: accounts.flatMap(({ story, test, gone }, at) =>
      gone && !test
        ? []
        : [
            reportedAccount(idAt(at), {
              segment: story.segment,
              status: story.active ? 'PAYING' : 'CHURNED',
              test,
            }),
          ],
    ),
    responses: accounts.flatMap(({ story }, at) => responsesOf(story, idAt(at), at)),
    decisions: accounts.flatMap(({ story }, at) => decisionsOf(story, idAt(at), at)),
    crossings: accounts.flatMap(({ story }, at) =>
      story.crossings.map((crossedAt, each) => ({
        accountId: idAt(at),
        metric: 'seats',
        threshold: `ratio:0.${each + 1}`,
        period: '',
        crossedAt,
      })),
    ),
  }));

const idAt = (at: number): string => IDS[at] ?? `account-${at}`;

function responsesOf({ entries }: AccountStory, accountId: string, account: number): ReportedResponse[] {
  return entries.map((entry, at) => ({
    ...entry,
    surface: entry.surface as Surface,
    id: `entry-${account}-${String(at).padStart(3, '0')}`,
    accountId,
    userId: null,
  }));
}

function decisionsOf({ decisions }: AccountStory, accountId: string, account: number) {
  return decisions.map(({ at, surface, segment, conversationId, candidates }, index) => {
    const blocked = candidates.filter(({ blockedBy }) => blockedBy !== null);
    const payload = {
      context: conversationId === null ? {} : { conversationId },
      facts: segment === null ? {} : { 'account.segment': segment },
      offers: candidates
        .filter(({ blockedBy }) => blockedBy === null)
        .map(({ offer }) => ({ offerKey: offer })),
      suppressed: Object.fromEntries(blocked.map(({ offer, blockedBy }) => [offer, blockedBy])),
      stages: Object.fromEntries(blocked.map(({ offer }) => [offer, 'guardrail'])),
    };
    return reportedDecision(`decision-${account}-${index}`, payload, { accountId, decidedAt: at, surface });
  });
}

const OFFERS = ['growth', 'scale', 'sso', 'seats-pack', 'messages-pack'];
const ANSWERS = ['ACCEPTED', 'DECLINED', 'SNOOZED', 'DISMISSED', 'IMPRESSION'] as const;

/** Five hundred entries of each account in June: prompts that are shown and, four times in five, answered a day later. */
export function manyResponses(account: number): readonly ReportedResponse[] {
  return Array.from({ length: 500 }, (_, at) => {
    const prompt = Math.floor(at / 2);
    const answers = at % 2 === 1;
    const kind = answers ? ANSWERS[(account + prompt) % ANSWERS.length] : 'IMPRESSION';
    const day = new Date(
      Date.parse('2026-06-01T00:00:00.000Z') +
        (prompt % 25) * 86_400_000 +
        ((account * 7 + prompt) % 1440) * 60_000,
    );
    const shownAt = day.toISOString();
    return {
      id: `e-${account}-${String(at).padStart(3, '0')}`,
      accountId: `account-${account}`,
      userId: null,
      kind: kind ?? 'IMPRESSION',
      promptId: `p-${account}-${prompt}`,
      subject: OFFERS[(account + prompt) % OFFERS.length] ?? 'growth',
      at: answers ? new Date(day.getTime() + 86_400_000).toISOString() : shownAt,
      ruleKey: `rule-${prompt % 7}`,
      signal: 'USAGE_LIMIT',
      treatment: 'specific',
      release: 1,
      surface: account % 2 === 0 ? 'IN_APP' : 'SUPPORT_CHAT',
      conversationId: null,
      segment: account % 3 === 0 ? 'high-touch' : 'low-touch',
      reason: kind === 'DECLINED' ? 'NOT_NOW' : null,
      silentUntil: null,
      crossedAt: answers ? null : new Date(day.getTime() - (account % 90) * 60_000).toISOString(),
      opensPrompt: !answers,
      exhausts: false,
      price: null,
    };
  });
}
