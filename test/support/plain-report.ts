/** Computes the figures of a report the plain way: everything in arrays at once, each metric by its own definition. */
import type { ReportedResponse } from '../../src/application/report/report-ports';
import type { RecordedRows } from './memory-report-reader';

const DAY_MS = 86_400_000;
const FROM = '2026-06-01T00:00:00.000Z';
const TO = '2026-07-01T00:00:00.000Z';
const NOW = Date.parse('2026-08-01T00:00:00.000Z');

/** Which entries to look at. */
export type Keep = (entry: ReportedResponse) => boolean;

/** Distinct values. */
const distinct = (values: readonly unknown[][]) => new Set(values.map((value) => JSON.stringify(value))).size;
const inJune = (at: string) => at >= FROM && at < TO;

/** Figures of June, looked at in August with a response window of 14 days; test accounts are left out. */
export function plainFigures(rows: RecordedRows, keep: Keep = () => true) {
  const tests = new Set(rows.accounts.filter(({ test }) => test).map(({ id }) => id));
  const offers = rows.responses.filter(
    (entry) => !tests.has(entry.accountId) && entry.promptId !== null && isRead(entry),
  );
  const june = offers.filter((entry) => inJune(entry.at) && keep(entry));
  const presentations = june.filter(({ opensPrompt }) => opensPrompt);
  const answersTo = ({ accountId, promptId, at }: ReportedResponse) =>
    offers.filter(
      (answer) =>
        answer.kind !== 'IMPRESSION' &&
        answer.accountId === accountId &&
        answer.promptId === promptId &&
        Date.parse(answer.at) < Date.parse(at) + 14 * DAY_MS,
    );
  const inPrompt = (shown: ReportedResponse) =>
    offers.filter(({ accountId, promptId }) => accountId === shown.accountId && promptId === shown.promptId);
  const isIgnored = (shown: ReportedResponse) =>
    answersTo(shown).length === 0 &&
    inPrompt(shown).some(
      ({ exhausts, at }) => exhausts && Date.parse(at) < Date.parse(shown.at) + 14 * DAY_MS,
    );
  const pairsWith = (kind: string) =>
    presentations
      .filter(
        (presentation) =>
          answersTo(presentation).some((answer) => answer.kind === kind) ||
          (kind === 'DISMISSED' && isIgnored(presentation)),
      )
      .map(({ accountId, subject }) => JSON.stringify([accountId, subject]));
  const accepted = new Set(pairsWith('ACCEPTED'));
  const declined = new Set(pairsWith('DECLINED').filter((pair) => !accepted.has(pair)));
  const dismissed = new Set(
    pairsWith('DISMISSED').filter((pair) => !accepted.has(pair) && !declined.has(pair)),
  );
  const pairs = distinct(presentations.map(({ accountId, subject }) => [accountId, subject]));
  const count = (kind: string) => june.filter((entry) => entry.kind === kind).length;
  return {
    impressions: count('IMPRESSION'),
    presented: presentations.length,
    accepted: count('ACCEPTED'),
    declined: count('DECLINED'),
    snoozed: count('SNOOZED'),
    dismissed:
      count('DISMISSED') +
      june.filter((entry) => entry.exhausts && inPrompt(entry).every(({ kind }) => kind === 'IMPRESSION'))
        .length,
    noResponse: presentations.filter(
      (entry) =>
        NOW >= Date.parse(entry.at) + 14 * DAY_MS && answersTo(entry).length === 0 && !isIgnored(entry),
    ).length,
    rates: [
      accepted.size,
      declined.size,
      dismissed.size,
      pairs - accepted.size - declined.size - dismissed.size,
    ].map((numerator) => [numerator, pairs]),
    accountsPresented: distinct(presentations.map(({ accountId }) => [accountId])),
    reasons: june
      .filter(({ kind }) => kind === 'DECLINED')
      .reduce<Record<string, number>>((sum, { reason }) => {
        const word = reason ?? 'UNSPECIFIED';
        return { ...sum, [word]: (sum[word] ?? 0) + 1 };
      }, {}),
    repeatPitches: presentations.filter((entry) => isRepeat(offers, entry)).length,
    delays: delaysOf(offers.filter(keep)),
  };
}

/** Of what is older than the window, a report reads answers that still bear on it. */
function isRead({ at, kind, silentUntil, conversationId }: ReportedResponse): boolean {
  const silences = (silentUntil ?? '') > FROM || (kind === 'DECLINED' && conversationId !== null);
  return at >= FROM || (kind !== 'IMPRESSION' && silences);
}

function isRepeat(offers: readonly ReportedResponse[], shown: ReportedResponse): boolean {
  const earlier = offers.filter(
    ({ kind, accountId, promptId, at }) =>
      kind !== 'IMPRESSION' && accountId === shown.accountId && promptId !== shown.promptId && at <= shown.at,
  );
  const silent = earlier.some(
    ({ subject, silentUntil }) => subject === shown.subject && (silentUntil ?? '') > shown.at,
  );
  const refused = earlier.some(
    ({ kind, conversationId }) =>
      kind === 'DECLINED' && conversationId !== null && conversationId === shown.conversationId,
  );
  return refused || (silent && shown.signal !== 'EXPLICIT_ASK');
}

/** Minutes in ascending order, one per crossing of June that was prompted until the last response window closed. */
function delaysOf(offers: readonly ReportedResponse[]): readonly number[] {
  const until = new Date(Date.parse(TO) + 14 * DAY_MS).toISOString();
  const prompted = offers.filter(
    ({ opensPrompt, crossedAt, at }) =>
      opensPrompt && crossedAt !== null && inJune(crossedAt) && at >= FROM && at < until,
  );
  const crossings = new Set(
    prompted.map(({ accountId, crossedAt }) => JSON.stringify([accountId, crossedAt])),
  );
  return [...crossings]
    .map((crossing) => {
      const times = prompted
        .filter(({ accountId, crossedAt }) => JSON.stringify([accountId, crossedAt]) === crossing)
        .map(({ at, crossedAt }) => Math.max(0, Date.parse(at) - Date.parse(crossedAt ?? '')) / 60_000);
      return Math.min(...times);
    })
    .toSorted((a, b) => a - b);
}
