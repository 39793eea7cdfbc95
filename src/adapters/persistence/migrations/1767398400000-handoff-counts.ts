/** Creates the counts of handoffs by month, and counts what was accepted before. */
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import type { Account } from '../../../domain/accounts/account';
import { monthOf } from '../../../domain/responses/calendar-period';
import type { History } from '../../../domain/responses/history';
import { type Dialect, keyType, MAX_OWNER_BYTES } from '../column-types';
import { dialectOf } from '../dialect-of';
import { keyText, type StoredKey } from '../key-text';

const TABLE = 'handoff_count';
const PAGE_ROWS = 500;
const PAGE =
  'SELECT h.account_id AS account_id, h.history AS history, a.profile AS profile FROM account_history h ' +
  `JOIN account a ON a.id = h.account_id WHERE h.account_id > ? ORDER BY h.account_id LIMIT ${PAGE_ROWS}`;
const INSERT = `INSERT INTO ${TABLE} (month, kind, subject, accepted) VALUES (?, ?, ?, ?)`;

interface PastRow {
  readonly account_id: StoredKey;
  readonly history: string;
  readonly profile: string;
}

type Place = readonly [month: string, kind: 'owner' | 'offer', subject: string];

/**
 * Running it again after it broke off half-way counts anew. Handoffs that a process of an older version accepts while it
 * runs are not counted; within an account its history still does.
 */
export class HandoffCounts1767398400000 implements MigrationInterface {
  readonly name = 'HandoffCounts1767398400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(handoffCount(dialectOf(runner)), true);
    const counts = await countHandoffs(runner);
    await runner.query(`DELETE FROM ${TABLE}`);
    for (const [place, accepted] of counts)
      await runner.query(INSERT, [...(JSON.parse(place) as Place), accepted]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(handoffCount(dialectOf(runner)), true);
  }
}

function handoffCount(dialect: Dialect): Table {
  return new Table({
    name: TABLE,
    columns: [
      { name: 'month', ...keyType(dialect), isPrimary: true },
      { name: 'kind', ...keyType(dialect), isPrimary: true },
      { name: 'subject', ...keyType(dialect, MAX_OWNER_BYTES), isPrimary: true },
      { name: 'accepted', type: 'integer' },
    ],
  });
}

/** Account by account, a page at a time. */
async function countHandoffs(runner: QueryRunner): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  let after = '';
  for (;;) {
    const rows = (await runner.query(PAGE, [after])) as readonly PastRow[];
    for (const place of rows.flatMap(placesOf)) {
      const key = JSON.stringify(place);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return counts;
    after = keyText(last.account_id);
  }
}

function placesOf({ history, profile }: PastRow): readonly Place[] {
  const { owner } = JSON.parse(profile) as Partial<Account>;
  const { prompts } = JSON.parse(history) as History;
  return prompts.flatMap(({ answer, closeMode, offerKey }): readonly Place[] => {
    if (answer?.kind !== 'ACCEPTED' || closeMode !== 'HANDOFF') return [];
    const month = monthOf(Date.parse(answer.at));
    const ofOffer: Place = [month, 'offer', offerKey];
    return owner === undefined ? [ofOffer] : [ofOffer, [month, 'owner', owner]];
  });
}
