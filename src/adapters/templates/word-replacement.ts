/** Replaces whole words of a literal text by those of an industry. */

/** Makes the replacement once. Case does not matter when words are found; a capital first letter is kept. */
export function wordReplacement(words: Readonly<Record<string, string>>): (text: string) => string {
  const replacements = new Map(Object.entries(words).map(([word, other]) => [word.toLowerCase(), other]));
  if (replacements.size === 0) return (text) => text;
  const longestFirst = [...replacements.keys()].sort((a, b) => b.length - a.length).map(escapeForPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  return (text) =>
    text.replace(pattern, (word) => withCaseOf(word, replacements.get(word.toLowerCase()) ?? word));
}

function escapeForPattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function withCaseOf(word: string, replacement: string): string {
  const [first = '', ...rest] = replacement;
  const isCapital = /^\p{Lu}/u.test(word);
  return isCapital ? first.toUpperCase() + rest.join('') : replacement;
}
