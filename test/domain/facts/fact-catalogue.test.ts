/** The facts that rules may name: documents, with one fact per metric where a name holds a star. */
import { buildFactCatalogue } from '../../../src/domain/facts/fact-catalogue';
import { sampleSet } from '../../support/document-samples';

const catalogue = buildFactCatalogue(sampleSet());

test('a star stands for every metric, and the unit of the metric for a starred unit', () => {
  expect(catalogue.get('usage.seats.used')).toMatchObject({
    metric: 'seats',
    unit: 'seats',
    type: 'integer',
  });
  expect(catalogue.get('usage.messages.used')).toMatchObject({ metric: 'messages', unit: 'messages' });
  expect(catalogue.get('usage.seats.ratio')).toMatchObject({ metric: 'seats', unit: 'ratio' });
  expect(catalogue.has('usage.*.used')).toBe(false);
});

test('every other fact is there under its own name, about no metric', () => {
  expect(catalogue.get('account.plan')).toMatchObject({ name: 'account.plan', metric: null });
  expect(catalogue.size).toBe(8 + 2 * 2);
});

test('facts stand in ascending byte order', () => {
  expect([...catalogue.keys()]).toEqual([...catalogue.keys()].sort());
});

test('a new metric brings its facts with it', () => {
  const set = sampleSet();
  const metric = new Map(set.metric).set('api_calls', {
    key: 'api_calls',
    name: 'API calls',
    unit: 'calls',
    aggregation: 'sum',
    period: 'calendar-month',
  });
  expect(buildFactCatalogue({ ...set, metric }).get('usage.api_calls.used')?.unit).toBe('calls');
});
