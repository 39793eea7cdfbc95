/** The table of canonical document texts by their SHA-256: written once, never changed. */
import { EntitySchema } from 'typeorm';
import { hashType, longTextType, type Dialect } from '../column-types';

/** The text is byte for byte what the hash was taken of. */
export function documentTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'document',
    columns: {
      hash: { ...hashType(dialect), primary: true },
      canonical_text: longTextType(dialect),
    },
  });
}
