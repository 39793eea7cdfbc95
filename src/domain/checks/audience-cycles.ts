/** Checks that no audience refers to itself, directly or through others. */
import { error } from '../documents/found';
import type { DocumentSet } from '../documents/document-set';
import { keysOnCycles } from '../rules/cyclic-audiences';
import type { Check } from './check';
import { audiencesNamed } from './condition-parts';

/** Every audience that lies on a cycle; those that merely lead to one are sound themselves. */
export const audienceCycles: Check = (subject, context) => {
  if (subject.kind !== 'audience' || !context.derived(audiencesOnCycles).has(subject.key)) return [];
  const message = `The audience \`${subject.key}\` refers to itself, directly or through others.`;
  return [error('AUDIENCE_CYCLE', '/conditions', message, 'Take one of the references out.')];
};

function audiencesOnCycles(set: DocumentSet): ReadonlyMap<string, true> {
  const references = new Map(
    [...set.audience].map(([key, document]) => [
      key,
      audiencesNamed({ kind: 'audience', key, document }).map((named) => named.key),
    ]),
  );
  return new Map(keysOnCycles(references).map((key) => [key, true]));
}
