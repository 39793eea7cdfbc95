/** Looks for the weaknesses that graphql-cop looks for, in production mode: each probe tells how it would know, and none does. */
import { startServer, type TestServer } from '../support/graphql-server';
import { leaksOf } from '../support/leaks';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { production: true });
});
afterAll(() => server.close());

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

type Answered = { readonly status: number; readonly text: string; readonly json: Json };
type Json = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: object }[];
  extensions?: object;
};
type Probe = readonly [name: string, send: () => Promise<Answered>, isFound: (answer: Answered) => boolean];

const read = async (response: Response): Promise<Answered> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, text, json: (isJson && text !== '' ? JSON.parse(text) : {}) as Json };
};
const AUTHORIZATION = { authorization: 'Bearer all' };
const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${server.url}/graphql`, { method: 'POST', body, headers: { ...AUTHORIZATION, ...headers } }).then(
    read,
  );
const ask = (query: string) => post(JSON.stringify({ query }));
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { ...AUTHORIZATION, ...headers } }).then(read);
const answersTypename = ({ json }: Answered) => json.data?.['__typename'] !== undefined;
const hasData = ({ json }: Answered) => json.data !== undefined && json.data !== null;

const CIRCLE = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
const pages = [
  '/graphiql',
  '/playground',
  '/console',
  '/graphql',
  '/graphql/console',
  '/altair',
  '/voyager',
  '/',
];

const PROBES: readonly Probe[] = [
  ['alias overloading', () => ask(`{ ${times(101, (at) => `alias${at}: __typename`)} }`), hasData],
  [
    'array batching',
    () => post(`[${times(10, () => '{"query":"{__typename}"}').replaceAll('} {', '},{')}]`),
    ({ text, status }) => status === 200 || text.startsWith('['),
  ],
  [
    'directive overloading',
    () => ask(`query cop { __typename ${'@aa'.repeat(10)} }`),
    ({ json }) => (json.errors ?? []).length === 10,
  ],
  [
    'directive overloading, of a known one',
    () => ask(`{ __typename ${times(51, () => '@include(if:true)')} }`),
    hasData,
  ],
  ['circular introspection', () => ask(CIRCLE), hasData],
  ['field duplication', () => ask(`query cop { ${times(500, () => '__typename')} }`), answersTypename],
  ['queries by GET', () => get('/graphql?query=query+cop+{__typename}'), answersTypename],
  ['mutations by GET', () => get('/graphql?query=mutation+cop+{__typename}'), answersTypename],
  ...pages.map((page): Probe => [
    `GraphiQL or Playground at ${page}`,
    () => get(page, { accept: 'text/html' }),
    ({ text, status }) => status === 200 || /<html|graphiql|playground|altair/i.test(text),
  ]),
  ['introspection', () => ask('query cop { __schema { types { name fields { name } } } }'), hasData],
  ['introspection of one type', () => ask('{ __type(name: "Account") { name } }'), hasData],
  [
    'field suggestions',
    () => ask('{ recommendedOfers(accountId: "x") { id } }'),
    ({ text }) => /did you mean/i.test(text),
  ],
  [
    'argument suggestions',
    () => ask('{ recommendedOffers(acountId: "x") { id } }'),
    ({ text }) => /did you mean/i.test(text),
  ],
  ['tracing', () => ask('{ __typename }'), ({ json }) => json.extensions !== undefined],
  [
    'unhandled errors',
    () => ask('qwerty cop { abc }'),
    ({ text, status }) => status >= 500 || leaksOf(text).length > 0,
  ],
  [
    'POST of a form (CSRF)',
    () => post('query=query+cop+{__typename}', { 'content-type': 'application/x-www-form-urlencoded' }),
    answersTypename,
  ],
  [
    'POST of plain text (CSRF)',
    () => post('{"query":"{__typename}"}', { 'content-type': 'text/plain' }),
    answersTypename,
  ],
];

describe('the weaknesses that scanners look for', () => {
  it.each(PROBES)('%s is not found', async (_name, send, isFound) => {
    const answer = await send();
    expect({ found: isFound(answer), status: answer.status, text: answer.text }).toMatchObject({
      found: false,
    });
    expect(answer.status).toBeLessThan(500);
    expect(leaksOf(answer.text)).toEqual([]);
  });

  it('would be found if they were there: the probes see a server in development that introspects', async () => {
    const development = await startServer();
    const { json } = await development.ask('query cop { __schema { types { name } } }');
    expect(hasData({ status: 200, text: '', json: json as Json })).toBe(true);
    await development.close();
  });
});
