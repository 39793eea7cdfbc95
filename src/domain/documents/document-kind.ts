/** Names the kinds of document that ops edit and a release pins together. */

/** Every kind, in the order in which a release lists them: what is referred to comes before what refers to it. */
export const DOCUMENT_KINDS = [
  'fact',
  'metric',
  'plan',
  'topic',
  'offer',
  'audience',
  'rule',
  'policy',
  'test',
] as const;

/** One kind of document; also the name of its folder under `rules/`. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
