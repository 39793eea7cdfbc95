import { createCommands } from '../../../src/adapters/cli/commands';
import { createProgram } from '../../../src/adapters/cli/program';
import type { Workbench } from '../../../src/adapters/cli/workbench';
import type { PullOptions } from '../../../src/application/govern/pull-documents';

const PULLED = {
  release: 3,
  edited: [] as string[],
  written: ['rule/a.json'],
  removed: ['rule/b.json'],
  left: ['rule/c.json'],
  unwritable: ['rule/../d'],
  same: 7,
};

/** What a command line prints and exits with over a folder that was pulled like that. */
async function pulling(words: string, pulled: typeof PULLED | null) {
  const asked: [string, PullOptions][] = [];
  let printed = '';
  let exitCode: number | undefined;
  const pull = async (...call: [string, PullOptions]) => {
    asked.push(call);
    return pulled;
  };
  const service = { rules: { pull }, close: async () => undefined };
  const workbench = { open: async () => service, print: (text: string) => void (printed += text) };
  const program = createProgram(createCommands(workbench as unknown as Workbench), (code) => {
    exitCode = code;
  });
  await program.parseAsync(words.split(' '), { from: 'user' });
  return { asked, printed, exitCode };
}

describe('rules pull', () => {
  it.each<[string, typeof PULLED | null, number, string]>([
    [
      'rules pull',
      PULLED,
      0,
      'wrote  rule/a.json\nremoved  rule/b.json\n' +
        'left  rule/c.json: release 3 does not have it; --prune removes it\n' +
        'skipped  rule/../d: no file can have that name\n' +
        'Release 3: 1 written, 1 removed, 7 the same.\n',
    ],
    [
      'rules pull --dry-run',
      { ...PULLED, left: [], unwritable: [] },
      0,
      'would write  rule/a.json\nwould remove  rule/b.json\nRelease 3: 1 to write, 1 to remove, 7 the same.\n',
    ],
    [
      'rules pull --prune',
      { ...PULLED, edited: ['rule/a.json'], left: [], unwritable: [] },
      1,
      'would write  rule/a.json\nwould remove  rule/b.json\n' +
        'edited  rule/a.json: what it holds is in no release and would be lost\n' +
        'Nothing was written. Publish or push what was edited, or say --force.\n',
    ],
    ['rules pull', null, 1, 'There is no release yet; `npm run rules -- publish` makes the first.\n'],
  ])('says of every file what became of it: %s', async (words, pulled, exitCode, printed) => {
    expect(await pulling(words, pulled)).toMatchObject({ exitCode, printed });
  });

  it('loses nothing unless it is told to', async () => {
    const { asked } = await pulling('rules pull', PULLED);
    expect(asked).toEqual([['./rules', { draft: false, prune: false, force: false, dryRun: false }]]);
  });

  it('does as it is told', async () => {
    const { asked } = await pulling('rules pull other --draft --prune --force --dry-run', PULLED);
    expect(asked).toEqual([['other', { draft: true, prune: true, force: true, dryRun: true }]]);
  });
});
