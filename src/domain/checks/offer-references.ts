/** Checks that what an offer names exists. */
import type { Check } from './check';
import { referenceProblems } from './reference';

/** Plan, topic, plans it is available on, and the metrics of what it adds and of its value case. */
export const offerReferences: Check = (subject, context) => {
  if (subject.kind !== 'offer') return [];
  const { plan, topic, availableOn, adds, valueCase } = subject.document;
  return [
    ...referenceProblems('plan', plan, '/plan', context),
    ...referenceProblems('topic', topic, '/topic', context),
    ...availableOn.flatMap((key, i) => referenceProblems('plan', key, `/availableOn/${i}`, context)),
    ...Object.keys(adds).flatMap((key) => referenceProblems('metric', key, `/adds/${key}`, context)),
    ...referenceProblems('metric', valueCase?.metric, '/valueCase/metric', context),
  ];
};
