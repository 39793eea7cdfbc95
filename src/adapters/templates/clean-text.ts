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
  return isPlain(text) ? text : text.replace(UNSAFE, (character) => LOOK_ALIKES.get(character) ?? '');
}

/** Whether a text is of printable ASCII without a look-alike, which most are: sooner said than replaced. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x27 || code === 0x3c || code === 0x3e)
      return false;
  }
  return true;
}
