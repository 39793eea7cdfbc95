import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { buildContractSchema, printContractSchema } from '../../src/adapters/graphql/contract-schema';

const file = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');

describe('schema.graphql', () => {
  it('is what the code prints (`npm run schema` writes it anew)', () => {
    expect(file).toBe(printContractSchema());
  });

  it('can be built by a client and means the same', () => {
    expect(findBreakingChanges(buildSchema(file), buildContractSchema())).toEqual([]);
  });
});

describe('every name in the schema', () => {
  const own = Object.values(buildContractSchema().getTypeMap()).filter(
    ({ name }) => !/^(__|String$|Int$|Float$|ID$|Boolean$)/.test(name),
  );
  const membersOf = (type: GraphQLNamedType) =>
    isObjectType(type) || isInputObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
      : [];

  it.each(
    own
      .filter(({ name }) => !['Query', 'Mutation', 'Subscription'].includes(name))
      .map((type) => [type.name, type] as const),
  )('%s has a description', (_name, type) => expect(type.description).toMatch(/\S/));

  it.each(own.map((type) => [type.name, type] as const))(
    'the members of %s and their arguments have descriptions',
    (_name, type) => {
      const members = membersOf(type).flatMap((field) => [field, ...('args' in field ? field.args : [])]);
      expect(members.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
    },
  );
});
