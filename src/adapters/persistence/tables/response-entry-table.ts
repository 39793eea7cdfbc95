/** The table of what was shown and answered: append-only, without foreign keys, the source of reports. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, timeType, type Dialect } from '../column-types';

/** User and conversation ids are the caller's word and may be of any length. `signal_name` since `signal` is a reserved word of MySQL; `opens_prompt` is 0 or 1, `exhausts` too; it and the price are null in entries older than they. */
export function responseEntryTable(dialect: Dialect): EntitySchema {
  const key = keyType(dialect);
  const optionalKey = { ...key, nullable: true };
  const optionalText = { ...longTextType(dialect), nullable: true };
  const optionalTime = { ...timeType(dialect), nullable: true };
  return new EntitySchema({
    name: 'response_entry',
    columns: {
      id: { ...key, primary: true },
      account_id: key,
      user_id: optionalText,
      kind: key,
      prompt_id: optionalKey,
      subject: key,
      at: timeType(dialect),
      rule_key: optionalKey,
      signal_name: optionalKey,
      treatment: optionalKey,
      release_number: { type: 'integer', nullable: true },
      surface: key,
      conversation_id: optionalText,
      segment: optionalKey,
      reason: optionalKey,
      comment: optionalText,
      silent_until: optionalTime,
      crossed_at: optionalTime,
      opens_prompt: { type: 'integer' },
      business_key: optionalKey,
      exhausts: { type: 'integer', nullable: true },
      price: optionalKey,
    },
    indices: [
      { name: 'uq_response_entry_business_key', columns: ['account_id', 'business_key'], unique: true },
      { name: 'idx_response_entry_at', columns: ['at', 'id'] },
      { name: 'idx_response_entry_account_at', columns: ['account_id', 'at'] },
    ],
  });
}
