/** Checks that every audience a condition names exists. */
import type { Check } from './check';
import { audiencesNamed } from './condition-parts';
import { referenceProblems } from './reference';

/** References from rules and audiences to audiences. */
export const knownAudiences: Check = (subject, context) =>
  audiencesNamed(subject).flatMap(({ key, pointer }) => referenceProblems('audience', key, pointer, context));
