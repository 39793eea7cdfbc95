/** Reads and renders a template in one step. */
import { liquidTemplateLanguage } from '../../../src/adapters/templates/liquid-template-language';
import type { Template, TemplateLocale } from '../../../src/domain/decisions/template-language';
import type { FactValue } from '../../../src/domain/rules/fact-set';

/** The locale of an account that says nothing else. */
export const EN_US: TemplateLocale = { currency: 'USD', language: 'en-US' };

/** Throws when the text is not a template. */
export function read(source: string, words?: Record<string, string>): Template {
  const found = liquidTemplateLanguage.read(source, words);
  if ('problem' in found) throw new Error(found.problem.message);
  return found.template;
}

/** Values may be of kinds that facts never are. */
export function render(
  source: string,
  values: Record<string, unknown>,
  locale: TemplateLocale = EN_US,
  words?: Record<string, string>,
): string | null {
  return read(source, words).render(new Map(Object.entries(values) as [string, FactValue][]), locale);
}
