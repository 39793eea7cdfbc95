/** Reads where and why a question is asked. */
import type { DecisionContext } from '../../domain/decisions/decision';
import { optionalId } from './arguments';
import type { DecisionContextInput } from './types/decision-context';

/** The context as decisions know it; without one the question is asked in the app. */
export function contextOf(input: DecisionContextInput | null): DecisionContext {
  return {
    surface: input?.surface ?? 'IN_APP',
    placement: input?.placement ?? undefined,
    intent: input?.intent ?? undefined,
    feature: input?.feature ?? undefined,
    conversationId: optionalId('context.conversationId', input?.conversationId) ?? undefined,
  };
}
