/** Reads and renders texts with placeholders in Liquid's notation; nothing in a text is ever run. */
import type {
  NamedValues,
  Template,
  TemplateLanguage,
  TemplateLocale,
} from '../../domain/decisions/template-language';
import type { FactValue } from '../../domain/rules/fact-set';
import { FILTERS, plainly, type Filter } from './filters';
import { formatsOf } from './locale-formats';
import { readSegments, type Segment } from './read-segments';
import { wordReplacement } from './word-replacement';

/** Texts are read once; rendering walks their segments. */
export const liquidTemplateLanguage: TemplateLanguage = {
  filters: [...FILTERS.keys()],
  read(source, words = {}) {
    const segments = readSegments(source);
    return 'message' in segments ? { problem: segments } : { template: makeTemplate(segments, words) };
  },
};

type Piece = string | { readonly name: string; readonly format: Filter };

function makeTemplate(segments: readonly Segment[], words: Readonly<Record<string, string>>): Template {
  const replace = wordReplacement(words);
  const pieces = segments.map((segment): Piece => {
    if ('text' in segment) return replace(segment.text);
    const format = segment.filter === null ? plainly : (FILTERS.get(segment.filter) ?? plainly);
    return { name: segment.name, format };
  });
  const names = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));
  return { placeholders: [...new Set(names)], render: (values, locale) => render(pieces, values, locale) };
}

function render(pieces: readonly Piece[], values: NamedValues, locale: TemplateLocale): string | null {
  const formats = formatsOf(locale);
  let text = '';
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? piece : fill(piece.format, values.get(piece.name), formats);
    if (part === null) return null;
    text += part;
  }
  return text;
}

/** Null when there is no value, or none that the filter is for. */
function fill(
  format: Filter,
  value: FactValue | undefined,
  formats: ReturnType<typeof formatsOf>,
): string | null {
  return value === undefined ? null : format(value, formats);
}
