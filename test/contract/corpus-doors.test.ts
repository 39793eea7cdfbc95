/** Promise P1: every bad document is refused at every door with a place and a reason, and every good one is taken. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSql } from '../../src/adapters/persistence/open-sql';
import { parseJsonStrictly } from '../../src/domain/documents/strict-json';
import { corpusCatalogue } from '../corpus/corpus-catalogue';
import {
  fileDoor,
  publishDoor,
  saveDoor,
  tableDoor,
  validateDoor,
  type Door,
  type Incoming,
} from '../corpus/corpus-doors';
import { expandDocument } from '../corpus/expand-document';
import { jsonText } from '../corpus/json-text';
import { toOurDocuments } from '../corpus/to-our-documents';
import { describeEachDatabase } from '../support/databases';
import { ANN, replicaOf } from '../support/governed-database';
import type { DocumentValue } from '../support/read-values';

interface Case {
  readonly id: string;
  readonly document: unknown;
  readonly expected: 'accept' | 'reject';
}

/** A key that two documents share is no fault of either, where they are judged one after the other. */
const OF_NO_CONCERN: Readonly<Record<string, readonly string[]>> = { validateDocument: ['structure-049'] };

const CASES = readFileSync(join(__dirname, '../corpus/bad-rules.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

/** A row of that size fits no packet of a server; the other doors are asked to take it. */
const LARGEST_ROW = 1_000_000;
/** One after the other the documents of a larger import are sound; that it is refused as a whole, rules-corpus.test.ts holds. */
const MOST_AT_ONCE = 100;

function incoming({ document }: Case): Incoming {
  const expanded = expandDocument(document);
  const raw = (expanded as { readonly $raw?: string } | null)?.$raw;
  if (raw === undefined) return incomingValues(toOurDocuments(expanded));
  const read = parseJsonStrictly(raw);
  if ('problems' in read) return { values: null, texts: [{ kind: 'rule', text: raw }] };
  return incomingValues(toOurDocuments(read.value));
}

function incomingValues(values: readonly DocumentValue[]): Incoming {
  const texts = values.map(({ kind, value }) => ({
    kind: kind === 'audience' ? kind : ('rule' as const),
    text: jsonText(value),
  }));
  return { values, texts };
}

interface Tally {
  refused: number;
  bad: number;
  taken: number;
  good: number;
  elsewhere: number;
  slowest: number;
}

/** Large cases take a second to make. */
const ALL = new Map<string, Incoming>();

/** Sends every case through, and answers what went otherwise than the label says. */
async function through(name: string, door: Door): Promise<readonly string[]> {
  const tally: Tally = { refused: 0, bad: 0, taken: 0, good: 0, elsewhere: 0, slowest: 0 };
  const wrong: string[] = [];
  for (const one of CASES) {
    const comes = ALL.get(one.id) ?? incoming(one);
    ALL.set(one.id, comes);
    const tooLarge = name === 'the table' && comes.texts.some(({ text }) => text.length > LARGEST_ROW);
    const exempt =
      tooLarge || comes.texts.length > MOST_AT_ONCE || OF_NO_CONCERN[name]?.includes(one.id) === true;
    const began = performance.now();
    const refusals = exempt ? null : await door(comes);
    tally.slowest = Math.max(tally.slowest, performance.now() - began);
    if (refusals === null) tally.elsewhere += 1;
    else if (!judge(one, refusals, tally)) wrong.push(`${one.id}: ${JSON.stringify(refusals).slice(0, 300)}`);
  }
  const { refused, bad, taken, good, elsewhere, slowest } = tally;
  process.stdout.write(
    `corpus through ${name}: ${refused} of ${bad} bad ones refused with pointer and reason, ${taken} of ${good} good ones taken, ` +
      `${elsewhere} can't come this way; slowest ${slowest.toFixed(0)} ms\n`,
  );
  return wrong;
}

function judge(
  { expected }: Case,
  refusals: readonly { readonly pointer: string; readonly message: string }[],
  tally: Tally,
): boolean {
  if (expected === 'accept') {
    tally.good += 1;
    tally.taken += refusals.length === 0 ? 1 : 0;
    return refusals.length === 0;
  }
  const told = refusals.every(({ pointer, message }) => /^(\/.*)?$/su.test(pointer) && message.length > 10);
  tally.bad += 1;
  tally.refused += refusals.length > 0 && told ? 1 : 0;
  return refusals.length > 0 && told;
}

describe('the corpus', () => {
  it.each<[string, Door]>([
    ['validateDocument', validateDoor],
    ['a file', fileDoor],
    ['publish', publishDoor()],
  ])(
    'is judged as labelled at the door %s',
    async (name, door) => {
      expect(await through(name, door)).toEqual([]);
    },
    300_000,
  );
});

describeEachDatabase('the corpus', (database) => {
  beforeAll(async () => {
    const published = await replicaOf(database.stores).publish.documents({
      documents: corpusCatalogue,
      message: 'The catalogue of the corpus.',
      actor: ANN,
    });
    if (published.error !== null) throw new Error(JSON.stringify(published));
  });

  it('is judged as labelled at the door saveDocument', async () => {
    const sql = await openSql(database.url);
    const forget = () =>
      sql.transaction(async (session) => void (await session.run('DELETE FROM draft_document', [])));
    expect(
      await through(
        'saveDocument',
        saveDoor(() => database.stores, forget),
      ),
    ).toEqual([]);
    await sql.close();
  }, 300_000);

  it('is quarantined as labelled when it is written straight into the table', async () => {
    expect(
      await through(
        'the table',
        tableDoor(() => database.stores),
      ),
    ).toEqual([]);
  }, 300_000);
});
