/** Holds the documents that are shipped to everything that is asked of documents. */
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import { checkDocuments } from '../../src/domain/checks/check-documents';
import { documentsOf } from '../../src/domain/documents/build-document-set';
import { canonicalText } from '../../src/domain/documents/canonical-text';
import { documentPath } from '../../src/domain/documents/document-path';

const directory = new RulesDirectory('rules');

test('every shipped file can be read', async () => {
  const { problems } = await loadRulesDirectory(directory);
  expect(problems).toEqual([]);
});

test('every shipped document passes every check without a warning', async () => {
  const { documents } = await loadRulesDirectory(directory);
  expect(checkDocuments(documents, { templates: liquidTemplateLanguage })).toEqual([]);
});

test('every shipped file is in canonical form, byte for byte, under its own name', async () => {
  const { documents } = await loadRulesDirectory(directory);
  const { files } = await directory.list();
  const canonical = documentsOf(documents).map(({ kind, key, document }) => ({
    path: documentPath(kind, key),
    text: canonicalText(kind, document),
  }));
  expect(canonical).toEqual(files.map(({ path, text }) => ({ path, text })));
});
