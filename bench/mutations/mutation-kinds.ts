/** Names the ways in which a document is corrupted, and how often each is drawn. */

/**
 * Shares of a draw. A kind that runs out of places leaves its share to the others. What people do most, editing conditions and
 * what follows from them, weighs most.
 */
export const MUTATION_WEIGHTS = {
  'operator flipped': 12,
  'threshold moved': 14,
  'fact misspelt': 5,
  'fact exchanged': 6,
  'condition removed': 10,
  'literal changed': 8,
  'all and any swapped': 4,
  'not dropped': 3,
  'audience exchanged': 5,
  'event parameter': 12,
  'priority moved': 3,
  'rule switched': 2,
  'policy setting': 6,
  'plan price': 3,
  'plan contents': 5,
  'offer terms': 8,
  'treatment weight': 1,
  'metric counting': 2,
  'placeholder misspelt': 2,
  'placeholder exchanged': 2,
} as const;

/** One way in which a document is corrupted. */
export type MutationKind = keyof typeof MUTATION_WEIGHTS;

/** In the order of the table. */
export const MUTATION_KINDS = Object.keys(MUTATION_WEIGHTS) as readonly MutationKind[];
