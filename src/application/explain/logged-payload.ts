/** Reads the payload of a logged decision, as far as deciding again needs it. */
import { z } from 'zod';
import type { FactSet } from '../../domain/rules/fact-set';
import type { FactCatalogue } from '../../domain/facts/fact-catalogue';
import { INTENTS, SURFACES } from '../../domain/documents/kinds/vocabulary';
import { readLoggedFacts, type LoggedFacts } from '../decide/logged-facts';
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
  facts: z.array(z.unknown()),
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

/** The payload with its facts by name, so that two can be told apart by a person. */
export function payloadByName(catalogue: FactCatalogue, payload: string): Readonly<Record<string, unknown>> {
  const { facts, ...rest } = JSON.parse(payload) as { facts: LoggedFacts; [member: string]: unknown };
  const values: FactSet['values'] = readLoggedFacts(catalogue, facts);
  return { ...rest, facts: Object.fromEntries(values) };
}
