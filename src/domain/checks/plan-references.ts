/** Checks that the metrics a plan names exist. */
import type { Check } from './check';
import { referenceProblems } from './reference';

/** Metrics of limits, overage and thresholds. */
export const planReferences: Check = (subject, context) => {
  if (subject.kind !== 'plan') return [];
  const { limits, overage, thresholds } = subject.document;
  return Object.entries({ limits, overage, thresholds }).flatMap(([member, byMetric]) =>
    Object.keys(byMetric).flatMap((key) => referenceProblems('metric', key, `/${member}/${key}`, context)),
  );
};
