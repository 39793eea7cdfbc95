/** Checks arguments whose types GraphQL cannot narrow: ids and page sizes. */
import { MAX_PAGE_SIZE } from '../../application/page-size';
import { invalidArgument } from './refusals';

/** Bytes of UTF-8 that an id may have: what fits the narrowest key column with room for others beside it. */
export const MAX_ID_BYTES = 190;

/** The id as given; throws INVALID_ARGUMENT when it is empty or longer than 190 bytes. */
export function requireId(argument: string, id: string): string {
  if (id.length === 0) throw invalidArgument(argument, 'is empty; send the id of what you ask for.');
  if (id.length > MAX_ID_BYTES || Buffer.byteLength(id) > MAX_ID_BYTES) {
    throw invalidArgument(argument, `is longer than ${MAX_ID_BYTES} bytes; no id is that long.`);
  }
  return id;
}

/** The same for an argument that may be left out; null stands for that. */
export function optionalId(argument: string, id: string | null | undefined): string | null {
  return id === null || id === undefined ? null : requireId(argument, id);
}

/** The page size; the field's default for null; throws INVALID_ARGUMENT outside 1 to 100. */
export function pageSize(first: number | null | undefined, whenAbsent: number): number {
  const size = first ?? whenAbsent;
  if (size >= 1 && size <= MAX_PAGE_SIZE) return size;
  throw invalidArgument(
    'first',
    `must be between 1 and ${MAX_PAGE_SIZE}; ${size} is not. Page on with \`after\`.`,
  );
}
