/** The question both services are asked, and how its answer is read. */

const QUERY = `query Offers($id: ID!) {
  recommendedOffers(accountId: $id) {
    id accountId motion
    offers {
      id offerKey kind rank score signal title body acceptLabel declineLabel treatment whyShown closeMode
      trigger { metric unit used limit ratio }
      price {
        current { minorUnits currency }
        proposed { minorUnits currency }
        difference { minorUnits currency }
        interval
      }
    }
  }
}`;

/** What is compared: the motion, and the offers by rank with their score, signal, reason and price. */
export interface OffersAnswer {
  readonly motion: string;
  readonly offers: readonly {
    readonly offerKey: string;
    readonly score: number;
    readonly signal: string;
    readonly whyShown: string;
    readonly price: { readonly proposed: { readonly minorUnits: number } };
  }[];
}

/** The request body for one account. */
export function offersBody(accountId: string): string {
  return JSON.stringify({ query: QUERY, variables: { id: accountId } });
}

/** Asks one service about one account; throws on anything but an answer without errors. */
export async function askForOffers(
  url: string,
  headers: Readonly<Record<string, string>>,
  accountId: string,
): Promise<OffersAnswer> {
  const text = await offersText(url, headers, accountId);
  return (JSON.parse(text) as { data: { recommendedOffers: OffersAnswer } }).data.recommendedOffers;
}

/** The same as it was sent. */
export async function offersText(
  url: string,
  headers: Readonly<Record<string, string>>,
  accountId: string,
): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers, body: offersBody(accountId) });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as {
    data?: unknown;
    errors?: readonly { readonly message: string }[];
  };
  if (data === undefined || errors !== undefined)
    throw new Error(errors?.[0]?.message ?? `HTTP ${response.status}`);
  return text;
}
