/** Says what a topic document holds: the approved text that offers, copy and prices rest on. */
import { z } from 'zod';
import { documentKey, timestamp } from './key';

/** The shape of `rules/topic/<key>.md`: front matter, then Markdown (`body`). */
export const topicDocumentSchema = z.strictObject({
  key: documentKey,
  title: z.string().min(1).max(160),
  approvedBy: z.string().min(1).max(120),
  approvedAt: timestamp,
  body: z
    .string()
    .min(1)
    .max(100_000)
    .describe('Markdown. A section `## <offer key>` is what that offer cites; else the first paragraph.'),
});
export type TopicDocument = z.infer<typeof topicDocumentSchema>;
