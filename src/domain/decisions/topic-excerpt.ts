/** Cuts out of a topic the passage that rests on it. */
import { remembered } from '../collections/remembered';
import type { TopicDocument } from '../documents/kinds/topic-document';

/** The text under `## <key>` up to the next heading of that level or above, else the first paragraph; empty without a topic. */
export function excerptOf(topic: TopicDocument | undefined, key: string): string {
  return topic === undefined ? '' : excerptsOf(topic)(key);
}

/** Rules cite the same passages in every decision. */
const excerptsOf = remembered((topic: TopicDocument) => {
  const excerpts = new Map<string, string>();
  return (key: string): string => {
    const found = excerpts.get(key) ?? cut(topic, key);
    excerpts.set(key, found);
    return found;
  };
});

function cut(topic: TopicDocument, key: string): string {
  const lines = topic.body.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `## ${key}`);
  return start < 0 ? firstParagraph(topic.body) : section(lines.slice(start + 1));
}

function section(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^##? /.test(line));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}

function firstParagraph(body: string): string {
  const paragraphs = body.split(/\r?\n\s*\r?\n/).map((paragraph) => paragraph.trim());
  return paragraphs.find((paragraph) => paragraph !== '' && !paragraph.startsWith('#')) ?? '';
}
