import {
  auditHash,
  continueChain,
  EMPTY_LOG,
  headAfter,
  type AuditHead,
} from '../../../src/domain/audit/audit-chain';
import type { AuditEntry } from '../../../src/domain/audit/audit-entry';
import { auditLogOf, auditRecord, TEST_AUDIT_TOOLS, verified } from '../../support/audit-lines';

const { lines, head } = auditLogOf(8);
const at = (position: number): AuditEntry => {
  const line = lines[position - 1];
  if (line === undefined) throw new Error(`no line ${position}`);
  return line;
};
const told = (...log: Parameters<typeof verified>) =>
  verified(...log).map(({ code, position }) => `${code} ${position}`);
const without = (...positions: number[]) => lines.filter(({ position }) => !positions.includes(position));
const replaced = (line: AuditEntry) => lines.map((one) => (one.position === line.position ? line : one));
const rehashed = (line: AuditEntry) => ({ ...line, hash: auditHash(line, TEST_AUDIT_TOOLS.digest) });
const swapped = lines.map((line) =>
  line.position === 3 ? { ...at(6), position: 3 } : line.position === 6 ? { ...at(3), position: 6 } : line,
);
const rewritten = continueChain(
  lines.map((line, index) => (index === 4 ? { ...line, after: 'forged' } : line)),
  EMPTY_LOG,
  TEST_AUDIT_TOOLS.digest,
);
const rewrittenMark = { length: 8, hash: rewritten.at(-1)?.hash ?? '' };

describe('the audit verifier', () => {
  it.each([0, 1, 2, 8, 40])('finds nothing in a log of %i lines as it was written', (length) => {
    const log = auditLogOf(length);
    expect(verified(log.lines, log.head)).toEqual([]);
  });

  it.each<[string, readonly AuditEntry[], AuditHead | null, readonly string[]]>([
    ['an edited line', replaced({ ...at(4), reason: 'else' }), head, ['LINE_EDITED 4']],
    [
      'an edited line with a hash that fits',
      replaced(rehashed({ ...at(4), reason: 'else' })),
      head,
      ['CHAIN_BROKEN 5'],
    ],
    [
      'an edited last line with a hash that fits',
      replaced(rehashed({ ...at(8), after: null })),
      head,
      ['HEAD_EDITED 8'],
    ],
    [
      'a first line that continues something',
      replaced(rehashed({ ...at(1), previousHash: at(4).hash })),
      head,
      ['CHAIN_BROKEN 1', 'CHAIN_BROKEN 2'],
    ],
    ['missing lines', without(3, 4), head, ['LINES_MISSING 3']],
    ['a missing first line', without(1), head, ['LINES_MISSING 1']],
    ['swapped lines', swapped, head, ['LINE_MOVED 3', 'LINE_MOVED 6']],
    ['a cut at the end', without(7, 8), head, ['END_CUT 7']],
    ['everything gone', [], head, ['END_CUT 1']],
    [
      'a cut at the end with a head to it',
      without(7, 8),
      { length: 6, hash: at(6).hash, seal: head.seal },
      ['SEAL_BROKEN 6'],
    ],
    [
      'a line before the first',
      [{ ...at(1), position: 0 }, ...lines],
      head,
      ['LINE_ADDED 0', 'LINE_EDITED 0'],
    ],
    [
      'a line after the last',
      [...lines, ...continueChain([auditRecord(8)], head, TEST_AUDIT_TOOLS.digest)],
      head,
      ['LINE_ADDED 9'],
    ],
    ['every hash made anew', rewritten, head, ['HEAD_EDITED 8']],
    [
      'every hash made anew, the head too',
      rewritten,
      { ...rewrittenMark, seal: head.seal },
      ['SEAL_BROKEN 8'],
    ],
    ['another seal', lines, { ...head, seal: `${head.seal} ` }, ['SEAL_BROKEN 8']],
    ['no seal', lines, { ...head, seal: '' }, ['SEAL_BROKEN 8']],
    ['no head', lines, null, ['HEAD_MISSING 0']],
    ['a head of nothing', lines, { ...EMPTY_LOG, seal: '' }, ['LINE_ADDED 8']],
  ])('finds %s', (_what, log, end, findings) => {
    expect(told(log, end)).toEqual(findings);
  });

  it('tells every finding with a place and a sentence, all at once', () => {
    const findings = verified(
      replaced({ ...at(2), subject: '' }).filter(({ position }) => position !== 5),
      null,
    );
    expect(findings).toEqual([
      { code: 'LINES_MISSING', position: 5, message: 'Line 5 is missing; the lines after that are there.' },
      {
        code: 'LINE_EDITED',
        position: 2,
        message: 'Line 2 does not say what was written: its hash does not fit.',
      },
      { code: 'HEAD_MISSING', position: 0, message: 'The head of the log is missing.' },
    ]);
  });

  it('tells a thousand edited lines apart, and remembers few of them', () => {
    const { lines: many, head: end } = auditLogOf(1_000);
    const edited = many.map((line) => ({ ...line, actor: { ...line.actor, name: 'nobody' } }));
    expect(told(edited, end)).toEqual(many.map(({ position }) => `LINE_EDITED ${position}`));
  });

  it.each([
    ['that still stands', lines, head, { length: 5, hash: at(5).hash }, []],
    ['of the end', lines, head, { length: 8, hash: at(8).hash }, []],
    ['of an empty log', lines, head, EMPTY_LOG, []],
    ['of another line', lines, head, { length: 5, hash: at(4).hash }, ['NOT_AS_NOTED 5']],
    [
      'that an older log does not reach',
      auditLogOf(4).lines,
      auditLogOf(4).head,
      { length: 5, hash: at(5).hash },
      ['NOT_AS_NOTED 5'],
    ],
    ['of a line 0 that never was', lines, head, { length: 0, hash: at(1).hash }, ['NOT_AS_NOTED 0']],
  ])('holds the log to a noted mark %s', (_what, log, end, noted, findings) => {
    expect(told(log, end, noted)).toEqual(findings);
  });

  it('is not calmed by lines that are appended to a head that did not fit', () => {
    const cut = { length: 6, hash: at(6).hash, seal: head.seal };
    const more = continueChain([auditRecord(9), auditRecord(10)], cut, TEST_AUDIT_TOOLS.digest);
    const after = headAfter(more, cut, TEST_AUDIT_TOOLS);
    expect(told([...without(7, 8), ...more], after)).toEqual(['SEAL_BROKEN 8']);
  });

  it('takes what a database would give back: halves of surrogate pairs are replaced before the line is hashed', () => {
    const [line] = continueChain(
      [auditRecord(1, { reason: 'a\ud800b' })],
      EMPTY_LOG,
      TEST_AUDIT_TOOLS.digest,
    );
    expect(line?.reason).toBe('a\ufffdb');
  });
});
