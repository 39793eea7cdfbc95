/** Finds in an answer what must never leave the house. */

const LEAKS: readonly (readonly [string, RegExp])[] = [
  ['a stack', /\n\s+at |\bat \S+ \(|:\d+:\d+\)/],
  ['a path', /node_modules|(?:^|[\s"'(])\/(?:home|usr|tmp|work|var|opt|root|etc)\/|\.(?:ts|js|cjs):?\d*\b/],
  [
    'SQL',
    /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(?:FROM|VALUES|SET|WHERE)\b|\bER_[A-Z_]+\b|SQLITE_/,
  ],
  ['the database', /sqlite|mysql|mariadb|typeorm/i],
  [
    'a class',
    /\b(?:TypeError|RangeError|ReferenceError|QueryFailedError|GraphQLError|Sql[A-Z]\w+|\w+Resolver|\w+Fields)\b/,
  ],
];

/** Names of what leaks; empty for a clean answer. */
export function leaksOf(text: string): string[] {
  return LEAKS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
