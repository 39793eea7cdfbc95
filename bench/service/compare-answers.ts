/** Makes sure that both services do the same work: the same accounts get the same motion, offers, scores, signals, reasons and prices. */
import { accountIdAt } from './bench-accounts';
import type { MeasuredProcess } from './measured-process';
import { askForOffers, type OffersAnswer } from './offers-query';
import { seededRandom } from './seeded-random';

const SAMPLE_SEED = 7;

/** A service as far as it is asked. */
type Asked = Pick<MeasuredProcess, 'url' | 'headers'>;

/** What the comparison found. */
export interface Comparison {
  readonly compared: number;
  /** Accounts that were offered something. */
  readonly withOffers: number;
  readonly offers: number;
}

/** Asks both about a sample; throws at the first account they disagree about, with both answers. */
export async function compareAnswers(
  services: readonly [Asked, Asked],
  accounts: number,
  sample: number,
): Promise<Comparison> {
  const random = seededRandom(SAMPLE_SEED);
  let withOffers = 0;
  let offers = 0;
  for (let asked = 0; asked < sample; asked += 1) {
    const id = accountIdAt(random.between(0, accounts - 1));
    const [left, right] = await Promise.all(
      services.map(async ({ url, headers }) => essence(await askForOffers(url, headers, id))),
    );
    if (left?.text !== right?.text)
      throw new Error(`The services disagree about ${id}: ${left?.text} and ${right?.text}`);
    withOffers += left?.offers ? 1 : 0;
    offers += left?.offers ?? 0;
  }
  return { compared: sample, withOffers, offers };
}

function essence({ motion, offers }: OffersAnswer): { text: string; offers: number } {
  const lines = offers.map(
    ({ offerKey, score, signal, whyShown, price }) =>
      `${offerKey} ${score.toFixed(2)} ${signal} ${price.proposed.minorUnits} ${whyShown}`,
  );
  return { text: [motion, ...lines].join(', '), offers: offers.length };
}
