/** Which accounts are taken, and what is said about the others. */
import fc from 'fast-check';
import type { AccountInput } from '../../../src/domain/accounts/account-input';
import { readAccountInput } from '../../../src/domain/accounts/read-account-input';
import { smallCatalogue } from '../../support/small-catalogue';

const NOW = Date.parse('2026-06-15T12:00:00Z');

const base: AccountInput = { id: 'acme', name: 'Acme', status: 'PAYING', plan: 'starter' };

const read = (more: object) => readAccountInput({ ...base, ...more }, smallCatalogue, NOW);

const problemsOf = (more: object) => {
  const reading = read(more);
  return 'problems' in reading ? reading.problems : [];
};

describe('an account that is sent', () => {
  it('is read with its times in UTC and without what is not stated', () => {
    const reading = read({
      paidSince: '2026-03-03T02:00:00+02:00',
      planSince: new Date('2026-04-01T00:00:00Z'),
      currency: null,
      health: { csat: 4, sentiment: null, asOf: '2026-06-01T00:00:00Z' },
      contract: { term: 'ANNUAL', renewsAt: null },
      attributes: { tier: null, tags: ['a'] },
    });
    expect(reading).toEqual({
      value: {
        ...base,
        paidSince: '2026-03-03T00:00:00.000Z',
        planSince: '2026-04-01T00:00:00.000Z',
        health: { csat: 4, asOf: '2026-06-01T00:00:00.000Z' },
        contract: { term: 'ANNUAL' },
        attributes: { tier: null, tags: ['a'] },
      },
    });
  });

  it.each<[string, object]>([
    ['pays without a plan or a date', { plan: undefined, paidSince: undefined }],
    ['is a lead', { status: 'LEAD', plan: null }],
    [
      'churned after it paid',
      { status: 'CHURNED', paidSince: '2026-01-01T00:00:00Z', churnedAt: '2026-05-01T00:00:00Z' },
    ],
    ['has an id of 190 bytes', { id: 'é'.repeat(95) }],
    ['has an id with blanks and signs', { id: ' A-1/β "x" ' }],
    ['starts to pay within a day, as a clock ahead says', { paidSince: '2026-06-16T11:59:59Z' }],
    ['lives in Kosovo', { country: 'XK' }],
    ['has a region without a country', { region: 'US-CA' }],
    [
      'has add-ons twice and a plan beside its own',
      { addOns: ['seat-pack', 'seat-pack', 'audit-add-on', 'growth'] },
    ],
    ['has attributes five levels deep', { attributes: { a: { b: { c: { d: { e: 1 } } } } } }],
  ])('is taken when it %s', (_title, more) => {
    expect(problemsOf(more)).toEqual([]);
  });

  it.each<[pointer: string, words: string, more: object]>([
    ['/id', 'must not be empty', { id: '' }],
    ['/id', 'at most 190 bytes', { id: 'é'.repeat(96) }],
    ['/id', 'control characters', { id: 'a\nb' }],
    ['/id', 'control characters', { id: 'a\ud800' }],
    ['/name', 'missing', { name: null }],
    ['/status', 'PAYNG', { status: 'PAYNG' }],
    ['/plan', 'no plan `startr`', { plan: 'startr' }],
    ['/plan', 'no plan `__proto__`', { plan: '__proto__' }],
    ['/currency', 'no currency `USX`', { currency: 'USX' }],
    ['/currency', 'ISO 4217', { currency: 'usd' }],
    ['/country', 'ISO 3166-1', { country: 'UK' }],
    ['/region', 'ISO 3166-2', { region: 'Calif' }],
    ['/region', 'is in US', { country: 'DE', region: 'US-CA' }],
    ['/paidSince', 'more than a day ahead', { paidSince: '2026-06-16T12:00:01Z' }],
    ['/paidSince', 'RFC 3339', { paidSince: '2026-02-30T00:00:00Z' }],
    ['/paidSince', 'RFC 3339', { paidSince: '2026-02-03' }],
    ['/paidSince', '1970', { paidSince: '1969-12-31T23:59:59Z' }],
    ['/planSince', 'RFC 3339', { planSince: new Date(Number.NaN) }],
    ['/churnedAt', 'needs', { status: 'CHURNED' }],
    ['/churnedAt', 'cannot have churned', { churnedAt: '2026-05-01T00:00:00Z' }],
    [
      '/churnedAt',
      'before it paid',
      { status: 'CHURNED', paidSince: '2026-05-02T00:00:00Z', churnedAt: '2026-05-01T00:00:00Z' },
    ],
    ['/contract/term', 'YEARLY', { contract: { term: 'YEARLY' } }],
    ['/contract/term', 'missing', { contract: { renewsAt: '2026-05-01T00:00:00Z' } }],
    ['/health/csat', 'at most 5', { health: { csat: 5.1 } }],
    ['/health/csat', 'at least 1', { health: { csat: 0 } }],
    ['/health/csat', 'must be a number', { health: { csat: Number.NaN } }],
    ['/health/sentiment', 'at least -1', { health: { sentiment: -1.01 } }],
    ['/health/churnRisk', 'at most 1', { health: { churnRisk: 2 } }],
    ['/health/openEscalations', 'at least 0', { health: { openEscalations: -1 } }],
    ['/health/openEscalations', 'whole number', { health: { openEscalations: 1.5 } }],
    ['/health/asOf', 'more than a day ahead', { health: { asOf: '2027-01-01T00:00:00Z' } }],
    ['/contact/email', 'control characters', { contact: { email: 'a@b\u0000' } }],
    ['/addOns/1', 'no add-on', { addOns: ['seat-pack', 'seat-pak'] }],
    ['/addOns/0', 'no add-on', { addOns: ['growth-plan'] }],
    ['/attributes/__proto__', 'may be called', { attributes: JSON.parse('{"__proto__":1}') as object }],
    ['/attributes/a/constructor', 'may be called', { attributes: { a: { constructor: 1 } } }],
    ['/attributes/a/b/c/d/e', 'levels deep', { attributes: { a: { b: { c: { d: { e: {} } } } } } }],
    ['/attributes/n', 'JSON only', { attributes: { n: Number.POSITIVE_INFINITY } }],
    ['/attributes/f', 'JSON only', { attributes: { f: () => 1 } }],
    ['/attributes/t', 'JSON only', { attributes: { t: 'x'.repeat(4097) } }],
    ['/attributes', 'at most 500', { attributes: { list: Array.from({ length: 500 }, () => 1) } }],
    ['/planning', 'no member `planning`', { planning: 1 }],
  ])('is refused at %s: %s', (pointer, words, more) => {
    const problems = problemsOf(more);
    expect(problems.map((problem) => problem.pointer)).toEqual([pointer]);
    expect(problems[0]?.message).toContain(words);
  });

  it.each<[object, string]>([
    [{ plan: 'startr' }, 'Did you mean `starter`?'],
    [{ addOns: ['seat-pak'] }, 'Did you mean `seat-pack`?'],
    [{ status: 'paying' }, 'Did you mean `PAYING`?'],
    [{ country: 'us' }, 'Did you mean `US`?'],
    [{ plann: 'starter' }, 'Did you mean `plan`?'],
  ])('%j comes back with a near name', (more, hint) => {
    expect(problemsOf(more)[0]?.hint).toContain(hint);
  });

  it('is told all its problems at once', () => {
    const pointers = problemsOf({
      plan: 'x',
      currency: 'XXA',
      country: 'ZZ',
      churnedAt: '2026-01-01T00:00:00Z',
    });
    expect(pointers.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/churnedAt',
      '/country',
      '/currency',
      '/plan',
    ]);
  });

  it('never brings the reader down, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withNullPrototype: true }), (anything) => {
        const reading = readAccountInput(anything, smallCatalogue, NOW);
        return 'problems' in reading && reading.problems.length > 0;
      }),
    );
    fc.assert(
      fc.property(fc.object({ maxDepth: 7 }), (attributes) => {
        const reading = read({ attributes });
        return (
          'value' in reading || reading.problems.every(({ pointer }) => pointer.startsWith('/attributes'))
        );
      }),
    );
  });
});
