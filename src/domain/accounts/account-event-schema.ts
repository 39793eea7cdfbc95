/** Says what each type of account event must carry. */
import { z } from 'zod';
import { FORBIDDEN_NAMES } from '../documents/hostile-characters';
import { documentKey } from '../documents/kinds/key';
import { CONTRACT_TERMS } from '../documents/kinds/vocabulary';
import type { AccountEventType } from './account-event';
import { callersId, line, utcTimestamp } from './input-fields';

const featureKey = documentKey.refine((key) => !FORBIDDEN_NAMES.has(key), 'must be another name');

const eventOf = <T extends AccountEventType, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({
    id: callersId,
    accountId: callersId,
    type: z.literal(type),
    at: utcTimestamp,
    data,
  });

const noData = z.strictObject({}).default({});

/** One event with the data of its type; no data is none for the types that need none. */
export const accountEventSchema = z.discriminatedUnion('type', [
  eventOf('PLAN_CHANGED', z.strictObject({ plan: line(80) })),
  eventOf('RENEWED', z.strictObject({ renewsAt: utcTimestamp, term: z.enum(CONTRACT_TERMS).optional() })),
  eventOf('CHURNED', noData),
  eventOf('REACTIVATED', noData),
  eventOf('CSAT', z.strictObject({ score: z.number().min(1).max(5) })),
  eventOf('CONVERSATION_CLOSED', z.strictObject({ resolved: z.boolean() })),
  eventOf('FEATURE_USED', z.strictObject({ feature: featureKey })),
]);

/** An account event whose data has been read. */
export type ReadAccountEvent = z.infer<typeof accountEventSchema>;

/** The event of one type. */
export type ReadEventOf<T extends AccountEventType> = Extract<ReadAccountEvent, { type: T }>;
