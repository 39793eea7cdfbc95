/** The world of the recording use cases: the ports of decisions, and a store of answers. */
import { sha256Hasher } from '../../src/adapters/runtime/sha256-hasher';
import type { DecisionView } from '../../src/application/decide/decide-for-account';
import { decideForAccount } from '../../src/application/decide/decide-for-account';
import type { RespondPorts } from '../../src/application/respond/respond-ports';
import type { Responder } from '../../src/application/respond/response-inputs';
import type { DecisionContext } from '../../src/domain/decisions/decision';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import { testPorts, type TestPorts } from './decisions-ports';

/** Decisions and recordings over one store and one clock. */
export type RespondWorld = TestPorts & RespondPorts;

/** The world over these accounts; the clock stands at NOW. */
export function respondWorld(release: CompiledRelease, ...snapshots: AccountSnapshot[]): RespondWorld {
  return { ...testPorts(release, ...snapshots), hasher: sha256Hasher };
}

/** A system of ours, which reaches every account. */
export const KEY: Responder = { callerId: 'key-1', accountId: null, userId: null };

/** A decision for Acme in the app, for nobody in particular, unless told otherwise. */
export async function decisionOf(
  world: RespondWorld,
  context: Partial<DecisionContext> = {},
  userId: string | null = null,
): Promise<DecisionView> {
  const question = {
    accountId: 'acme',
    userId,
    context: { surface: 'IN_APP', ...context },
    first: 10,
  } as const;
  const decision = await decideForAccount(world, question);
  if ('failure' in decision) throw new Error(decision.failure);
  return decision;
}

/** The id of the one offer that is made; throws, with the reasons, when there is none. */
export async function recommended(...question: Parameters<typeof decisionOf>): Promise<string> {
  const { offers, suppressed } = await decisionOf(...question);
  if (offers[0] === undefined) throw new Error(JSON.stringify(suppressed));
  return offers[0].id;
}

/** The code that keeps the one offer of the catalogue back; `offered` when nothing does. */
export async function fateOf(...question: Parameters<typeof decisionOf>): Promise<string> {
  const { suppressed } = await decisionOf(...question);
  return suppressed[0]?.code ?? 'offered';
}
