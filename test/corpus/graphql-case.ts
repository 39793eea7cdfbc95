/** One hostile or sound request of the corpus, as its file writes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly rawBase64?: string;
  readonly $gen?: Readonly<Record<string, unknown>> & { readonly kind: string };
  /** Sent so many times at once. */
  readonly repeat?: number;
}

export interface GraphqlCase {
  readonly id: string;
  readonly category: string;
  readonly request: CorpusRequest;
  readonly why: string;
  readonly expected: {
    readonly outcome: 'ok' | 'refused' | 'authz' | 'once' | 'refused-or-ignored';
    readonly status?: readonly number[];
    readonly noData?: boolean;
    readonly maxMs?: number;
    readonly code?: string;
    readonly sameAs?: string;
    readonly mustNotBody?: readonly string[];
    readonly mustNotHeader?: Readonly<Record<string, readonly string[]>>;
  };
}

/** Every case, in the order of the file. */
export const GRAPHQL_CASES: readonly GraphqlCase[] = readFileSync(
  join(__dirname, 'bad-graphql.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GraphqlCase);
