/** Bounds a text before any recursive parser sees it. */
import { error } from './found';
import { LONGEST_TEXT, MOST_DEPTH } from './document-bounds';
import type { Problem } from './problem';

/** Problems of size and of the very first character; JSON and Markdown alike. */
export function scanText(text: string): Problem[] {
  if (text.length > LONGEST_TEXT || utf8Length(text) > LONGEST_TEXT) {
    return [error('TEXT_TOO_LONG', '', `The text is larger than ${LONGEST_TEXT / 1024} kB.`)];
  }
  return text.startsWith('\ufeff')
    ? [
        error(
          'BYTE_ORDER_MARK',
          '',
          'The text starts with a byte order mark.',
          'Save it as UTF-8 without one.',
        ),
      ]
    : [];
}

/** Whether brackets outside of strings are nested too deeply; one flat pass. */
export function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (inString && character === '\\') i += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth += 1;
    else if (!inString && (character === '}' || character === ']')) depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit & 0xf800) === 0xd800 ? 2 : 3;
  }
  return length;
}
