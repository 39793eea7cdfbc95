/** The table of how many handoffs were accepted in a calendar month, by owner and by offer, over all accounts. */
import { EntitySchema } from 'typeorm';
import { keyType, MAX_OWNER_BYTES, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** `kind` is `owner` or `offer`, the subject the owner's name as accounts have it or the offer's key. */
export interface HandoffCountRow {
  readonly kind: StoredKey;
  readonly subject: StoredKey;
  readonly accepted: number;
}

/** The month is `YYYY-MM` in UTC. A row is what yeses of different accounts wait for; it only ever grows. */
export function handoffCountTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'handoff_count',
    columns: {
      month: { ...keyType(dialect), primary: true },
      kind: { ...keyType(dialect), primary: true },
      subject: { ...keyType(dialect, MAX_OWNER_BYTES), primary: true },
      accepted: { type: 'integer' },
    },
  });
}
