/** Checks that industry wording replaces plain words, never placeholders. */
import { error } from '../documents/found';
import { below } from '../documents/json-pointer';
import type { Check } from './check';

const BRACES = /[{}]/;

/** Words and their replacements in the wording of an offer. */
export const wordingWords: Check = (subject) => {
  if (subject.kind !== 'offer') return [];
  return Object.entries(subject.document.wording).flatMap(([industry, words]) =>
    Object.entries(words)
      .filter(([from, to]) => BRACES.test(from) || BRACES.test(to))
      .map(([from]) =>
        error(
          'TEMPLATE_SYNTAX',
          below(`/wording/${industry}`, from),
          'Wording takes plain words, no placeholders.',
        ),
      ),
  );
};
