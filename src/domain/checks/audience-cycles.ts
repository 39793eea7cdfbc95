/** Checks that no audience refers to itself, directly or through others. */
import { error } from '../documents/found';
import type { DocumentSet } from '../documents/document-set';
import { keysOnCycles } from '../rules/cyclic-audiences';
import type { Check } from './check';
import { audiencesNamed } from './condition-parts';

/** Every audience that lies on a cycle; those that merely lead to one are sound themselves. */
export const audienceCycles: Check = (subject, { set }) => {
  if (subject.kind !== 'audience' || !keysOnCycles(audienceReferences(set)).includes(subject.key)) return [];
  const message = `The audience \`${subject.key}\` refers to itself, directly or through others.`;
  return [error('AUDIENCE_CYCLE', '/conditions', message, 'Take one of the references out.')];
};

/** Keys of the audiences that each audience names. */
export function audienceReferences(set: DocumentSet): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...set.audience].map(([key, document]) => [
      key,
      audiencesNamed({ kind: 'audience', key, document }).map((named) => named.key),
    ]),
  );
}
