/** Checks that a rule about usage names the metric, and that the offer does something for it. */
import { error, warning } from '../documents/found';
import type { KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import type { Check, CheckContext } from './check';
import { recommendationOf } from './rule-references';

/** USAGE_LIMIT without a metric has no numbers to show; an offer that lifts another limit does not help. */
export const signalMetric: Check = (subject, context) => [
  ...missingMetric(subject),
  ...metricNotLifted(subject, context),
];

function missingMetric(subject: KeyedDocument): readonly Problem[] {
  if (subject.kind !== 'rule') return [];
  const { event } = subject.document;
  const isAboutUsage =
    (event.type === 'recommend-offer' && event.params.signal === 'USAGE_LIMIT') ||
    (event.type === 'notify' && event.params.kind === 'USAGE_LIMIT');
  if (!isAboutUsage || event.params.metric !== undefined) return [];
  const message = 'A rule about a usage limit must name the metric whose numbers it shows.';
  return [error('METRIC_MISSING', '/event/params/metric', message, 'Add `metric`.')];
}

function metricNotLifted(subject: KeyedDocument, { set }: CheckContext): readonly Problem[] {
  const params = recommendationOf(subject);
  const offer = set.offer.get(params?.offer ?? '');
  if (params?.signal !== 'USAGE_LIMIT' || params.metric === undefined || offer === undefined) return [];
  const plan = set.plan.get(offer.plan ?? '');
  const isLifted =
    Object.hasOwn(offer.adds, params.metric) || Object.hasOwn(plan?.limits ?? {}, params.metric);
  const message = `The offer \`${params.offer}\` says nothing of a limit for \`${params.metric}\`.`;
  return isLifted ? [] : [warning('METRIC_NOT_LIFTED', '/event/params/metric', message)];
}
