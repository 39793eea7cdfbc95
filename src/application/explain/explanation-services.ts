/** Names the use cases that explain, as delivery adapters call them. */
import type { RuleTestDocument } from '../../domain/documents/kinds/rule-test-document';
import type { AccountNotFound } from '../decide/decision-question';
import type { ExplainedDecision } from './explain-decision';
import type { Replay } from './replay-decision';
import type { StarterQuestion } from './starter-test';
import type { ArgumentRefused, WhatIfQuestion } from './what-if';

/** Everything that tells why; nothing of it records. */
export interface ExplanationServices {
  readonly explain: (
    question: WhatIfQuestion,
  ) => Promise<ExplainedDecision | AccountNotFound | ArgumentRefused>;
  /** A rule test that passes on the release in force. */
  readonly starterTest: (
    question: StarterQuestion,
  ) => Promise<{ readonly document: RuleTestDocument } | AccountNotFound | ArgumentRefused>;
  /** A logged decision made again; null when the log has no such line. */
  readonly replay: (id: string) => Promise<Replay | null>;
}
