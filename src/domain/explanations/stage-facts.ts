/** Gives each stage back the facts it saw: what it and later stages found was no fact yet. */
import type { EventType } from '../documents/kinds/rule-document';
import { MOTION_FACT } from '../decisions/motion';
import { READINESS_FACT } from '../decisions/readiness';
import type { FactSet } from '../rules/fact-set';

/** Facts of decisions, by the stages that do not see them yet. */
const UNSEEN: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  score: [READINESS_FACT, MOTION_FACT],
  'assign-motion': [MOTION_FACT],
};

/** `facts` are those that the last stage saw. */
export function factsOfStage(stage: EventType, facts: FactSet): FactSet {
  const unseen = UNSEEN[stage];
  if (unseen === undefined) return facts;
  const values = new Map(facts.values);
  for (const name of unseen) values.delete(name);
  return { ...facts, values };
}
