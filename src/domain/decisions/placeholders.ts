/** Fills templates from the facts and from what a decision adds to them, and tells which name had no value. */
import type { FactSet, FactValue } from '../rules/fact-set';
import type { PriceChange, Trigger } from './decision';
import type { Template, TemplateLocale } from './template-language';

/** Names beside the facts, such as `trigger.used` and `price.proposed`, with their values. */
export type ExtraValues = ReadonlyMap<string, FactValue>;

/** A filled text, or the name that had no value. */
export type Filled = { readonly text: string } | { readonly missing: string };

/** What every text of one decision is filled from. */
export interface TextSource {
  readonly facts: FactSet;
  readonly extra: ExtraValues;
  readonly locale: TemplateLocale;
}

/** Renders one template; of several names without a value the first mentioned is reported. */
export function fill(template: Template, { facts, extra, locale }: TextSource): Filled {
  const values = new Map<string, FactValue>();
  for (const name of template.placeholders) {
    const value = extra.get(name) ?? facts.values.get(name);
    if (value === undefined) return { missing: name };
    values.set(name, value);
  }
  const text = template.render(values, locale);
  return text === null ? { missing: template.placeholders.join(', ') } : { text };
}

/** Where texts about an account come from; amounts without a currency of the account read as US dollars. */
export function textSource(facts: FactSet, extra: ExtraValues): TextSource {
  const currency = facts.values.get('account.currency');
  return {
    facts,
    extra,
    locale: { currency: typeof currency === 'string' ? currency : 'USD', language: 'en-US' },
  };
}

/** `trigger.*`; a null member is absent. */
export function triggerValues(trigger: Trigger | null): readonly (readonly [string, FactValue])[] {
  return Object.entries(trigger ?? {})
    .filter((entry): entry is [string, FactValue] => entry[1] !== null)
    .map(([name, value]) => [`trigger.${name}`, value]);
}

/** `price.*` as integer minor units. */
export function priceValues({
  current,
  proposed,
  difference,
}: PriceChange): readonly (readonly [string, number])[] {
  const values: [string, number][] = [
    ['price.proposed', proposed.minorUnits],
    ['price.difference', difference.minorUnits],
  ];
  return current === null ? values : [['price.current', current.minorUnits], ...values];
}
