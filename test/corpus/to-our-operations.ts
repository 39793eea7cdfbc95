/** Turns the placeholder operations of the corpus into ours, and says where our design makes a label another one. */
import type { CorpusRequest, GraphqlCase } from './graphql-case';

/** What stands for the placeholders. */
export interface Named {
  /** An account of the caller, and one of somebody else. */
  readonly acc_1: string;
  readonly acc_9: string;
  /** A recommendation of each. */
  readonly recommendation: string;
  readonly foreignRecommendation: string;
}

type Expected = Partial<GraphqlCase['expected']>;

/** Labels that do not apply as they stand, with the reason. No case is dropped. */
export const LABELS: Readonly<Record<string, { readonly because: string; readonly expected: Expected }>> = {
  'gql-scalar-017': {
    because:
      'K-1 is another key, so the stored yes is not replayed: the offer is answered already, and that is what it is told.',
    expected: { outcome: 'refused' },
  },
  'gql-scalar-029': {
    because: 'Metrics have no whole-number kind: half a seat is taken as it is reported.',
    expected: { outcome: 'ok', noData: false },
  },
  'gql-csrf-003': {
    because: 'A GET is refused for its method, before its content type is looked at.',
    expected: { status: [405] },
  },
  'gql-tenant-009': {
    because:
      'recommendedOffers can not be null by contract, so one unknown account makes the whole answer an error: nothing of either is shown.',
    expected: { outcome: 'authz', noData: true },
  },
};

/** Operations that stand in for others, with the reason. */
export const STAND_INS: Readonly<Record<string, string>> = {
  createRule: 'Rules are judged by validateDocument; saving comes with governance.',
  deleteRule: 'The one deletion there is so far is revokeApiKey.',
  createWebhook: 'There are no webhooks yet: the field is unknown, which refuses every address.',
  node: 'There is no lookup by a global id: the field is unknown.',
  tenant:
    'One installation serves one vendor; what a tenant is there, an account is here, behind account tokens.',
};

const ANSWER = '{__typename ...on DomainError{code message}}';

const QUERIES: readonly (readonly [RegExp, string])[] = [
  [/\{offerId\}/g, '{offers{offerKey}}'],
  [
    /mutation\(\$i:CreateRuleInput!\)\{createRule\(input:\$i\)\{rule\{id version\}\}\}/,
    'query($d:JSONObject!){validateDocument(kind:RULE,document:$d){code}}',
  ],
  [
    /mutation\{createRule\(input:\{name:"c",document:(.*)\}\)\{rule\{id\}\}\}/,
    '{validateDocument(kind:RULE,document:$1){code}}',
  ],
  [/deleteRule\(id:"r1",expectedVersion:1\)\{id\}/, 'revokeApiKey(id:"r1")'],
  [/createApiKey\(input:\{scopes/, 'createApiKey(input:{name:"n",scopes'],
  [/\{id email\}/, '{id name}'],
  [/nodes\{id\}/g, 'edges{node{key}}'],
  [/ingestUsage\(events:\$e\)\{[^}]*\}/, 'recordUsage(input:$e){id status}'],
  [/accountId:"acc_9",offerId:"upgrade-pro"/g, 'recommendationId:"FOREIGN"'],
  [/accountId:"acc_1",offerId:"upgrade-pro"/g, 'recommendationId:"OWN"'],
  [/\{decision\{id\}\}/g, ANSWER],
];

/** In the cases of tenants the caller holds an account token, which reaches no `account`. */
const TENANT_QUERIES: readonly (readonly [RegExp, string])[] = [
  [/account\(id:("[^"]*")\)\{id( plan)?\}/g, 'recommendedOffers(accountId:$1){accountId}'],
];

/** The same request in our words. */
export function toOurOperations({ category, request }: GraphqlCase, named: Named): CorpusRequest {
  const body = request.body as { query?: string; variables?: Record<string, unknown> } | undefined;
  const changes = category === 'tenant' ? [...TENANT_QUERIES, ...QUERIES] : QUERIES;
  const say = (text: string) =>
    insert(
      changes.reduce((said, [was, is]) => said.replace(was, is), text),
      named,
    );
  if (typeof body?.query === 'string') {
    const variables = body.variables && toOurVariables(body.variables, named);
    return { ...request, body: { ...body, query: say(body.query), variables } };
  }
  const $gen = request.$gen && (JSON.parse(say(JSON.stringify(request.$gen))) as CorpusRequest['$gen']);
  return { ...request, $gen, ...(request.rawBody !== undefined && { rawBody: say(request.rawBody) }) };
}

function insert(text: string, named: Named): string {
  return text
    .replaceAll('FOREIGN', named.foreignRecommendation)
    .replaceAll('OWN', named.recommendation)
    .replaceAll('acc_1', named.acc_1)
    .replaceAll('acc_9', named.acc_9);
}

/** The facts and events of the sound rule belong to another catalogue; this one says the same in ours. */
const SOUND_RULE = {
  key: 'corpus-control',
  conditions: { all: [{ fact: 'account.plan', operator: 'equal', value: 'starter' }] },
  event: { type: 'score', params: { points: 1 } },
};

function toOurVariables(variables: Readonly<Record<string, unknown>>, named: Named): Record<string, unknown> {
  const { i, e, id } = variables as {
    i?: Record<string, unknown>;
    e?: Record<string, unknown>[];
    id?: unknown;
  };
  if (i && 'document' in i) return { d: SOUND_RULE };
  if (i && 'offerId' in i) {
    const { accountId: _account, offerId: _offer, ...rest } = i;
    return { i: { ...rest, recommendationId: named.recommendation } };
  }
  if (e)
    return {
      e: e.map(({ eventId, quantity, ...event }) => ({
        ...event,
        id: eventId,
        value: quantity,
        accountId: named.acc_1,
        metric: 'seats',
      })),
    };
  if (typeof id === 'string')
    return { id: id.replace('acc_1', named.acc_1).replace('ACC_1', named.acc_1.toUpperCase()) };
  return { ...variables };
}
