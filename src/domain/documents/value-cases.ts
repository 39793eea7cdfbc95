/** Lists the value cases of an offer in the order in which they are tried. */
import type { OfferDocument, ValueCaseDefinition } from './kinds/offer-document';

/** A value case and the JSON pointer to it. */
export interface PlacedValueCase {
  readonly definition: ValueCaseDefinition;
  readonly pointer: string;
}

/** The first one, then the others; empty for an offer without any. */
export function valueCasesOf({
  valueCase,
  otherValueCases,
}: Pick<OfferDocument, 'valueCase' | 'otherValueCases'>): readonly PlacedValueCase[] {
  const first = valueCase === undefined ? [] : [{ definition: valueCase, pointer: '/valueCase' }];
  const others = otherValueCases.map((definition, index) => ({
    definition,
    pointer: `/otherValueCases/${index}`,
  }));
  return [...first, ...others];
}
