/** Loads the demo accounts into a real database and asks for each what it was made to show. */
import { SeedsDirectory } from '../../../src/adapters/files/seeds-directory';
import { RecordAccountEvents } from '../../../src/application/ingest/record-account-events';
import { RecordUsage } from '../../../src/application/ingest/record-usage';
import { UpsertAccounts } from '../../../src/application/ingest/upsert-accounts';
import { SeedDemo } from '../../../src/application/seed/seed-demo';
import type { CompiledRelease } from '../../../src/domain/decisions/compiled-release';
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { describeEachDatabase, type TestDatabase } from '../../support/databases';
import { NOTHING_BEFORE } from '../../support/decisions-ask';
import { releaseOf, shippedDocuments } from '../../support/shipped-rules';

const inApp = { surface: 'IN_APP' } as const;
const ask = { ...inApp, intent: 'EXPLICIT_ASK' } as const;
const sso = { ...inApp, intent: 'GATED_FEATURE', feature: 'sso' } as const;

/** Account, question, motion, and the offers made or `offer: code` of the one that was not. */
const SHOWN: readonly (readonly [string, DecisionContext, string, string])[] = [
  ['acme-dental', inApp, 'UPSELL', 'scale-plan'],
  ['larkspur-letters', inApp, 'UPSELL', 'growth-plan'],
  ['oak-street-books', inApp, 'UPSELL', 'growth-plan: NO_SIGNAL'],
  ['oak-street-books', sso, 'UPSELL', 'growth-plan'],
  ['juniper-spa', inApp, 'NONE', 'growth-plan: TENURE_TOO_SHORT'],
  ['juniper-spa', ask, 'NONE', 'growth-plan'],
  ['willow-florist', inApp, 'CROSS_SELL', 'desk-for-the-team'],
  ['lakeside-inn', inApp, 'RETENTION', 'scale-plan: NO_SIGNAL'],
  ['harbor-view-hotel', inApp, 'NONE', 'scale-plan: NO_SIGNAL'],
  ['elm-books', inApp, 'WIN_BACK', 'welcome-back'],
  ['pine-outfitters', inApp, 'RENEWAL', 'scale-plan: RENEWAL_WINDOW'],
  ['alder-press', inApp, 'UPSELL', 'scale-plan: SEGMENT_HUMAN_ONLY'],
  ['alder-press', { surface: 'ACCOUNT_TEAM' }, 'UPSELL', 'scale-plan'],
  ['poplar-labs', inApp, 'UPSELL', 'scale-plan'],
  ['birch-bakery', inApp, 'NONE', 'growth-plan: NO_PAID_RELATIONSHIP'],
  ['northwind-cafe', ask, 'NONE', 'growth-plan: NO_SIGNAL'],
  ['rowan-hotel', inApp, 'NONE', 'growth-plan: HEALTH_RED'],
  ['rowan-hotel', ask, 'NONE', 'growth-plan'],
  ['hazel-vets', inApp, 'UPSELL', 'growth-plan'],
  ['spruce-cinemas', inApp, 'UPSELL', 'growth-plan: HOLDOUT'],
  ['larch-logistics', inApp, 'UPSELL', 'message-pack'],
  ['ash-architects', inApp, 'UPSELL', 'growth-plan: NO_SIGNAL'],
  ['linden-law', inApp, 'UPSELL', 'automated-exports'],
  ['beech-brewery', inApp, 'UPSELL', 'growth-plan'],
  ['chestnut-cafe', inApp, 'UPSELL', 'growth-plan'],
  ['quiet-harbour', inApp, 'NONE', 'growth-plan: TENURE_TOO_SHORT'],
  ['hudson-optics', inApp, 'UPSELL', 'growth-plan: REGION_BLOCKED'],
  ['aspen-dental', inApp, 'UPSELL', 'downgrade-to-starter: OTHER_MOTION'],
  ['old-mill-yarns', inApp, 'UPSELL', 'growth-plan'],
  ['echo-support', inApp, 'UPSELL', 'automated-exports: OTHER_MOTION'],
  ['dusty-archive', inApp, 'UPSELL', 'growth-plan: NO_SIGNAL'],
  ['fern-yoga', inApp, 'NONE', 'growth-plan: FACT_MISSING'],
  ['maple-records', inApp, 'UPSELL', 'message-pack'],
];

let release: CompiledRelease;

beforeAll(async () => {
  release = releaseOf(await shippedDocuments());
});

function seedDemo({ stores }: TestDatabase, now: string): SeedDemo {
  const clock = { now: () => Date.parse(now) };
  const releases = { current: () => release };
  const ingestion = [stores.accountStore, releases, clock] as const;
  return new SeedDemo({
    accounts: stores.accounts,
    files: new SeedsDirectory('seeds'),
    clock,
    upsertAccounts: new UpsertAccounts(...ingestion),
    recordUsage: new RecordUsage(...ingestion),
    recordAccountEvents: new RecordAccountEvents(...ingestion),
  });
}

async function shown({ stores }: TestDatabase, id: string, context: DecisionContext, now: string) {
  const snapshot = await stores.accounts.snapshot(id);
  if (snapshot === null) throw new Error(`No demo account ${id}.`);
  return decide(release, snapshot, { context, first: 3, ...NOTHING_BEFORE }, Date.parse(now));
}

describe.each(['2026-11-21T13:00:00.000Z', '2027-03-01T00:00:10.000Z'])('loaded at %s', (now) => {
  describeEachDatabase('the demo accounts', (database) => {
    test('load whole, and once only', async () => {
      const report = await seedDemo(database, now).execute();
      expect(report).toMatchObject({ loaded: true, accounts: 29, problems: [] });
      const again = await seedDemo(database, now).execute();
      expect(again).toEqual({ loaded: false, accounts: 0, usageEvents: 0, accountEvents: 0, problems: [] });
      expect(await database.stores.accounts.count()).toBe(report.accounts);
    });

    test.each(SHOWN)('%s, asked with %j, is in %s and shows %s', async (id, context, motion, expected) => {
      const outcome = await shown(database, id, context, now);
      const [key = '', code] = expected.split(': ');
      const dropped = outcome.suppressed.find(({ offerKey }) => offerKey === key)?.code;
      expect([outcome.motion.motion, outcome.offers.map(({ offerKey }) => offerKey)]).toEqual([
        motion,
        code === undefined ? [key] : [],
      ]);
      expect(dropped).toBe(code);
    });

    test('a threshold is crossed when the usage came in, not when it is asked for', async () => {
      const { offers } = await shown(database, 'acme-dental', inApp, now);
      const tenMinutesAgo = new Date(Date.parse(now) - 600_000).toISOString();
      expect(offers[0]?.trigger).toMatchObject({
        used: 45,
        limit: 50,
        threshold: 0.9,
        crossedAt: tenMinutesAgo,
      });
    });
  });
});
