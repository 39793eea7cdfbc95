/** Words the refusal of an input that can't be used, with everything that is wrong with it. */

/** The expected failure of the use cases that manage access. */
export interface InputRefused {
  readonly failure: 'INVALID_INPUT';
  /** All problems in plain sentences. */
  readonly message: string;
  /** RFC 6901 JSON pointer into the input, of the first problem. */
  readonly pointer: string;
}

/** The refusal of these problems; null when there is none. Only the first ten are told. */
export function refuseInput(
  problems: Iterable<{ readonly pointer: string; readonly message: string }>,
): InputRefused | null {
  const told = [...problems].slice(0, MOST_TOLD);
  const [first] = told;
  if (first === undefined) return null;
  return {
    failure: 'INVALID_INPUT',
    message: told.map(({ pointer, message }) => `${pointer}: ${message}`).join(' '),
    pointer: first.pointer,
  };
}

const MOST_TOLD = 10;
