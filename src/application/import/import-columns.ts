/** Says which columns a table may have, and what the text of their cells means. */
import type { ImportSubject } from './import-ports';

/** How the text of a cell is read; `word` is one of a closed set, `open` whatever the attribute is declared as. */
export type CellType = 'text' | 'word' | 'number' | 'boolean' | 'time' | 'list' | 'open';

/** What precedes the name of an attribute. */
export const ATTRIBUTE_PREFIX = 'attributes.';

/** The columns of one subject. */
export interface TableShape {
  readonly columns: ReadonlyMap<string, CellType>;
  readonly required: readonly string[];
  /** Whether columns `attributes.<name>` may be added. */
  readonly hasAttributes: boolean;
}

const table = (
  columns: Readonly<Record<string, CellType>>,
  required: readonly string[],
  hasAttributes = false,
): TableShape => ({ columns: new Map(Object.entries(columns)), required, hasAttributes });

const ACCOUNTS = table(
  {
    id: 'text',
    name: 'text',
    status: 'word',
    plan: 'text',
    billingInterval: 'word',
    currency: 'word',
    paidSince: 'time',
    planSince: 'time',
    churnedAt: 'time',
    segment: 'text',
    industry: 'text',
    country: 'word',
    region: 'word',
    'contract.term': 'word',
    'contract.renewsAt': 'time',
    'health.csat': 'number',
    'health.sentiment': 'number',
    'health.openEscalations': 'number',
    'health.billingIssue': 'boolean',
    'health.churnRisk': 'number',
    'health.usageDropOff': 'boolean',
    'health.asOf': 'time',
    owner: 'text',
    csm: 'text',
    crmId: 'text',
    'contact.name': 'text',
    'contact.phone': 'text',
    'contact.email': 'text',
    addOns: 'list',
    test: 'boolean',
  },
  ['id', 'name', 'status'],
  true,
);

const USAGE = table(
  { id: 'text', accountId: 'text', metric: 'text', value: 'number', kind: 'word', at: 'time' },
  ['id', 'accountId', 'metric', 'value', 'at'],
);

const EVENTS = table(
  {
    id: 'text',
    accountId: 'text',
    type: 'word',
    at: 'time',
    'data.plan': 'text',
    'data.renewsAt': 'time',
    'data.term': 'word',
    'data.score': 'number',
    'data.resolved': 'boolean',
    'data.feature': 'text',
  },
  ['id', 'accountId', 'type', 'at'],
);

/** The table of each subject: members of the API's inputs, dotted where they are nested. */
export const TABLES: Readonly<Record<ImportSubject, TableShape>> = {
  accounts: ACCOUNTS,
  usage: USAGE,
  events: EVENTS,
};
