import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { addReport, type ReportOptions } from '../../../src/adapters/cli/add-report';
import { reportCommand } from '../../../src/adapters/cli/report-command';
import type { Workbench } from '../../../src/adapters/cli/workbench';
import type { ReportQuestion } from '../../../src/application/report/report-question';
import { readWindow } from '../../../src/application/report/report-question';
import { emptyReport } from '../../support/empty-report';

/** Runs the words as the shell hands them over; tells the exit code, what was printed and what was asked. */
async function run(...words: string[]) {
  const asked: ReportQuestion[] = [];
  const printed: string[] = [];
  let closed = 0;
  const service = {
    prepare: () => Promise.resolve({}),
    report: (question: ReportQuestion) => {
      asked.push(question);
      const window = readWindow(question);
      return Promise.resolve(
        'failure' in window ? window : emptyReport({ ...window, groupBy: question.groupBy }),
      );
    },
    close: () => {
      closed += 1;
      return Promise.resolve();
    },
  };
  const workbench = {
    open: () => Promise.resolve(service),
    print: (text: string) => void printed.push(text),
  } as unknown as Workbench;
  let code = -1;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addReport(program, async (options: ReportOptions) => {
    code = await reportCommand(workbench, options);
  });
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['node', 'expansion', 'report', ...words]);
  return { code, printed: printed.join(''), question: asked[0], closed };
}

const JUNE = ['--from', '2026-06-01', '--to', '2026-07-01'];

describe('npm run report', () => {
  it('takes days for their first millisecond', async () => {
    const { code, question, printed } = await run(...JUNE);
    expect(question).toMatchObject({
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-07-01T00:00:00.000Z',
      groupBy: [],
    });
    expect([code, printed.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Report from 2026-06-01/)]);
  });

  it('takes dimensions and a filter', async () => {
    const { question } = await run(
      ...JUNE,
      '--group-by',
      'offer, day',
      '--segment',
      'low-touch',
      '--surface',
      'VOICE',
    );
    expect(question?.groupBy).toEqual(['offer', 'day']);
    expect(question?.filter).toMatchObject({ segment: 'low-touch', surface: 'VOICE' });
  });

  it.each([
    ['json', /^\{\n {2}"from"/],
    ['csv', /^impressions,presented/],
    ['table', /^Report from/],
  ])('writes %s', async (format, pattern) => {
    expect((await run(...JUNE, '--format', format)).printed).toMatch(pattern);
  });

  it('writes to a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    const file = join(folder, 'june.csv');
    const { printed } = await run(...JUNE, '--format', 'csv', '--out', file);
    expect(printed).toBe(`wrote ${file}: 0 groups\n`);
    expect(await readFile(file, 'utf8')).toMatch(/^impressions,/);
    await rm(folder, { recursive: true });
  });

  it.each([
    [2, '--group-by takes offer, rule', [...JUNE, '--group-by', 'offer,colour']],
    [2, '--surface takes one of IN_APP', [...JUNE, '--surface', 'PIGEON']],
    [2, '--from is no RFC 3339 timestamp', ['--from', 'yesterday', '--to', '2026-07-01']],
    [2, '--to must be later than', ['--from', '2026-07-01', '--to', '2026-06-01']],
    [1, '--to is more than 400 days', ['--from', '2020-01-01', '--to', '2026-06-01']],
  ])('ends with %d and %j', async (code, sentence, words) => {
    const ended = await run(...words);
    expect([ended.code, ended.printed]).toEqual([code, expect.stringContaining(sentence)]);
    expect(ended.closed).toBe(ended.question === undefined ? 0 : 1);
  });

  it.each([[['--to', '2026-07-01']], [[...JUNE, '--format', 'xml']]])(
    'does not start with %j',
    async (words) => {
      await expect(run(...words)).rejects.toThrow(/error:/);
    },
  );
});
