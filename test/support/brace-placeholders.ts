/** A template language of placeholders alone, for tests that are about decisions and not about formatting. */
import type { TemplateLanguage } from '../../src/domain/decisions/template-language';

const PLACEHOLDER = /\{\{\s*([^}]*?)\s*\}\}/g;

/** Fills `{{name}}` with the value as it is; a text with a lone `{%` cannot be read. Words replace whole words of the rest. */
export const bracePlaceholders: TemplateLanguage = {
  filters: [],
  read(source, words = {}) {
    if (source.includes('{%')) return { problem: { message: 'Tags are not allowed.', hint: null } };
    const text = source
      .split(/(\{\{[^}]*\}\})/)
      .map((part) => (part.startsWith('{{') ? part : reworded(part, words)))
      .join('');
    const placeholders = [...new Set([...source.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''))];
    return {
      template: {
        placeholders,
        render: (values) => text.replace(PLACEHOLDER, (_, name: string) => String(values.get(name))),
      },
    };
  },
};

function reworded(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\w+/g, (word) => (Object.hasOwn(words, word) ? (words[word] ?? word) : word));
}
