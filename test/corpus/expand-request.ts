/** Writes out the requests of the corpus that are described by how they are made. */
import { gzipSync } from 'node:zlib';
import type { CorpusRequest } from './graphql-case';

/** What goes over the wire; `length` declares more body than there is. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  readonly length?: number;
}

type Numbers = Readonly<Record<string, number>>;
const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const query = (text: string, variables?: object) => JSON.stringify({ query: text, variables });

const BODIES: Readonly<
  Record<string, (gen: Numbers, words: Readonly<Record<string, string>>) => string | Buffer>
> = {
  deepListLiteral: ({ depth = 0 }) => query(`{audience(key:${'['.repeat(depth)}${']'.repeat(depth)}){key}}`),
  aliases: ({ count = 0 }, { field = '' }) => query(`{${many(count, (at) => `a${at}:${field}`)}}`),
  aliasMutations: ({ count = 0 }) =>
    query(
      `mutation{${many(count, (at) => `a${at}:acceptOffer(input:{recommendationId:"r",idempotencyKey:"k${at}"}){__typename}`)}}`,
    ),
  dupFields: ({ count = 0 }) => query(`{${many(count, () => '__typename')}}`),
  directives: ({ count = 0 }, { d = '' }) => query(`{__typename ${many(count, () => d)}}`),
  unusedFragments: ({ count = 0 }) =>
    query(`{__typename} ${many(count, (at) => `fragment f${at} on Query{__typename}`)}`),
  overlap: ({ count = 0 }) =>
    query(`{${many(count, (at) => `...on Query{a:__typename a${at}:__typename}`)}}`),
  usageEvents: ({ count = 0 }) =>
    query('mutation($e:[UsageEventInput!]!){recordUsage(input:$e){status}}', {
      e: Array.from({ length: count }, (_, at) => ({
        ...{ id: `e${at}`, accountId: 'acc_1', metric: 'seats', value: 1 },
        at: '2026-01-01T00:00:00Z',
      })),
    }),
  bigBody: ({ bytes = 0 }) => query('{__typename}').padEnd(bytes),
  gzipBomb: ({ bytes = 0 }) => gzipSync(Buffer.alloc(bytes, 0x20)),
  slowBody: () => '{"query":',
  bigHeader: () => query('{__typename}'),
  blockString: ({ bytes = 0 }) => query(`{audience(key:"""${'x'.repeat(bytes)}`),
  longId: ({ bytes = 0 }) =>
    query('query($id:ID!){recommendedOffers(accountId:$id){offers{offerKey}}}', { id: 'x'.repeat(bytes) }),
};

/** The request as bytes; a kind that is not known here fails the test that asks for it. */
export function expandRequest(request: CorpusRequest): WireRequest {
  const { method, path, headers, $gen } = request;
  const body = Buffer.from($gen ? generated($gen) : writtenBody(request));
  if ($gen?.kind === 'slowBody') return { method, path, headers, body, length: 1_000 };
  if ($gen?.kind !== 'bigHeader') return { method, path, headers, body };
  return { method, path, body, headers: { ...headers, 'x-big': 'x'.repeat(Number($gen['bytes'])) } };
}

function generated(gen: NonNullable<CorpusRequest['$gen']>): string | Buffer {
  const make = BODIES[gen.kind];
  if (make === undefined) throw new Error(`Nobody knows how to make ${gen.kind}.`);
  return make(gen as unknown as Numbers, gen as unknown as Record<string, string>);
}

function writtenBody({ body, rawBody, rawBase64 }: CorpusRequest): string | Buffer {
  if (rawBase64 !== undefined) return Buffer.from(rawBase64, 'base64');
  return rawBody ?? (body === undefined ? '' : JSON.stringify(body));
}
