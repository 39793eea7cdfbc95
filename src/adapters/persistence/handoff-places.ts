/** Counts what people take on in a calendar month, inside the transaction that records the yes. */
import type { Recording } from '../../application/respond/response-ports';
import type { Account } from '../../domain/accounts/account';
import { monthOf } from '../../domain/responses/calendar-period';
import { NO_HANDOFFS, type HandoffLoad } from '../../domain/responses/handoff-load';
import { MAX_OWNER_BYTES } from './column-types';
import { keyText, storableKey } from './key-text';
import { insertRows } from './multi-row';
import type { SqlSession } from './sql-database';
import type { HandoffCountRow } from './tables/handoff-count-table';

const SELECT_PROFILE = 'SELECT profile FROM account WHERE id = ?';
const COLUMNS = ['month', 'kind', 'subject', 'accepted'];
const KEY = '(month = ? AND kind = ? AND subject = ?)';

type Place = readonly [month: string, kind: 'owner' | 'offer', subject: string];

/** What was read, with the rows that a yes would count in. */
export interface HandoffPlaces {
  readonly load: HandoffLoad;
  /** Empty where nothing is about to be taken on. */
  readonly locked: readonly Place[];
}

/**
 * The month's counts of the account's owner and of the offers. Where one is about to be taken on, their rows stay locked
 * until the transaction ends: the owner's before the offer's, so that no two wait for each other.
 */
export async function handoffPlaces(
  session: SqlSession,
  { accountId, handoffs, now }: Recording,
): Promise<HandoffPlaces> {
  const month = monthOf(now);
  if (!handoffs) return { load: NO_HANDOFFS, locked: [] };
  const owner = await ownerPlace(session, accountId, month);
  const offers = handoffs.offerKeys.map((key): Place => [month, 'offer', storableKey(key)]);
  const places = owner === null ? offers : [owner, ...offers];
  const isTaken = handoffs.kind === 'taken';
  if (isTaken) await createMissing(session, places);
  const load = loadOf(await select(session, places, isTaken));
  return { load, locked: isTaken ? places : [] };
}

/** One more for the owner and for the offer. Throws a RangeError where their places were not locked before. */
export async function takeOn(
  session: SqlSession,
  { locked }: HandoffPlaces,
  offerKey: string,
): Promise<void> {
  const places = locked.filter(([, kind, subject]) => kind === 'owner' || subject === offerKey);
  if (!places.some(([, kind]) => kind === 'offer'))
    throw new RangeError(`Nobody asked for a place of \`${offerKey}\` first.`);
  const sql = `UPDATE handoff_count SET accepted = accepted + 1 WHERE ${anyOf(places)}`;
  await session.run(sql, places.flat());
}

async function ownerPlace(session: SqlSession, accountId: string, month: string): Promise<Place | null> {
  const [row] = await session.all<{ readonly profile: string }>(SELECT_PROFILE, [accountId]);
  const { owner } = row === undefined ? {} : (JSON.parse(row.profile) as Partial<Account>);
  return owner === undefined ? null : [month, 'owner', storableKey(owner, MAX_OWNER_BYTES)];
}

/** A row that is there is locked too, on both databases. */
async function createMissing(session: SqlSession, places: readonly Place[]): Promise<void> {
  const leave =
    session.dialect === 'mysql' ? ' ON DUPLICATE KEY UPDATE accepted = accepted' : ' ON CONFLICT DO NOTHING';
  const rows = places.map((place) => [...place, 0]);
  await insertRows(session, 'handoff_count', COLUMNS, rows, leave);
}

function select(
  session: SqlSession,
  places: readonly Place[],
  isTaken: boolean,
): Promise<readonly HandoffCountRow[]> {
  const lock = isTaken && session.dialect === 'mysql' ? ' FOR UPDATE' : '';
  const sql = `SELECT kind, subject, accepted FROM handoff_count WHERE ${anyOf(places)}${lock}`;
  return session.all<HandoffCountRow>(sql, places.flat());
}

function anyOf(places: readonly Place[]): string {
  return places.map(() => KEY).join(' OR ');
}

function loadOf(rows: readonly HandoffCountRow[]): HandoffLoad {
  const ofOwner = rows.find(({ kind }) => keyText(kind) === 'owner')?.accepted ?? 0;
  const ofOffers = rows.filter(({ kind }) => keyText(kind) === 'offer');
  return {
    ofOwner,
    ofOffer: new Map(ofOffers.map(({ subject, accepted }) => [keyText(subject), accepted])),
  };
}
