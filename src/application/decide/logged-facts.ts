/** Writes facts down by their place in the catalogue of the release, and reads them again. */
import type { FactCatalogue } from '../../domain/facts/fact-catalogue';
import type { FactSet, FactValue } from '../../domain/rules/fact-set';

/** One value per fact of the catalogue, in its order; null where the fact is absent, which no fact can be otherwise. */
export type LoggedFacts = readonly (FactValue | null)[];

/** Names would be two thirds of the text; the release that they were built under is named in the log. */
export function loggedFacts(catalogue: FactCatalogue, values: FactSet['values']): LoggedFacts {
  const logged: (FactValue | null)[] = [];
  for (const name of catalogue.keys()) logged.push(values.get(name) ?? null);
  return logged;
}

/** The facts by name again. The catalogue must be that of the release they were logged under. */
export function readLoggedFacts(catalogue: FactCatalogue, logged: LoggedFacts): FactSet['values'] {
  const values = new Map<string, FactValue>();
  let place = 0;
  for (const name of catalogue.keys()) {
    const value = logged[place] ?? null;
    if (value !== null) values.set(name, value);
    place += 1;
  }
  return values;
}
