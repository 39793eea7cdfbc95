/** Random damage to sound documents: no crash, no hang, and never a problem without a place and a reason. */
import fc from 'fast-check';
import { checkContext } from '../../../src/domain/checks/check';
import { checkDocument } from '../../../src/domain/checks/check-document';
import { documentsOf } from '../../../src/domain/documents/build-document-set';
import { canonicalText } from '../../../src/domain/documents/canonical-text';
import type { KeyedDocument } from '../../../src/domain/documents/keyed-document';
import { parseDocument } from '../../../src/domain/documents/parse-document';
import { parseDocumentText } from '../../../src/domain/documents/parse-document-text';
import { PROBLEM_CODES } from '../../../src/domain/documents/problem-codes';
import type { Problem } from '../../../src/domain/documents/problem';
import { sampleSet } from '../../support/document-samples';
import { checkTools } from '../../support/validation';

const samples = documentsOf(sampleSet());
const context = checkContext(sampleSet(), checkTools);
const RUNS = { numRuns: 1500 };

const hostileTexts = fc.constantFrom(
  '',
  '__proto__',
  'constructor',
  'toString',
  '{{account.plan}}',
  '{{',
  '$.a[?(1)]',
  'not:not:equal',
  '\u202e',
  '\ud800',
  'now',
  '*',
  'x'.repeat(5000),
);
const values = fc.oneof(
  hostileTexts,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constantFrom(undefined, [], {}, [[]], 1e21, -1, new Date(0), () => 1),
);

interface Damage {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap';
  readonly name: string;
  readonly value: unknown;
}
const damages = fc.array(
  fc.record({
    at: fc.nat(60),
    how: fc.constantFrom('replace', 'remove', 'add', 'wrap'),
    name: fc.oneof(hostileTexts, fc.string()),
    value: values,
  }),
  { minLength: 1, maxLength: 4 },
);

type Members = Record<string, unknown>;

const holders = (value: unknown): Members[] =>
  typeof value === 'object' && value !== null
    ? [value as Members, ...Object.values(value).flatMap(holders)]
    : [];

const set = (holder: Members, name: string, value: unknown) =>
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

const damage = (document: unknown, { at, how, name, value }: Damage): void => {
  const all = holders(document);
  const holder = all[at % all.length];
  if (holder === undefined) return;
  const names = Object.keys(holder);
  const target = names[at % Math.max(1, names.length)] ?? 'key';
  if (how === 'remove') Reflect.deleteProperty(holder, target);
  const fresh = typeof value === 'object' ? structuredClone(value) : value;
  if (how === 'replace') set(holder, target, fresh);
  if (how === 'add' && !Array.isArray(holder)) set(holder, name, fresh);
  if (how === 'wrap') set(holder, target, [holder[target]]);
};

const damaged = fc.tuple(fc.constantFrom(...samples), damages).map(([sample, list]) => {
  const document = structuredClone(sample.document);
  for (const one of list) damage(document, one);
  return { kind: sample.kind, document };
});

const expectProper = (problems: readonly Problem[]): void => {
  for (const { code, pointer, message } of problems) {
    expect(Object.keys(PROBLEM_CODES)).toContain(code);
    expect(pointer).toMatch(/^(\/[^]*)?$/);
    expect(message.length).toBeGreaterThan(5);
    expect(message).not.toMatch(/undefined\.?$|\[object|NaN/);
  }
};

test('a damaged document is refused with proper problems, or taken and checked with proper problems', () => {
  fc.assert(
    fc.property(damaged, ({ kind, document }) => {
      const parsed = parseDocument(kind, document);
      if ('problems' in parsed) {
        expect(parsed.problems.length).toBeGreaterThan(0);
        expectProper(parsed.problems);
      } else {
        expectProper(
          checkDocument(
            { kind, key: parsed.document.key, document: parsed.document } as KeyedDocument,
            context,
          ),
        );
      }
    }),
    RUNS,
  );
});

test('what is taken is written and read back to the same bytes', () => {
  fc.assert(
    fc.property(damaged, ({ kind, document }) => {
      const parsed = parseDocument(kind, document);
      if ('problems' in parsed) return;
      const text = canonicalText(kind, parsed.document);
      const again = parseDocumentText(kind, text);
      if ('problems' in again) throw new Error(`${JSON.stringify(again.problems)} ${text}`);
      expect(canonicalText(kind, again.document)).toBe(text);
    }),
    RUNS,
  );
});

test('a text with characters changed, lost or doubled is refused with proper problems, or read', () => {
  const texts = samples.map(({ kind, document }) => ({ kind, text: canonicalText(kind, document) }));
  const signs = fc.constantFrom(
    '',
    '{',
    '[',
    '"',
    ',',
    '\\',
    '\u0000',
    '\ufeff',
    '9'.repeat(30),
    '-',
    '\n---\n',
    'e9',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(4000),
      fc.nat(20),
      signs,
      ({ kind, text }, at, length, sign) => {
        const from = at % text.length;
        const parsed = parseDocumentText(kind, text.slice(0, from) + sign + text.slice(from + length));
        if ('problems' in parsed) expectProper(parsed.problems);
      },
    ),
    RUNS,
  );
});
