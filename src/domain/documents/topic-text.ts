/** Reads and writes topics: YAML front matter, then Markdown. */
import { parseDocument as parseYaml, stringify } from 'yaml';
import { MOST_DEPTH } from './document-bounds';
import { error } from './found';
import { hasControlCharacter } from './hostile-characters';
import type { TopicDocument } from './kinds/topic-document';
import type { Problem } from './problem';
import { scanText } from './scan-text';

const FENCED = /^---\n([\s\S]*?)\n---(?:\n|$)([\s\S]*)$/;
/** Flow collections are the only way to nest deeply in few characters; front matter needs none. */
const MOST_BRACKETS = MOST_DEPTH;

/** The front matter and the body as one value, not yet checked against the schema. */
export function readTopicText(
  text: string,
): { readonly value: Record<string, unknown> } | { readonly problems: readonly Problem[] } {
  const bounds = scanText(text);
  if (bounds.length > 0) return { problems: bounds };
  if (hasControlCharacter(text)) {
    return { problems: [error('CONTROL_CHARACTER', '', 'The text holds a control character.')] };
  }
  const parts = FENCED.exec(text.replaceAll('\r\n', '\n'));
  if (parts === null) {
    return { problems: [malformed('The text must begin with front matter between two lines of ---.')] };
  }
  return readFrontMatter(parts[1] ?? '', tidyBody(parts[2] ?? ''));
}

/** The canonical text of a topic. */
export function writeTopicText({ body, ...head }: TopicDocument): string {
  const { key, title, approvedBy, approvedAt } = head;
  const frontMatter = stringify({ key, title, approvedBy, approvedAt }, { schema: 'core', lineWidth: 0 });
  return `---\n${frontMatter}---\n\n${tidyBody(body)}`;
}

/** Line ends become LF, blank lines around the text go, one line end closes it; nothing stays nothing. */
export function tidyBody(body: string): string {
  const trimmed = body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return trimmed === '' ? '' : `${trimmed}\n`;
}

function readFrontMatter(
  yaml: string,
  body: string,
): { readonly value: Record<string, unknown> } | { readonly problems: readonly Problem[] } {
  if ((yaml.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS || /^[ \t]+\S/m.test(yaml)) {
    return { problems: [malformed('Front matter is a flat list of `name: text` lines.')] };
  }
  const parsed = parseYaml(yaml, { schema: 'core', uniqueKeys: true, prettyErrors: true });
  const faults = [...parsed.errors, ...parsed.warnings];
  if (faults.length > 0) return { problems: faults.map((fault) => malformed(firstLine(fault.message))) };
  return asValue(
    toPlain(() => parsed.toJS({ maxAliasCount: 0 })),
    body,
  );
}

function toPlain(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function asValue(
  head: unknown,
  body: string,
): { readonly value: Record<string, unknown> } | { readonly problems: readonly Problem[] } {
  if (typeof head !== 'object' || head === null || Array.isArray(head)) {
    return { problems: [malformed('Front matter must be a list of `name: text` lines.')] };
  }
  return { value: { ...head, body } };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? message;
}

function malformed(message: string): Problem {
  const hint = 'Begin with ---, key, title, approvedBy, approvedAt, ---, then the Markdown.';
  return error('MARKDOWN_SYNTAX', '', message, hint);
}
