/** Asks for decisions over GraphQL and says what came back. */
import { KEY } from './service-process';

/** Long: a machine that is busy beside is slow, and slow is not lost. */
const PATIENCE_MS = 60_000;
const QUERY = `query ($id: ID!) { recommendedOffers(accountId: $id) { motion degraded dataAgeSeconds offers { offerKey } } }`;

/** What came back. */
export interface DecisionAnswer {
  /** null: nothing came back. */
  readonly status: number | null;
  /** Code of what broke the connection; null when something came back. */
  readonly failure: string | null;
  readonly degraded: boolean;
  /** Age of what the decision was made from; null when nothing says so. */
  readonly ageSeconds: number | null;
  readonly retryAfter: string | null;
  readonly ms: number;
}

const NOTHING = { status: null, degraded: false, ageSeconds: null, retryAfter: null };

/** Never rejects. */
export async function askForDecision(url: string, accountId: string): Promise<DecisionAnswer> {
  const started = performance.now();
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: QUERY, variables: { id: accountId } }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const degraded = text.includes('"degraded":true');
    const age = /"dataAgeSeconds":(\d+)/.exec(text)?.[1];
    const ageSeconds = age === undefined ? null : Number(age);
    const retryAfter = response.headers.get('retry-after');
    const status = text.includes('"errors"') && response.status === 200 ? 500 : response.status;
    return { status, failure: null, degraded, ageSeconds, retryAfter, ms: performance.now() - started };
  } catch (error) {
    const failure = (error as { cause?: { code?: string } }).cause?.code ?? String(error);
    return { ...NOTHING, failure, ms: performance.now() - started };
  }
}
