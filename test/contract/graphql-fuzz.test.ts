/** Asks what nobody would ask: operations drawn from the schema, with values drawn from everywhere, of the whole service in production mode. */
import fc from 'fast-check';
import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { describeEachDatabase } from '../support/databases';
import { leaksOf } from '../support/leaks';
import { sendRaw } from '../support/raw-request';
import { runningService, SERVICE_KEY } from '../support/running-service';
import { operationFor, rootFieldsOf, type RootField } from '../support/schema-queries';

const RUNS = 300;
const MAX_BYTES = 100_000;
const roots = rootFieldsOf(buildContractSchema());

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    "' OR 1=1 --",
    '"; DROP TABLE account; --',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(
    'acme-dental',
    'ACME-DENTAL',
    '../../etc/passwd',
    '${7*7}',
    '{{7*7}}',
    '<script>',
    'x'.repeat(5_000),
  ),
  fc.constantFrom(
    '2026-02-30T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00Z',
    'P1D',
    '-1',
    'NaN',
  ),
);
const anyNumber = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 1e308, -0, 2 ** 31, 2 ** 53));
const anyJson = fc.oneof(
  fc.jsonValue(),
  anyText,
  anyNumber,
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
);

/** Mostly what the type takes, now and then anything at all. */
function valueOf(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingValueOf(type, depth);
  return fc.oneof({ arbitrary: fitting, weight: 14 }, { arbitrary: anyJson, weight: 1 });
}

function fittingValueOf(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return fittingValueOf(type.ofType, depth);
  if (isListType(type)) return fc.array(valueOf(type.ofType, depth + 1), { maxLength: 4 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const members = Object.values(type.getFields());
    const required = members.filter((member) => isNonNullType(member.type)).map(({ name }) => name);
    const shapes = Object.fromEntries(
      members.map((member) => [member.name, valueOf(member.type, depth + 1)]),
    );
    return fc.record(shapes, { requiredKeys: required });
  }
  if (type.name === 'Boolean') return fc.boolean();
  if (type.name === 'Int') return fc.oneof(fc.integer({ min: -2, max: 120 }), fc.integer());
  if (type.name === 'Float' || type.name === 'SafeInt') return anyNumber;
  if (type.name === 'DateTime')
    return fc.oneof(
      fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
      anyText,
    );
  return type.name === 'JSONObject' ? fc.dictionary(anyText, fc.jsonValue()) : anyText;
}

function argumentsOf({ field }: RootField): fc.Arbitrary<Record<string, unknown>> {
  const shapes = Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type)]));
  const required = field.args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  return fc.record(shapes, { requiredKeys: required });
}

describeEachDatabase('whatever is asked', (database) => {
  const service = runningService(database, { NODE_ENV: 'production' });
  const statuses = new Map<number, number>();

  const send = async (text: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${SERVICE_KEY}` };
    const body = Buffer.from(text);
    const answer = await sendRaw(service.url, { method: 'POST', path: '/graphql', headers, body });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer;
  };
  afterAll(() =>
    process.stdout.write(
      `\n${database.url.split(':')[0]}: answers by status ${JSON.stringify(Object.fromEntries(statuses))}\n`,
    ),
  );

  it.each(roots.map((root) => [root.field.name, root] as const))(
    '%s answers without a fault and without a leak',
    async (_name, root) => {
      await fc.assert(
        fc.asyncProperty(argumentsOf(root), async (args) => {
          const { status, text } = await send(
            JSON.stringify({ query: operationFor(root, args), variables: args }),
          );
          expect([200, 400]).toContain(status);
          expect(Buffer.byteLength(text)).toBeLessThan(MAX_BYTES);
          expect(leaksOf(withoutEchoes(text, args))).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / roots.length) },
      );
    },
  );

  it('operations of random pieces are refused or answered', async () => {
    const names = roots.flatMap(({ field }) => [field.name, ...field.args.map(({ name }) => name)]);
    const types = Object.keys(buildContractSchema().getTypeMap());
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        ':',
        '...',
        '@',
        '!',
        '[',
        ']',
        '$',
        '|',
        '=',
        '"',
        '"""',
        '#',
        ',',
        '\n',
      ),
      fc.constantFrom(
        'query',
        'mutation',
        'subscription',
        'fragment',
        'on',
        '@include(if: true)',
        '__typename',
        '{ __typename }',
      ),
      fc.constantFrom(...names, ...types),
      anyText,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), anyJson, async (pieces, variables) => {
        const { status, text } = await send(JSON.stringify({ query: pieces.join(' '), variables }));
        expect([200, 400]).toContain(status);
        expect(Buffer.byteLength(text)).toBeLessThan(20_000);
      }),
      { numRuns: RUNS },
    );
  });

  it('bodies that are nearly requests are refused or answered', async () => {
    const request = fc.record(
      { query: anyJson, variables: anyJson, operationName: anyJson, extensions: anyJson },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(request, anyJson), async (body) => {
        const { status, text } = await send(JSON.stringify(body) ?? '');
        expect([200, 400]).toContain(status);
        expect(Buffer.byteLength(text)).toBeLessThan(20_000);
      }),
      { numRuns: RUNS },
    );
  });
});

/** What a caller reads of his own words is no leak of ours. */
function withoutEchoes(text: string, args: unknown): string {
  const own = new Set<string>();
  JSON.stringify(args, (_name, value: unknown) => {
    if (typeof value === 'string' && value.length > 2) own.add(JSON.stringify(value).slice(1, -1));
    return value;
  });
  return [...own]
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text);
}
