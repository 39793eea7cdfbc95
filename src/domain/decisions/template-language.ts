/** The port to the template language: texts with placeholders, read once per release, rendered per decision. */
import type { FactValue } from '../rules/fact-set';

/** Values by name, computed or kept; undefined where there is none. */
export interface NamedValues {
  get(name: string): FactValue | undefined;
}

/** A template that was read without a problem. */
export interface Template {
  /** Names it mentions, in order of first mention: facts and the names a renderer adds (`trigger.used`). */
  readonly placeholders: readonly string[];
  /** Fills the placeholders in. Returns null when one of them has no value: no half sentence, no invented figure. */
  render(values: NamedValues, locale: TemplateLocale): string | null;
}

/** What formatting depends on. Money placeholders are integer minor units. */
export interface TemplateLocale {
  readonly currency: string;
  /** BCP 47; `en-US` unless the account says otherwise. */
  readonly language: string;
}

/** Why a text is not a template. */
export interface TemplateProblem {
  readonly message: string;
  readonly hint: string | null;
}

/** Reads templates. Only output placeholders with the listed filters are allowed: no tags, no code. */
export interface TemplateLanguage {
  /** `words` maps whole words of the literal text to others (G7), values are left alone. */
  read(
    source: string,
    words?: Readonly<Record<string, string>>,
  ): { readonly template: Template } | { readonly problem: TemplateProblem };
  /** Names of the filters, for hints: percent, number, money, date, days. */
  readonly filters: readonly string[];
}
