import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ASTNode, type DefinitionNode, Kind, parse, print } from 'graphql';
import { printContractSchema } from '../../src/adapters/graphql/contract-schema';

/** Types whose fields are built issue by issue; every other type that exists is there whole. */
const GROWING = ['Query', 'Mutation'];

interface Member {
  readonly name: string;
  readonly signature: string;
}

const contract = definitions(readFileSync(join(__dirname, 'contract.graphql'), 'utf8'));
const ours = definitions(printContractSchema());
const shared = [...contract.keys()].filter((name) => ours.has(name));

function definitions(text: string): ReadonlyMap<string, DefinitionNode> {
  return new Map(
    parse(text).definitions.flatMap((node) =>
      'name' in node && node.name ? [[node.name.value, node] as const] : [],
    ),
  );
}

/** Fields with their types, arguments and defaults, or the values of an enum; descriptions and order do not count. */
function membersOf(node: DefinitionNode | undefined): readonly Member[] {
  if (node?.kind === Kind.ENUM_TYPE_DEFINITION) {
    return (node.values ?? []).map((value) => ({ name: value.name.value, signature: value.name.value }));
  }
  if (node === undefined || !('fields' in node)) return [];
  return (node.fields ?? []).map((field) => ({ name: field.name.value, signature: signatureOf(field) }));
}

function signatureOf(node: ASTNode): string {
  const bare = { ...node, description: undefined } as ASTNode;
  if (bare.kind !== Kind.FIELD_DEFINITION) return print(bare);
  const args = (bare.arguments ?? []).map((argument) => ({ ...argument, description: undefined }));
  return print({ ...bare, arguments: args.sort((a, b) => (a.name.value < b.name.value ? -1 : 1)) });
}

describe('the API against the contract that clients rely on', () => {
  it('shares the types that are built', () => {
    expect(shared).toEqual(
      expect.arrayContaining([
        'Query',
        'Mutation',
        'Decision',
        'RecommendedOffer',
        'InAppNotification',
        'AccountInput',
        'Problem',
        'Money',
      ]),
    );
  });

  it.each(shared)('%s is of the same kind', (name) => {
    expect(ours.get(name)?.kind).toBe(contract.get(name)?.kind);
  });

  it.each(shared)('the members of %s have the same arguments, defaults, types and nullability', (name) => {
    const built = new Map(membersOf(ours.get(name)).map((member) => [member.name, member.signature]));
    const wanted = membersOf(contract.get(name)).filter((member) => built.has(member.name));
    expect(wanted.map((member) => built.get(member.name))).toEqual(wanted.map((member) => member.signature));
  });

  it.each(shared.filter((name) => !GROWING.includes(name)))('no member of %s is missing', (name) => {
    const built = membersOf(ours.get(name)).map((member) => member.name);
    expect(built).toEqual(expect.arrayContaining(membersOf(contract.get(name)).map((member) => member.name)));
  });

  it('builds the queries and mutations of the main job', () => {
    expect(membersOf(ours.get('Mutation')).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['recordAccountEvents', 'recordUsage', 'upsertAccounts'],
        ...['recordImpressions', 'acceptOffer', 'declineOffer', 'snoozeOffer', 'dismissNotification'],
        ...['createApiKey', 'revokeApiKey', 'createAccountToken'],
      ]),
    );
    expect(membersOf(ours.get('Query')).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...[
          'account',
          'accounts',
          'audience',
          'audiences',
          'documentSchema',
          'factCatalogue',
          'inAppNotifications',
        ],
        ...['offers', 'operatorCatalogue', 'recommendedOffers', 'rule', 'rules', 'validateDocument'],
      ]),
    );
  });
});
