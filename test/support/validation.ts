/** Says in short what is found in a bent sample, judged against all samples. */
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import { validateDocument } from '../../src/domain/checks/validate-document';
import type { DocumentKind } from '../../src/domain/documents/document-kind';
import type { Problem } from '../../src/domain/documents/problem';
import { bent, sampleSet } from './document-samples';

/** What checks run with in tests: the real template language. */
export const checkTools = { templates: liquidTemplateLanguage };

/** Every problem of the first sample of a kind with some members replaced. */
export const problemsOf = (
  kind: DocumentKind,
  members: Readonly<Record<string, unknown>>,
): readonly Problem[] => validateDocument(kind, bent(kind, members), sampleSet(), checkTools);

/** The same as `CODE /pointer` texts. */
export const found = (kind: DocumentKind, members: Readonly<Record<string, unknown>>): string[] =>
  problemsOf(kind, members).map(({ code, pointer }) => `${code} ${pointer}`);

/** What is found in one comparison, within the rule sample; pointers begin at the comparison. */
export const foundInLeaf = (leaf: Readonly<Record<string, unknown>>): string[] =>
  found('rule', { conditions: { all: [leaf] } }).map((text) => text.replace('/conditions/all/0', ''));
