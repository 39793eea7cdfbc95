/** The tables of the plain service: accounts and usage in columns, documents as JSON. */
import { EntitySchema } from 'typeorm';

/** One account; times are RFC 3339 texts. */
export interface AccountRow {
  id: string;
  name: string;
  status: string;
  plan: string;
  billingInterval: string;
  currency: string;
  paidSince: string;
  planSince: string;
  churnedAt: string | null;
  segment: string;
  industry: string;
  country: string;
  region: string;
  contractTerm: string;
  renewsAt: string;
  csat: number;
  sentiment: number;
  openEscalations: number;
  billingIssue: boolean;
  churnRisk: number;
  usageDropOff: boolean;
  lastSupportResolutionAt: string;
  featuresUsed: Record<string, string>;
  attributes: Record<string, unknown>;
  usage: UsageRow[];
}

/** What an account uses of one metric. */
export interface UsageRow {
  accountId: string;
  metric: string;
  used: number;
  previous: number | null;
  sustainedSince: string | null;
  account?: AccountRow;
}

/** One document of any kind. */
export interface DocumentRow<T = unknown> {
  key: string;
  body: T;
}

const text = { type: 'varchar', length: 80 } as const;

/** The account table. */
export const Accounts = new EntitySchema<AccountRow>({
  name: 'NaiveAccount',
  tableName: 'naive_account',
  columns: {
    id: { ...text, primary: true },
    name: text,
    status: text,
    plan: text,
    billingInterval: text,
    currency: text,
    paidSince: text,
    planSince: text,
    churnedAt: { ...text, nullable: true },
    segment: text,
    industry: text,
    country: text,
    region: text,
    contractTerm: text,
    renewsAt: text,
    csat: { type: 'double' },
    sentiment: { type: 'double' },
    openEscalations: { type: 'integer' },
    billingIssue: { type: 'boolean' },
    churnRisk: { type: 'double' },
    usageDropOff: { type: 'boolean' },
    lastSupportResolutionAt: text,
    featuresUsed: { type: 'simple-json' },
    attributes: { type: 'simple-json' },
  },
  relations: { usage: { type: 'one-to-many', target: 'NaiveUsage', inverseSide: 'account' } },
});

/** The usage table, one row per account and metric. */
export const Usages = new EntitySchema<UsageRow>({
  name: 'NaiveUsage',
  tableName: 'naive_usage',
  columns: {
    accountId: { ...text, primary: true },
    metric: { ...text, primary: true },
    used: { type: 'double' },
    previous: { type: 'double', nullable: true },
    sustainedSince: { ...text, nullable: true },
  },
  relations: {
    account: {
      type: 'many-to-one',
      target: 'NaiveAccount',
      joinColumn: { name: 'accountId' },
      inverseSide: 'usage',
    },
  },
});

/** The kinds of document the plain service reads. */
export const KINDS = ['plan', 'offer', 'metric', 'audience', 'rule', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

function documentTable(kind: Kind): EntitySchema<DocumentRow> {
  return new EntitySchema<DocumentRow>({
    name: `Naive_${kind}`,
    tableName: `naive_${kind}`,
    columns: { key: { ...text, primary: true }, body: { type: 'simple-json' } },
  });
}

/** One table per kind of document. */
export const Documents = {
  plan: documentTable('plan'),
  offer: documentTable('offer'),
  metric: documentTable('metric'),
  audience: documentTable('audience'),
  rule: documentTable('rule'),
  policy: documentTable('policy'),
} satisfies Record<Kind, EntitySchema<DocumentRow>>;
