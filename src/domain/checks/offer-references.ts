/** Checks that what an offer names exists. */
import { valueCasesOf } from '../documents/value-cases';
import type { Check } from './check';
import { referenceProblems } from './reference';

/** Plan, topic, plans it is available on, and the metrics of what it adds and of its value cases. */
export const offerReferences: Check = (subject, context) => {
  if (subject.kind !== 'offer') return [];
  const { plan, topic, availableOn, adds } = subject.document;
  return [
    ...referenceProblems('plan', plan, '/plan', context),
    ...referenceProblems('topic', topic, '/topic', context),
    ...availableOn.flatMap((key, i) => referenceProblems('plan', key, `/availableOn/${i}`, context)),
    ...Object.keys(adds).flatMap((key) => referenceProblems('metric', key, `/adds/${key}`, context)),
    ...valueCasesOf(subject.document).flatMap(({ definition, pointer }) =>
      referenceProblems('metric', definition.metric, `${pointer}/metric`, context),
    ),
  ];
};
