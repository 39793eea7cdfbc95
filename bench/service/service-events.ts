/** Says what the workload's rules lead to in the service benchmark: every type, and as many offers with few rules as with many. */
import type { RuleEvent } from '../../src/domain/documents/kinds/rule-document';
import { mixedEvent } from '../workload/workload-events';

/** The only offer that rules of the workload silence; were it any offer, a thousand rules would silence them all. */
const SILENCED = 'automated-exports';

/** By the rule's position, from 0. */
export function serviceEvent(at: number): RuleEvent {
  const event = mixedEvent(at);
  if (event.type === 'suppress') return { ...event, params: { ...event.params, offers: [SILENCED] } };
  if (event.type !== 'recommend-offer') return event;
  // The texts of an offer name the usage that set it off, so there must be one.
  return { ...event, params: { ...event.params, signal: 'USAGE_LIMIT', metric: 'messages' } };
}
