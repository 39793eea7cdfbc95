/** Says how large a page may be. */

/** Items a page may have; `first` goes from 1 to here. */
export const MAX_PAGE_SIZE = 100;
