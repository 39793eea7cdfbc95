import { auditLine } from '../../../src/adapters/cli/audit-line';
import { auditLogOf } from '../../support/audit-lines';

const [line] = auditLogOf(1).lines;

describe('a line of the audit log on the terminal', () => {
  it('says when, who, what, why, and what was there before and after', () => {
    expect(auditLine({ ...line!, reason: 'it sold too early', before: '80 %' })).toBe(
      '     1  2026-06-01T00:00:00.000Z  Zoë 0: document saved, rule/rule-0\n' +
        '        why:    it sold too early\n' +
        '        before: 80 %\n' +
        '        after:  {"n":0}\n',
    );
  });

  it('leaves out what was not said', () => {
    expect(auditLine({ ...line!, after: null })).toBe(
      '     1  2026-06-01T00:00:00.000Z  Zoë 0: document saved, rule/rule-0\n',
    );
  });

  it('keeps long texts short and control characters off the terminal', () => {
    const told = auditLine({ ...line!, reason: `\u001b[2J a\r\nb\u2028c`, after: 'x'.repeat(101) });
    expect(told).toContain('why:    [2J a b c\n');
    expect(told).toContain(`after:  ${'x'.repeat(100)}…\n`);
  });
});
