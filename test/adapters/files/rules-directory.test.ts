/** A rules directory on a real disk. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RulesDirectory } from '../../../src/adapters/files/rules-directory';
import { loadRulesDirectory } from '../../../src/application/govern/load-rules-directory';
import { documentsOf } from '../../../src/domain/documents/build-document-set';
import { canonicalText } from '../../../src/domain/documents/canonical-text';
import { documentPath } from '../../../src/domain/documents/document-path';
import { sampleSet } from '../../support/document-samples';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = async (path: string, content: string | Uint8Array) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};

const writeSamples = () =>
  Promise.all(
    documentsOf(sampleSet()).map(({ kind, key, document }) =>
      write(documentPath(kind, key), canonicalText(kind, document)),
    ),
  );

const load = () => loadRulesDirectory(new RulesDirectory(folder));

test('what was written as files is the set it was written from', async () => {
  await writeSamples();
  expect(await load()).toEqual({ documents: sampleSet(), problems: [] });
});

test('a broken file costs only itself and is named', async () => {
  await writeSamples();
  await write('rule/broken.json', '{"key": "broken",}');
  await write('rule/renamed.json', canonicalText('rule', [...sampleSet().rule.values()][0] as never));
  const { documents, problems } = await load();
  expect(documents).toEqual(sampleSet());
  expect(problems.map(({ path, problem }) => [path, problem.code])).toEqual([
    ['rule/broken.json', 'JSON_SYNTAX'],
    ['rule/renamed.json', 'KEY_MISMATCH'],
  ]);
});

test('files that can be no document are named; notes and hidden files are not', async () => {
  await write('README.md', '# Rules');
  await write('rule/.gitkeep', '');
  await write('rules/at-limit.json', '{}');
  await write('rule/at-limit.yaml', 'key: x');
  await write('topic/bundles.json', '{}');
  await write('rule/latin.json', Uint8Array.of(0x22, 0xe9, 0x22));
  const { problems } = await load();
  expect(problems.map(({ path, problem }) => [path, problem.code])).toEqual([
    ['rules', 'WRONG_FILE'],
    ['topic/bundles.json', 'WRONG_FILE'],
    ['rule/at-limit.yaml', 'WRONG_FILE'],
    ['rule/latin.json', 'WRONG_FILE'],
  ]);
});

test('a byte order mark is refused by name', async () => {
  await write('rule/marked.json', '\ufeff{}');
  expect((await load()).problems.map(({ problem }) => problem.code)).toEqual(['BYTE_ORDER_MARK']);
});

test('a directory that is not there is a fault, a missing kind is not', async () => {
  await expect(new RulesDirectory(join(folder, 'nowhere')).list()).rejects.toThrow('ENOENT');
  expect(await load()).toMatchObject({ problems: [] });
});
