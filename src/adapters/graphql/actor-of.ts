/** Tells who acts, for what is audited. */
import type { Actor } from '../../domain/audit/actor';
import type { Caller } from '../../application/caller';

/** An API key by its name; an account token acts for nobody that could be named, and none of what is audited is open to it. */
export function actorOf(caller: Caller): Actor {
  return { id: caller.id, name: caller.kind === 'api-key' ? caller.name : caller.id };
}
