/** Answers the probes of whoever runs the process: is it alive, may it get requests. */
import type { Endpoint } from './request-handler';
import { sendJson, sendRefusal } from './reply';
import { REFUSALS } from './request-refusal';

interface ProbeAnswer {
  readonly status: number;
  readonly text: string;
}

/** Whether requests can be answered; `degraded`: some can, from memory. */
export type ReadinessCheck = () => Promise<boolean | 'degraded'>;

/** Milliseconds that the readiness check may take before it counts as failed. */
export const READINESS_BUDGET_MS = 1_000;

/**
 * `/healthz` says that the event loop turns and touches nothing else. `/readyz` is 503 while the process drains, or when the
 * check says no, throws or takes too long.
 */
export function createProbes(
  checkReadiness: ReadinessCheck,
  isDraining: () => boolean,
): readonly (readonly [path: string, endpoint: Endpoint])[] {
  const readiness = async () => {
    const ready = !isDraining() && (await inBudget(checkReadiness));
    if (ready === false) return answer(503, 'unavailable');
    return answer(200, ready === 'degraded' ? ready : 'ready');
  };
  return [
    ['/healthz', probe(() => Promise.resolve(answer(200, 'ok')))],
    ['/readyz', probe(readiness)],
  ];
}

function probe(ask: () => Promise<ProbeAnswer>): Endpoint {
  return async (request, response, requestId) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendRefusal(response, REFUSALS.probeMethodNotAllowed, requestId);
    const { status, text } = await ask();
    sendJson(response, { requestId, status, text });
  };
}

function answer(status: number, word: string): ProbeAnswer {
  return { status, text: JSON.stringify({ status: word }) };
}

async function inBudget(check: ReadinessCheck): ReturnType<ReadinessCheck> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), READINESS_BUDGET_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
