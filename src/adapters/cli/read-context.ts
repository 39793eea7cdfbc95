/** Reads where and why a question is asked from the options of a command. */
import type { DecisionContext } from '../../domain/decisions/decision';
import { INTENTS, SURFACES } from '../../domain/documents/kinds/vocabulary';
import type { ContextOptions } from './about-account';

/** The context, in the app unless told otherwise; or a sentence that says which words an option takes. */
export function readContext({
  surface: place = 'IN_APP',
  intent: purpose,
  feature,
}: ContextOptions): DecisionContext | string {
  const surface = SURFACES.find((known) => known === place);
  const intent = INTENTS.find((known) => known === purpose);
  if (surface === undefined) return `--surface takes one of ${SURFACES.join(', ')}.`;
  if (purpose !== undefined && intent === undefined) return `--intent takes one of ${INTENTS.join(', ')}.`;
  return { surface, ...(intent && { intent }), ...(feature !== undefined && { feature }) };
}
