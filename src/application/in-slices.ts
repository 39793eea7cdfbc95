/** Does long work between requests instead of before them. */
import type { Steps } from '../domain/collections/steps';

/** Lets long work share the process with requests. */
export interface Turns {
  /** Milliseconds since some moment, on a clock that never jumps. */
  elapsed(): number;
  /** Resolves once everything that was waiting has had its turn. */
  pass(): Promise<void>;
}

/** How long requests may wait for one slice of work, unless a single step takes longer. */
const SLICE_MS = 5;

/** Does the work in slices; everything else that is waiting goes between two of them. Rejects with what a step throws. */
export async function inSlices<Result>(steps: Steps<Result>, turns: Turns): Promise<Result> {
  let began = turns.elapsed();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (turns.elapsed() - began < SLICE_MS) continue;
    await turns.pass();
    began = turns.elapsed();
  }
}
