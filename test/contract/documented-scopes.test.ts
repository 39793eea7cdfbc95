/** Holds docs/scopes.md, the matrix of scopes, to the schema: every root field, and no other. */
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { scopeOf } from '../../src/adapters/graphql/scope';
import { ACCOUNT_TOKEN_SCOPES, SCOPES, type Scope } from '../../src/application/caller';
import { tableRows } from '../support/markdown-tables';

const schema = buildContractSchema();
const fields = (['query', 'mutation', 'subscription'] as const).flatMap((operation) =>
  Object.values(schema.getRootType(operation as never)?.getFields() ?? {}).map(
    (field) => [`${operation} ${field.name}`, scopeOf(field as never) as Scope] as const,
  ),
);

test('docs/scopes.md says of every root field which scope it demands, and whether an account token has it', () => {
  const demanded = fields.map(([name, scope]) => [
    name,
    scope,
    ACCOUNT_TOKEN_SCOPES.has(scope) ? 'yes' : 'no',
  ]);
  expect(tableRows('docs/scopes.md').sort()).toEqual(demanded.sort());
});

test('every scope that a field demands can be given to a key', () => {
  for (const [, scope] of fields) expect(SCOPES).toContain(scope);
});
