/** Makes a value safe to stand in a text that may be shown as HTML or as plain text. */

const UNSAFE = /[<>"'\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['<', '‹'],
  ['>', '›'],
  ['"', '”'],
  ["'", '’'],
]);

/** Control, line-separating and text-direction characters and halves of surrogate pairs vanish; `<` `>` `"` `'` become their typographic look-alikes. */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, (character) => LOOK_ALIKES.get(character) ?? '');
}
