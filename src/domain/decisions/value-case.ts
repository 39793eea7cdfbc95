/** Words the value case of an offer, or leaves it out where a figure is wanting. */
import type { CompiledOffer } from './compiled-offer';
import type { PriceChange, ValueCase } from './decision';
import { fill, type TextSource } from './placeholders';
import type { Situation } from './situation';
import { figuresOf, type Figures } from './value-figures';

/** Null without a definition, without a gain, or when the statement mentions what was not computed. */
export function valueCaseOf(
  situation: Situation,
  offer: CompiledOffer,
  price: PriceChange,
  source: TextSource,
): ValueCase | null {
  const definition = offer.document.valueCase;
  const industry = situation.account.industry ?? null;
  const statement = definition === undefined ? null : offer.statement(industry);
  if (definition === undefined || statement === null) return null;
  const figures = figuresOf(situation, offer.document, definition, price);
  if (figures === null) return null;
  const filled = fill(statement, { ...source, extra: withFigures(source.extra, figures) });
  if ('missing' in filled) return null;
  return { statement: filled.text, monthlyDifference: monthlyDifference(figures, price), figures };
}

function withFigures(extra: TextSource['extra'], figures: Figures): TextSource['extra'] {
  const named = Object.entries(figures).map(([name, value]) => [`figures.${name}`, value] as const);
  return new Map([...extra, ...named]);
}

function monthlyDifference(figures: Figures, price: PriceChange): ValueCase['monthlyDifference'] {
  const saving = figures['saving'];
  return saving === undefined ? null : { minorUnits: saving, currency: price.proposed.currency };
}
