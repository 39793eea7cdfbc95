/** A plain service, written honestly and in the ordinary way: what ours is measured against. Never shipped. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { openDataSource } from './open-data-source';
import { recommend } from './recommend';

const typeDefs = `
  type Query { recommendedOffers(accountId: ID!, first: Int = 3): Decision! }
  type Decision { id: ID! accountId: ID! motion: String! offers: [RecommendedOffer!]! }
  type RecommendedOffer {
    id: ID! offerKey: ID! kind: String! rank: Int! score: Float! signal: String! title: String! body: String!
    acceptLabel: String! declineLabel: String! treatment: String whyShown: String! closeMode: String!
    trigger: Trigger price: PriceChange
  }
  type Trigger { metric: ID! unit: String! used: Float! limit: Float ratio: Float }
  type PriceChange { current: Money proposed: Money! difference: Money! interval: String! }
  type Money { minorUnits: Int! currency: String! }
`;

async function serve(url: string, port: number): Promise<void> {
  const source = await openDataSource(url, false);
  const resolvers = {
    Query: {
      recommendedOffers: (_root: unknown, { accountId, first }: { accountId: string; first: number }) =>
        recommend(source, accountId, first),
    },
  };
  const server = new ApolloServer({ typeDefs, resolvers });
  await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
}

void serve(process.env.DATABASE_URL ?? '', Number(process.env.PORT));
