/** Words the value case of an offer, or leaves it out where a figure is wanting. */
import type { CompiledOffer, CompiledValueCase } from './compiled-offer';
import type { PriceChange, ValueCase } from './decision';
import { fill, type TextSource } from './placeholders';
import type { Situation } from './situation';
import type { NamedValues, Template } from './template-language';
import { figuresOf, type Figures } from './value-figures';

const FIGURES = 'figures.';

/** What an offer costs and what set it off, as far as value cases go by it. */
export interface ValueQuestion {
  readonly price: PriceChange;
  /** The metric that set the offer off; null where none did. */
  readonly metric: string | null;
}

/**
 * Cases about the metric that set the offer off are tried first, then the others, each in the order of the document.
 * Null where none has a gain to tell of and every figure that its statement mentions.
 */
export function valueCaseOf(
  situation: Situation,
  offer: CompiledOffer,
  { price, metric }: ValueQuestion,
  source: TextSource,
): ValueCase | null {
  const cases = offer.valueCases(situation.account.industry ?? null);
  if (cases.length === 0) return null;
  const told = (found: CompiledValueCase): ValueCase | null => {
    const figures = figuresOf(situation, offer.document, found.definition, price);
    return figures === null ? null : tell(found.statement, figures, price, source);
  };
  const isAbout = ({ definition }: CompiledValueCase): boolean => definition.metric === metric;
  return (
    firstTold(cases.filter(isAbout), told) ??
    firstTold(
      cases.filter((other) => !isAbout(other)),
      told,
    )
  );
}

function firstTold(
  cases: readonly CompiledValueCase[],
  told: (found: CompiledValueCase) => ValueCase | null,
): ValueCase | null {
  for (const found of cases) {
    const answer = told(found);
    if (answer !== null) return answer;
  }
  return null;
}

function tell(
  statement: Template,
  figures: Figures,
  price: PriceChange,
  source: TextSource,
): ValueCase | null {
  const filled = fill(statement, { ...source, values: withFigures(source.values, figures) });
  if ('missing' in filled) return null;
  return { statement: filled.text, monthlyDifference: monthlyDifference(figures, price), figures };
}

function withFigures(values: NamedValues, figures: Figures): NamedValues {
  return {
    get: (name) =>
      name.startsWith(FIGURES) ? figure(figures, name.slice(FIGURES.length)) : values.get(name),
  };
}

function figure(figures: Figures, name: string): number | undefined {
  return Object.hasOwn(figures, name) ? figures[name] : undefined;
}

function monthlyDifference(figures: Figures, price: PriceChange): ValueCase['monthlyDifference'] {
  const saving = figures['saving'];
  return saving === undefined ? null : { minorUnits: saving, currency: price.proposed.currency };
}
