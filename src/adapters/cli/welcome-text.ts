/** Words the first thing a developer sees after `npm start`: the address, and a query that works when pasted. */
import pc from 'picocolors';

/** What the welcome needs to know. */
export interface Welcome {
  /** Base address, for instance http://127.0.0.1:4000. */
  readonly url: string;
  /** A key that may ask for offers; null in production, where keys are never printed. */
  readonly apiKey: string | null;
  /** An account worth asking for; null when the database holds none that we know. */
  readonly accountId: string | null;
  readonly release: number;
  readonly accounts: number;
}

const FIELDS =
  'motion offers { rank title body acceptLabel whyShown price { proposed { formatted } difference { formatted } interval } valueCase { statement } }';

/** Several lines of text, ending in a newline. */
export function welcomeText(welcome: Welcome): string {
  const lines = [
    '',
    `  ${pc.bold('Expansion decisions')} at ${pc.cyan(`${welcome.url}/graphql`)}`,
    `  release ${welcome.release}, ${welcome.accounts.toLocaleString('en-US')} accounts`,
    ...(welcome.apiKey && welcome.accountId ? tryIt(welcome.url, welcome.apiKey, welcome.accountId) : []),
    '',
    '',
  ];
  return lines.join('\n');
}

function tryIt(url: string, apiKey: string, accountId: string): string[] {
  const query = `query Offers($account: ID!) { recommendedOffers(accountId: $account) { ${FIELDS} } }`;
  const body = JSON.stringify({ query, variables: { account: accountId } });
  return [
    '',
    '  Ask what to offer now; paste this:',
    '',
    `curl -s ${url}/graphql \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H 'authorization: Bearer ${apiKey}' \\`,
    `  -d '${body}'`,
  ];
}
