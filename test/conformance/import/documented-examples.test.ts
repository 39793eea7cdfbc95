import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { createCommands } from '../../../src/adapters/cli/commands';
import { createProgram } from '../../../src/adapters/cli/program';
import { describeEachDatabase } from '../../support/databases';
import { importFolder } from '../../support/import-folder';
import { runningService } from '../../support/running-service';

const page = readFileSync('docs/import.md', 'utf8');

/** Each example: the file, its content, the command, and the counts that the page prints below it. */
const examples = [
  ...page.matchAll(
    /`([\w.]+)`\n\n```\w+\n([\s\S]*?)```\n\n```sh\nnpm run import -- (.*)\n```\n\n```text\n(.*)\n```/g,
  ),
].map(([, name = '', content = '', words = '', counts = '']) => ({ name, content, words, counts }));

describeEachDatabase('the page about imports', (database) => {
  const running = runningService(database);
  const folder = importFolder();

  it('has an example of each subject', () => {
    expect(examples.map(({ words }) => words.split(' ')[0])).toEqual(['accounts', 'usage', 'events']);
  });

  it.each(examples)('shows $name, whose import prints what the page says', async (example) => {
    const file = folder.put(example.name, example.content);
    let printed = '';
    const service = { ...running.service, close: () => Promise.resolve() };
    const commands = createCommands({
      open: () => Promise.resolve(service),
      reviewRules: () => Promise.reject(new Error('not asked for')),
      testRules: () => Promise.reject(new Error('not asked for')),
      schemaText: () => '',
      print: (text) => void (printed += text),
      terminal: false,
      seedsWhenServing: false,
    });
    const program = createProgram(commands, () => undefined);
    const words = example.words.split(' ').map((word) => (word === example.name ? file : word));
    await program.parseAsync(['import', ...words], { from: 'user' });
    expect(stripVTControlCharacters(printed)).toContain(`${example.counts}\n`);
  });
});
