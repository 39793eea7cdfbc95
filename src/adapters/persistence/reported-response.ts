/** Turns stored entries into what reports read of them: everything but the buyer's own words. */
import type { ReportedResponse } from '../../application/report/report-ports';
import type { Price } from '../../domain/documents/kinds/plan-document';
import { keyText, type StoredKey } from './key-text';
import { fromSqlTime, fromSqlTimeOrNull } from './sql-time';

/** The columns an entry of a report is made of. */
export const REPORTED_COLUMNS = [
  'id',
  'account_id',
  'user_id',
  'kind',
  'prompt_id',
  'subject',
  'at',
  'rule_key',
  'signal_name',
  'treatment',
  'release_number',
  'surface',
  'conversation_id',
  'segment',
  'reason',
  'silent_until',
  'crossed_at',
  'opens_prompt',
  'exhausts',
  'price',
] as const;

/** Keys come as bytes from MySQL. */
export interface ReportedResponseRow {
  readonly id: StoredKey;
  readonly account_id: StoredKey;
  readonly user_id: string | null;
  readonly kind: StoredKey;
  readonly prompt_id: StoredKey | null;
  readonly subject: StoredKey;
  readonly at: string;
  readonly rule_key: StoredKey | null;
  readonly signal_name: StoredKey | null;
  readonly treatment: StoredKey | null;
  readonly release_number: number | null;
  readonly surface: StoredKey;
  readonly conversation_id: string | null;
  readonly segment: StoredKey | null;
  readonly reason: StoredKey | null;
  readonly silent_until: string | null;
  readonly crossed_at: string | null;
  readonly opens_prompt: number;
  /** null: recorded before it was kept. */
  readonly exhausts: number | null;
  /** `49900 USD MONTH`. */
  readonly price: StoredKey | null;
}

/** The closed sets of words are taken as they were written. */
export function reportedResponseOf(row: ReportedResponseRow): ReportedResponse {
  return {
    id: keyText(row.id),
    accountId: keyText(row.account_id),
    userId: row.user_id,
    kind: keyText(row.kind) as ReportedResponse['kind'],
    promptId: keyTextOrNull(row.prompt_id),
    subject: keyText(row.subject),
    at: fromSqlTime(row.at),
    ruleKey: keyTextOrNull(row.rule_key),
    signal: keyTextOrNull(row.signal_name) as ReportedResponse['signal'],
    treatment: keyTextOrNull(row.treatment),
    release: row.release_number,
    surface: keyText(row.surface) as ReportedResponse['surface'],
    conversationId: row.conversation_id,
    segment: keyTextOrNull(row.segment),
    reason: keyTextOrNull(row.reason) as ReportedResponse['reason'],
    silentUntil: fromSqlTimeOrNull(row.silent_until),
    crossedAt: fromSqlTimeOrNull(row.crossed_at),
    opensPrompt: row.opens_prompt === 1,
    exhausts: row.exhausts === 1,
    price: priceOf(row.price),
  };
}

/** One column for the whole price: nothing is summed here, and amounts may be beyond the integers of MySQL. */
export function priceText(price: Price | null): string | null {
  return price === null ? null : `${price.minorUnits} ${price.currency} ${price.interval}`;
}

function priceOf(stored: StoredKey | null): Price | null {
  if (stored === null) return null;
  const [minorUnits, currency = '', interval] = keyText(stored).split(' ');
  return { minorUnits: Number(minorUnits), currency, interval: interval as Price['interval'] };
}

function keyTextOrNull(stored: StoredKey | null): string | null {
  return stored === null ? null : keyText(stored);
}
