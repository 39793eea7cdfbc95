/** The shape of documents: every problem at once, each with its place and a way out. */
import { DOCUMENT_KINDS, type DocumentKind } from '../../../src/domain/documents/document-kind';
import { parseDocument } from '../../../src/domain/documents/parse-document';
import { SAMPLES, bent } from '../../support/document-samples';

const problems = (kind: DocumentKind, value: unknown) => {
  const parsed = parseDocument(kind, value);
  return 'problems' in parsed ? parsed.problems : [];
};
const found = (kind: DocumentKind, value: unknown) =>
  problems(kind, value).map(({ code, pointer }) => `${code} ${pointer}`);

test.each(DOCUMENT_KINDS)('every %s sample has the right shape', (kind) => {
  for (const sample of SAMPLES[kind]) expect(found(kind, sample)).toEqual([]);
});

test.each([null, 1, 'text', true, [], undefined, () => 1, 1n])('%p is no document', (value) => {
  for (const kind of DOCUMENT_KINDS) expect(found(kind, value)).toHaveLength(1);
});

const leaf = { fact: 'account.plan', operator: 'equal', value: 'starter' };
const nested = (depth: number): unknown => (depth === 0 ? leaf : { all: [nested(depth - 1)] });

const conditions: [unknown, string[]][] = [
  [undefined, ['MISSING_MEMBER /conditions']],
  [null, ['WRONG_TYPE /conditions']],
  [[], ['WRONG_TYPE /conditions']],
  [leaf, ['ROOT_NOT_A_GROUP /conditions']],
  [{ not: leaf }, []],
  [{ condition: 'paying' }, []],
  [{ all: [] }, ['EMPTY_GROUP /conditions/all']],
  [{ all: leaf }, ['WRONG_TYPE /conditions/all']],
  [{ all: [leaf], any: [leaf] }, ['MIXED_CONDITION /conditions']],
  [{ all: [leaf], prioritty: 1 }, ['UNKNOWN_MEMBER /conditions/prioritty']],
  [
    { all: [leaf], priority: 0, name: '' },
    ['OUT_OF_BOUNDS /conditions/priority', 'OUT_OF_BOUNDS /conditions/name'],
  ],
  [{ all: [{ ...leaf, any: [leaf] }] }, ['MIXED_CONDITION /conditions/all/0']],
  [{ all: [{ condition: 'a', operator: 'equal' }] }, ['MIXED_CONDITION /conditions/all/0']],
  [{ all: [{ condition: 'a', nmae: 'x' }] }, ['UNKNOWN_MEMBER /conditions/all/0/nmae']],
  [{ all: [{ condition: 'A b' }] }, ['WRONG_FORMAT /conditions/all/0/condition']],
  [{ all: [{}] }, ['MISSING_MEMBER /conditions/all/0']],
  [
    { all: [{ fact: 'x' }] },
    ['MISSING_MEMBER /conditions/all/0/operator', 'MISSING_MEMBER /conditions/all/0/value'],
  ],
  [{ all: [{ ...leaf, params: {} }] }, ['UNKNOWN_MEMBER /conditions/all/0/params']],
  [{ all: [{ ...leaf, toJSON: 1 }] }, ['UNKNOWN_MEMBER /conditions/all/0/toJSON']],
  [{ all: [{ ...leaf, value: [[1]] }] }, ['WRONG_TYPE /conditions/all/0/value/0']],
  [{ all: [{ ...leaf, value: { fact: 'x', pth: '$.a' } }] }, ['UNKNOWN_MEMBER /conditions/all/0/value/pth']],
  [{ all: [1, null, 'x'] }, [0, 1, 2].map((i) => `WRONG_TYPE /conditions/all/${i}`)],
  [nested(10), []],
  [nested(11), [`TOO_DEEP /conditions${'/all/0'.repeat(10)}`]],
  [{ any: Array(200).fill(leaf) }, []],
  [{ any: Array(201).fill(leaf) }, ['TOO_MANY_CONDITIONS /conditions']],
  [{ all: [{ ...leaf, operator: 'in', value: Array(1000).fill('x') }] }, []],
];

test.each(conditions)('conditions %j: %j', (value, findings) => {
  expect(found('rule', bent('rule', { conditions: value }))).toEqual(findings);
  expect(found('audience', bent('audience', { conditions: value }))).toEqual(findings);
});

const shapes: [DocumentKind, Record<string, unknown>, string[]][] = [
  ['rule', { prioirty: 5 }, ['UNKNOWN_MEMBER /prioirty']],
  ['rule', { key: 'Not Kebab', priority: 1.5 }, ['WRONG_FORMAT /key', 'WRONG_TYPE /priority']],
  ['rule', { event: { type: 'offer', params: {} } }, ['NOT_ALLOWED /event/type']],
  ['rule', { event: { type: 'score', params: { points: 101 } } }, ['OUT_OF_BOUNDS /event/params/points']],
  ['plan', { limits: { 'A B': 1 } }, ['WRONG_FORMAT /limits/A B']],
  [
    'plan',
    { thresholds: { seats: [{ ratoi: 1 }] } },
    ['MISSING_MEMBER /thresholds/seats/0/ratio', 'UNKNOWN_MEMBER /thresholds/seats/0/ratoi'],
  ],
  ['offer', { validFrom: '2026-02-30T00:00:00Z' }, ['WRONG_FORMAT /validFrom']],
  ['offer', { treatments: [] }, ['OUT_OF_BOUNDS /treatments']],
  ['offer', { valueCase: { type: 'savings' } }, ['NOT_ALLOWED /valueCase/type']],
  ['topic', { body: ' \n ' }, ['OUT_OF_BOUNDS /body']],
  ['fact', { key: '__proto__' }, ['FORBIDDEN_NAME /key']],
  ['policy', { ranking: undefined }, ['MISSING_MEMBER /ranking']],
  ['test', { at: 'soon' }, ['WRONG_FORMAT /at']],
];

test.each(shapes)('%s with %j: %j', (kind, members, findings) => {
  expect(found(kind, bent(kind, members))).toEqual(findings);
});

test('misspelt members and words are answered with near ones', () => {
  const hints = (members: object) =>
    problems('rule', { ...bent('rule', {}), ...members }).map(({ hint }) => hint);
  expect(hints({ prioirty: 5 })).toEqual(['Did you mean `priority`?']);
  expect(hints({ event: { type: 'recomend-offer', params: {} } })).toEqual([
    'Did you mean `recommend-offer`?',
  ]);
});

test('a value that contains itself ends', () => {
  const value: Record<string, unknown> = bent('rule', {});
  value.conditions = value;
  expect(found('rule', value)[0]).toMatch(/^TOO_DEEP/);
});

test('defaults are filled in', () => {
  const parsed = parseDocument('rule', bent('rule', { priority: undefined }));
  expect(parsed).toMatchObject({ document: { priority: 1, enabled: true } });
});
