/** Fills templates from the facts and from what a decision adds to them, and tells which name had no value. */
import type { FactSet, FactValue } from '../rules/fact-set';
import type { PriceChange, Trigger } from './decision';
import type { NamedValues, Template, TemplateLocale } from './template-language';

/** A filled text, or the name that had no value. */
export type Filled = { readonly text: string } | { readonly missing: string };

/** What every text of one decision is filled from. */
export interface TextSource {
  readonly values: NamedValues;
  readonly locale: TemplateLocale;
}

/** Renders one template; of several names without a value the first mentioned is reported. */
export function fill(template: Template, { values, locale }: TextSource): Filled {
  const text = template.render(values, locale);
  if (text !== null) return { text };
  const { placeholders } = template;
  return {
    missing: placeholders.find((name) => values.get(name) === undefined) ?? placeholders.join(', '),
  };
}

/**
 * Where texts about an account come from: the names a decision adds, such as `trigger.used`, before the facts. Amounts
 * without a currency of the account read as US dollars.
 */
export function textSource(facts: FactSet, added: NamedValues = NOTHING): TextSource {
  const currency = facts.values.get('account.currency');
  return {
    values: { get: (name) => added.get(name) ?? facts.values.get(name) },
    locale: { currency: typeof currency === 'string' ? currency : 'USD', language: 'en-US' },
  };
}

const NOTHING: NamedValues = { get: () => undefined };

const TRIGGER_MEMBERS: ReadonlyMap<string, keyof Trigger> = new Map([
  ['trigger.metric', 'metric'],
  ['trigger.unit', 'unit'],
  ['trigger.used', 'used'],
  ['trigger.limit', 'limit'],
  ['trigger.ratio', 'ratio'],
  ['trigger.threshold', 'threshold'],
  ['trigger.crossedAt', 'crossedAt'],
]);

/** One of `trigger.*`; a null member is absent. */
export function triggerValue(trigger: Trigger | null, name: string): FactValue | undefined {
  const member = TRIGGER_MEMBERS.get(name);
  return member === undefined ? undefined : (trigger?.[member] ?? undefined);
}

/** One of `price.*`, as integer minor units. */
export function priceValue(price: PriceChange, name: string): FactValue | undefined {
  switch (name) {
    case 'price.current':
      return price.current?.minorUnits;
    case 'price.proposed':
      return price.proposed.minorUnits;
    case 'price.difference':
      return price.difference.minorUnits;
    default:
      return undefined;
  }
}
