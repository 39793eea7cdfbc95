/** Answers the probes of whoever runs the process: is it alive, may it get requests. */
import type { Endpoint } from './request-handler';
import { sendJson, sendRefusal } from './reply';
import { REFUSALS } from './request-refusal';

interface ProbeAnswer {
  readonly status: number;
  readonly text: string;
}

/** Milliseconds that the readiness check may take before it counts as failed. */
export const READINESS_BUDGET_MS = 1_000;

/**
 * `/healthz` says that the event loop turns and touches nothing else. `/readyz` is 503 while the process drains, or when the
 * check says no, throws or takes too long.
 */
export function createProbes(
  checkReadiness: () => Promise<boolean>,
  isDraining: () => boolean,
): readonly (readonly [path: string, endpoint: Endpoint])[] {
  const readiness = async () =>
    isDraining() || !(await inBudget(checkReadiness)) ? answer(503, 'unavailable') : answer(200, 'ready');
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
    sendJson(response, status, text);
  };
}

function answer(status: number, word: string): ProbeAnswer {
  return { status, text: JSON.stringify({ status: word }) };
}

async function inBudget(check: () => Promise<boolean>): Promise<boolean> {
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
