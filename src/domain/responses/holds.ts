/** Asks everything that was shown and answered before what speaks against showing an offer now. */
import { capHolds, opensPrompt } from './caps';
import { refusalHold } from './conversation-refusal';
import { cooldownHold } from './cooldown';
import { dismissalHold } from './dismissal';
import type { Hold, HoldCode, Past } from './hold';
import { capacityHold } from './owner-capacity';
import { openPrompt } from './prompt-life';
import { snoozeHold } from './snooze';
import type { Showing, Viewer } from './showing';

/** Every objection, the buyer's own word before our counts; empty when the offer may be shown. */
export function holdsOn(past: Past, showing: Showing): readonly Hold[] {
  const holds = [
    refusalHold(past, showing),
    snoozeHold(past, showing),
    cooldownHold(past, showing),
    dismissalHold(past, showing),
    ...capHolds(past, showing),
    capacityHold(past, showing),
  ];
  return holds.filter((hold) => hold !== null);
}

/** The first objection that an ask does not lift; undefined when the offer may be shown. */
export function firstHold(past: Past, showing: Showing): Hold | undefined {
  return holdsOn(past, showing).find(({ code }) => !isLifted(past.policy, showing, code));
}

/** The first objection to an answer that is a yes: an open prompt may be accepted unless nobody can take the handoff on. */
export function acceptanceHold(past: Past, showing: Showing): Hold | undefined {
  if (openPrompt(past.history, showing, past.now) === undefined) return firstHold(past, showing);
  const full = capacityHold(past, showing);
  return full === null || isLifted(past.policy, showing, full.code) ? undefined : full;
}

/**
 * The first cap that offers about to be shown before it leave no room under, unless an ask lifts it; undefined when there is
 * room. Of those ahead only the ones that open a prompt take room.
 */
export function surplusHold(
  past: Past,
  showing: Viewer & Pick<Showing, 'signal'>,
  ahead: readonly Viewer[],
): Hold | undefined {
  const taking = ahead.filter((other) => opensPrompt(past, other));
  if (taking.length === 0) return undefined;
  return capHolds(past, showing, taking).find(({ code }) => !isLifted(past.policy, showing, code));
}

function isLifted(policy: Past['policy'], { signal }: Pick<Showing, 'signal'>, code: HoldCode): boolean {
  const { explicitAskLifts, explicitAskHandsOff } = policy;
  return signal === 'EXPLICIT_ASK' && [...explicitAskLifts, ...explicitAskHandsOff].includes(code);
}
