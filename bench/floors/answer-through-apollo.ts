/** The floor of a GraphQL service: Apollo tuned as ours, with our schema, over objects that lie ready in memory. */
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { RequestContext } from '../../src/adapters/graphql/request-context';
import type { Services } from '../../src/adapters/graphql/services';
import { createGraphqlExecutor } from '../../src/adapters/http/graphql-executor';
import type { GraphqlRequest } from '../../src/adapters/http/graphql-request';
import { SCOPES, type KeyCaller } from '../../src/application/caller';
import type { DecisionView } from '../../src/application/decide/decide-for-account';
import type { Answer } from './json-listener';
import { inTurn } from './recorded-answers';

/** Gives the decisions in the texts in turn, whatever account is asked for. Ready once the executor has started. */
export async function answerThroughApollo([first, ...rest]: readonly [string, ...string[]]): Promise<Answer> {
  const executor = createGraphqlExecutor({
    schema: buildContractSchema(),
    production: true,
    reportFault: ({ error }) => console.error(error),
  });
  await executor.start();
  const next = inTurn([decisionIn(first), ...rest.map(decisionIn)]);
  const services = { decide: () => Promise.resolve(next()) } as unknown as Services;
  const caller: KeyCaller = { kind: 'api-key', id: 'floor', name: 'floor', scopes: new Set(SCOPES) };
  return (body, reply) => {
    const context = new RequestContext(services, caller, 'floor');
    void executor
      .execute(JSON.parse(body) as GraphqlRequest, context)
      .then(({ text }) => reply(text))
      .catch((fault: unknown) => console.error(fault));
  };
}

function decisionIn(text: string): DecisionView {
  const { data } = JSON.parse(text) as { data: { recommendedOffers: DecisionView } };
  return data.recommendedOffers;
}
