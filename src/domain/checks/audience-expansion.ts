/** Checks that conditions stay bounded when every audience in them is written out. */
import type { DocumentSet } from '../documents/document-set';
import { error } from '../documents/found';
import type { KeyedDocument } from '../documents/keyed-document';
import type { Check } from './check';
import { audiencesNamed, conditionNodes } from './condition-parts';

/** Conditions of one rule or audience, with every audience in it written out. */
export const MOST_EXPANDED_CONDITIONS = 2000;
/** Audiences within audiences. */
export const MOST_AUDIENCE_LEVELS = 10;

interface Expansion {
  readonly size: number;
  readonly levels: number;
}

/** References that multiply, and chains that are too long to follow. Cycles are another check's. */
export const audienceExpansion: Check = (subject, { set }) => {
  const { size, levels } = expansionOf(subject, set, new Map());
  if (size <= MOST_EXPANDED_CONDITIONS && levels <= MOST_AUDIENCE_LEVELS) return [];
  const message =
    levels > MOST_AUDIENCE_LEVELS
      ? `Audiences are nested more than ${MOST_AUDIENCE_LEVELS} levels deep.`
      : `Written out, these are more than ${MOST_EXPANDED_CONDITIONS} conditions.`;
  return [error('AUDIENCE_TOO_LARGE', '/conditions', message, 'Refer to fewer audiences.')];
};

/**
 * Each audience is measured once. One that is being measured counts as nothing, which ends cycles; one too far down, or
 * one too many, counts as too much, which ends everything else.
 */
function expansionOf(
  subject: KeyedDocument,
  set: DocumentSet,
  known: Map<string, Expansion>,
  level = 0,
): Expansion {
  const inner = audiencesNamed(subject).map(({ key }) => audienceExpansionOf(key, set, known, level + 1));
  return {
    size: conditionNodes(subject).length + inner.reduce((sum, { size }) => sum + size, 0),
    levels: Math.max(0, ...inner.map(({ levels }) => levels)),
  };
}

function audienceExpansionOf(
  key: string,
  set: DocumentSet,
  known: Map<string, Expansion>,
  level: number,
): Expansion {
  const document = set.audience.get(key);
  const measured = known.get(key);
  if (measured !== undefined || document === undefined) return measured ?? { size: 0, levels: 0 };
  if (level > MOST_AUDIENCE_LEVELS) return { size: 0, levels: MOST_AUDIENCE_LEVELS + 1 };
  if (known.size > MOST_EXPANDED_CONDITIONS) return { size: MOST_EXPANDED_CONDITIONS + 1, levels: 0 };
  known.set(key, { size: 0, levels: 0 });
  const { size, levels } = expansionOf({ kind: 'audience', key, document }, set, known, level);
  const expansion = { size, levels: levels + 1 };
  known.set(key, expansion);
  return expansion;
}
