/** Makes identifiers that sort by the time they were made. */
import { v7 } from 'uuid';
import type { IdSource } from '../../application/ports';

/** UUIDv7 (RFC 9562, section 5.7): unique across processes, ascending within one. */
export const uuidSource: IdSource = { next: () => v7() };
