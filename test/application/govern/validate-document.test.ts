/** A candidate is judged against the release in force. */
import { ValidateDocument } from '../../../src/application/govern/validate-document';
import { bent, sampleSet } from '../../support/document-samples';
import { checkTools } from '../../support/validation';

const documents = sampleSet();
const validate = new ValidateDocument({ current: () => ({ documents }) }, checkTools);

test('a document that is there already is judged as its replacement', () => {
  expect(validate.execute('rule', bent('rule', { priority: 99 }))).toEqual([]);
});

test('shape comes first, then what the document says of others', () => {
  expect(validate.execute('rule', { key: 'x' }).map(({ pointer }) => pointer)).toEqual([
    '/event',
    '/conditions',
  ]);
  expect(validate.execute('rule', bent('rule', { topic: 'bundels' }))).toMatchObject([
    { code: 'UNKNOWN_TOPIC', pointer: '/topic', hint: 'Did you mean `bundles`?' },
  ]);
});

test('a reference that closes a cycle is found though the set knew none', () => {
  const conditions = { all: [{ condition: 'busy' }] };
  expect(validate.execute('audience', bent('audience', { conditions }))).toMatchObject([
    { code: 'AUDIENCE_CYCLE' },
  ]);
});

test('the set is left as it was', () => {
  validate.execute('rule', bent('rule', { key: 'another' }));
  expect(documents).toEqual(sampleSet());
});
