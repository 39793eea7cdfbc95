/** Fixes how large a document may be; every door applies the same bounds. */

/** Nesting of objects and lists in any document: ten levels of conditions take two each. */
export const MOST_DEPTH = 40;
/** Values in one document, counting members and items. */
export const MOST_VALUES = 20_000;
/** Items of one list, or members of one object. */
export const MOST_ITEMS = 1000;
/** Characters of one string value. */
export const LONGEST_STRING = 4096;
/** Characters of the Markdown body of a topic. */
export const LONGEST_BODY = 100_000;
/** Bytes of the text of one document, in UTF-8. */
export const LONGEST_TEXT = 256 * 1024;
/** Levels of groups in a condition; the root is the first. */
export const MOST_CONDITION_DEPTH = 10;
/** Conditions of any kind in one document. */
export const MOST_CONDITIONS = 200;
/** Documents in one import. */
export const MOST_DOCUMENTS = 5000;
