import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compareAnswers } from '../../bench/service/compare-answers';

const servers: Server[] = [];

/** A service that gives everybody the same answer. */
async function serviceAnswering(answer: object): Promise<{ url: string; headers: Record<string, string> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.end(JSON.stringify(answer));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, headers: {} };
}

const offer = {
  offerKey: 'growth-plan',
  score: 31.5,
  signal: 'USAGE_LIMIT',
  whyShown: 'You use 9 seats.',
  price: { proposed: { minorUnits: 49900 } },
};
const answering = (motion: string, ...offers: object[]) => ({
  data: { recommendedOffers: { motion, offers } },
});

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

describe('comparing the two services before they are measured', () => {
  it('counts what was offered where they agree', async () => {
    const [left, right] = [answering('UPSELL', offer), answering('UPSELL', { ...offer })];
    const both = [await serviceAnswering(left), await serviceAnswering(right)] as const;
    expect(await compareAnswers(both, 100, 4)).toEqual({ compared: 4, withOffers: 4, offers: 4 });
  });

  it.each([
    ['an offer', answering('UPSELL', { ...offer, offerKey: 'scale-plan' })],
    ['the number of offers', answering('UPSELL', offer, { ...offer, offerKey: 'message-pack' })],
    ['the motion', answering('RENEWAL', offer)],
    ['a score', answering('UPSELL', { ...offer, score: 31.6 })],
    ['a signal', answering('UPSELL', { ...offer, signal: 'MILESTONE' })],
    ['the rule that spoke', answering('UPSELL', { ...offer, whyShown: 'You use 8 seats.' })],
    ['a price', answering('UPSELL', { ...offer, price: { proposed: { minorUnits: 1 } } })],
  ])('stops where they disagree about %s', async (_what, other) => {
    const both = [await serviceAnswering(answering('UPSELL', offer)), await serviceAnswering(other)] as const;
    await expect(compareAnswers(both, 100, 4)).rejects.toThrow('The services disagree about account-');
  });

  it('stops when a service answers with an error', async () => {
    const broken = await serviceAnswering({ errors: [{ message: 'No account' }] });
    await expect(compareAnswers([broken, broken], 100, 1)).rejects.toThrow('No account');
  });
});
