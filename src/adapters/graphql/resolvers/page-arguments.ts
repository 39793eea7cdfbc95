/** Words the two arguments that every list takes. */

/** `first` of lists that show 50 items unless told otherwise. */
export const FIRST = { nullable: true, defaultValue: 50, description: 'Size of the page, 1 to 100.' };
/** `after` of every list. */
export const AFTER = {
  nullable: true,
  description: 'A cursor of this list to go on behind; default: from the start.',
};
