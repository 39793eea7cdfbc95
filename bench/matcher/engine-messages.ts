/** Says what the benchmark asks an engine's process, and what it answers. */

/** What is asked; one question at a time. */
export interface EngineQuestions {
  /** Compiles the rules; `engine` is a name from the table. */
  readonly prepare: {
    readonly engine: string;
    readonly file: string;
    readonly rules: number;
    readonly accounts: number;
  };
  /** Runs until so many milliseconds of CPU are used, over the accounts from the first up. */
  readonly warm: { readonly millis: number };
  /** A digest of the fired set of each of the first accounts. */
  readonly digests: { readonly accounts: number };
  /** The fired set of one account, by key. */
  readonly fired: { readonly account: number };
  /** Evaluates the first accounts so many times over. */
  readonly round: { readonly accounts: number; readonly passes: number };
  readonly memory: Record<string, never>;
}

/** The answers. */
export interface EngineAnswers {
  readonly prepare: Preparation;
  /** CPU per account, in microseconds, start included. */
  readonly warm: number;
  readonly digests: readonly string[];
  readonly fired: readonly string[];
  /** CPU per account, in microseconds, of all threads of the process. */
  readonly round: number;
  /** What the engine holds after it has run, in bytes of the heap and beside it. */
  readonly memory: number;
}

/** How an engine begins. */
export interface Preparation {
  /** Time from parsed rules to an engine that can answer, in milliseconds. */
  readonly compileMillis: number;
  /** Time of the first account after that, in milliseconds. */
  readonly firstMillis: number;
}

/** One question on its way. */
export type EngineMessage = {
  [K in keyof EngineQuestions]: { readonly what: K; readonly with: EngineQuestions[K] };
}[keyof EngineQuestions];

/** Its answer, or the words of the fault. */
export type EngineReply = { readonly answer: unknown } | { readonly fault: string };
