import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compareAnswers } from '../../bench/service/compare-answers';
import type { MeasuredProcess } from '../../bench/service/measured-process';

const servers: Server[] = [];

/** A service that gives everybody the same answer. */
async function serviceAnswering(answer: object): Promise<MeasuredProcess> {
  const server = createServer((request, response) => {
    request.resume();
    response.end(JSON.stringify(answer));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const nothing = () => Promise.reject(new Error('not measured here'));
  return { name: 'fake', url: `http://127.0.0.1:${port}`, headers: {}, cpuMicros: nothing, stop: nothing };
}

const offering = (motion: string, ...offerKeys: string[]) => ({
  data: {
    recommendedOffers: {
      motion,
      offers: offerKeys.map((offerKey) => ({
        offerKey,
        signal: 'USAGE_LIMIT',
        price: { proposed: { minorUnits: 49900 } },
      })),
    },
  },
});

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

describe('comparing the two services before they are measured', () => {
  it('counts what was offered where they agree', async () => {
    const [left, right] = [offering('UPSELL', 'growth-plan'), offering('UPSELL', 'growth-plan')];
    const both = [await serviceAnswering(left), await serviceAnswering(right)] as const;
    expect(await compareAnswers(both, 100, 4)).toEqual({ compared: 4, withOffers: 4, offers: 4 });
  });

  it.each([
    ['an offer', offering('UPSELL', 'scale-plan')],
    ['the number of offers', offering('UPSELL', 'growth-plan', 'message-pack')],
    ['the motion', offering('RENEWAL', 'growth-plan')],
  ])('stops where they disagree about %s', async (_what, other) => {
    const both = [
      await serviceAnswering(offering('UPSELL', 'growth-plan')),
      await serviceAnswering(other),
    ] as const;
    await expect(compareAnswers(both, 100, 4)).rejects.toThrow('The services disagree about account-');
  });

  it('stops when a service answers with an error', async () => {
    const broken = await serviceAnswering({ errors: [{ message: 'No account' }] });
    await expect(compareAnswers([broken, broken], 100, 1)).rejects.toThrow('No account');
  });
});
