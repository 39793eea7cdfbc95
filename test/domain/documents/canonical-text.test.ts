/** One document, one text: parsing and writing come back to the same bytes. */
import fc from 'fast-check';
import { documentsOf } from '../../../src/domain/documents/build-document-set';
import { canonicalText } from '../../../src/domain/documents/canonical-text';
import { parseDocument } from '../../../src/domain/documents/parse-document';
import { parseDocumentText } from '../../../src/domain/documents/parse-document-text';
import { bent, sampleSet, soundDocument } from '../../support/document-samples';

const samples = documentsOf(sampleSet());

test.each(samples)('the text of $kind $key reads back as the same document and the same bytes', (sample) => {
  const text = canonicalText(sample.kind, sample.document);
  expect(parseDocumentText(sample.kind, text)).toEqual({ document: sample.document });
  expect(text.endsWith('\n')).toBe(true);
});

/** The same value with the members of every object in another order. */
const shuffled = (value: unknown, order: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, shuffled(inner, order)] as const);
  return Object.fromEntries(
    members.sort(([a], [b]) => ((a.charCodeAt(0) * order) % 7) - ((b.charCodeAt(0) * order) % 7)),
  );
};

test('the order in which members are written makes no difference', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.integer({ min: 1, max: 6 }), ({ kind, document }, order) => {
      const parsed = parseDocument(kind, shuffled(document, order));
      expect('document' in parsed && canonicalText(kind, parsed.document)).toBe(
        canonicalText(kind, document),
      );
    }),
  );
});

test('members stand in schema order, records by key, and defaults are left out', () => {
  const { document } = soundDocument(
    'rule',
    bent('rule', {
      conditions: { priority: 2, all: [{ value: 1, operator: 'lessThan', fact: 'a' }] },
      enabled: true,
      priority: 1,
    }),
  );
  expect(canonicalText('rule', document as never)).toBe(`{
  "key": "at-seat-limit",
  "topic": "bundles",
  "description": "Nearly every seat is taken.",
  "conditions": {"all": [{"fact": "a", "operator": "lessThan", "value": 1}], "priority": 2},
  "event": {
    "type": "recommend-offer",
    "params": {"offer": "growth-plan", "signal": "USAGE_LIMIT", "metric": "seats"}
  }
}
`);
  const { document: plan } = soundDocument('plan', bent('plan', { limits: { seats: 1, messages: 2 } }));
  expect(canonicalText('plan', plan as never)).toContain('"limits": {"messages": 2, "seats": 1}');
});

const topicText = (body: string) =>
  `---\nkey: a\ntitle: "B: c"\napprovedBy: x\napprovedAt: 2026-01-01T00:00:00Z\n---\n${body}`;

test('topics end their lines with LF, begin without blank lines and end with one line end', () => {
  const parsed = parseDocumentText(
    'topic',
    topicText('\r\n\r\n# Hi\r\nthere\r\n\r\n').replaceAll(/\r?\n/g, '\r\n'),
  );
  expect('document' in parsed && canonicalText('topic', parsed.document)).toBe(topicText('\n# Hi\nthere\n'));
});

test('any topic text comes back byte for byte', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, words, fc.array(words, { minLength: 1 }), (title, approvedBy, lines) => {
      const value = {
        key: 'a',
        title,
        approvedBy,
        approvedAt: '2026-01-01T00:00:00Z',
        body: lines.join('\n'),
      };
      const parsed = parseDocument('topic', value);
      if ('problems' in parsed) return;
      const text = canonicalText('topic', parsed.document);
      expect(parseDocumentText('topic', text)).toEqual({ document: parsed.document });
    }),
  );
});

const brokenTopics: [string, string][] = [
  ['no front matter', '# Hi\n'],
  ['front matter that does not end', '---\nkey: a\n'],
  ['a key twice', '---\nkey: a\nkey: b\n---\nx\n'],
  ['an alias', '---\nkey: &a x\ntitle: *a\n---\nx\n'],
  ['a tag', '---\nkey: !!js/function x\n---\nx\n'],
  ['nesting', `---\nkey: ${'['.repeat(5000)}\n---\nx\n`],
  ['a list', '---\n- key\n---\nx\n'],
  ['NUL', '---\nkey: a\n---\nx\u0000\n'],
  ['a byte order mark', '\ufeff---\nkey: a\n---\nx\n'],
];

test.each(brokenTopics)('a topic with %s is refused', (_, text) => {
  expect(parseDocumentText('topic', text)).toMatchObject({
    problems: expect.arrayContaining([expect.anything()]),
  });
});
