/** Keeps what was found in a document until something that the finding rests on has changed. */
import type { KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import { checkDocument } from './check-document';
import type { Asked, ObservedContext } from './observed-context';

interface Judgement {
  readonly problems: readonly Problem[];
  readonly asked: readonly Asked[];
}

/**
 * Judges documents as `checkDocument` does. A document is judged anew when it is another object than before, or when one of
 * the questions that its checks asked of the set has another answer. What nobody else holds is forgotten. One memory goes with
 * one template language.
 */
export class CheckMemory {
  private readonly known = new WeakMap<object, Judgement>();

  /** All findings about one document of a prepared set. */
  judge(subject: KeyedDocument, context: ObservedContext): readonly Problem[] {
    const before = this.known.get(subject.document);
    if (before?.asked.every((asked) => context.stillHolds(asked)) === true) return before.problems;
    const { result: problems, asked } = context.listen(() => checkDocument(subject, context));
    this.known.set(subject.document, { problems, asked });
    return problems;
  }
}
