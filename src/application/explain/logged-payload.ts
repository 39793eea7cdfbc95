/** Reads the payload of a logged decision, as far as deciding again needs it. */
import { z } from 'zod';
import { INTENTS, SURFACES } from '../../domain/documents/kinds/vocabulary';
import type { LoggedPast } from '../decide/logged-past';

const contextSchema = z.object({
  surface: z.enum(SURFACES),
  placement: z.string().optional(),
  intent: z.enum(INTENTS).optional(),
  feature: z.string().optional(),
  conversationId: z.string().optional(),
});

const payloadSchema = z.looseObject({
  context: contextSchema,
  first: z.number().nullable(),
  placed: z.number().optional(),
  /** By place, in lines that told facts. */
  facts: z.array(z.unknown()).optional(),
  past: z.unknown().optional(),
});

/** What was asked, and what of the past was read. */
export interface LoggedQuestion {
  readonly context: z.infer<typeof contextSchema>;
  /** At most so many offers; null: notifications were asked for. */
  readonly first: number | null;
  /** At most so many notifications; undefined where offers were asked for, and in lines that did not tell. */
  readonly placed: number | undefined;
  readonly past: LoggedPast | undefined;
}

/** null for a line of an older form, which told facts by name and can't be made again. */
export function readLoggedQuestion(payload: string): LoggedQuestion | null {
  const read = payloadSchema.safeParse(JSON.parse(payload));
  if (!read.success) return null;
  const { context, first, placed, past } = read.data;
  return { context, first, placed, past: past as LoggedPast | undefined };
}

/** The payload without its facts, which older lines told and which follow from the account. */
export function payloadWithoutFacts(payload: string): Readonly<Record<string, unknown>> {
  const { facts: _facts, ...rest } = JSON.parse(payload) as Readonly<Record<string, unknown>>;
  return rest;
}
