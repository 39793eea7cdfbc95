/** Writes the instants of a decision as RFC 3339 texts in UTC with milliseconds. */

/** When it was made: the answer and the log tell the same instant. */
export const decidedAtText = lastRemembered();

/** Until when its offers can be answered: for an hour of requests that is the same instant. */
export const expiresAtText = lastRemembered();

/** Writing an instant costs as much as comparing a hundred. */
function lastRemembered(): (instant: number) => string {
  let last = NaN;
  let text = '';
  return (instant) => {
    if (instant === last) return text;
    text = new Date(instant).toISOString();
    last = instant;
    return text;
  };
}
