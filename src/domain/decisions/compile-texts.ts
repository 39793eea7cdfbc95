/** Reads the templates that rules carry; a rule whose words cannot be read is named. */
import type { RuleDocument, RuleOf } from '../documents/kinds/rule-document';
import type { BrokenRule } from './compiled-release';
import type { CompiledTexts } from './compiled-texts';
import { rulesOf } from './rules-of-stage';
import type { Template, TemplateLanguage } from './template-language';

/** Never throws because of a rule; rules that are switched off are not read. */
export function compileTexts(
  documents: Iterable<RuleDocument>,
  templates: TemplateLanguage,
): { readonly texts: CompiledTexts; readonly broken: readonly BrokenRule[] } {
  const enabled = [...documents].filter((rule) => rule.enabled);
  const broken: BrokenRule[] = [];
  const readEach = <T, R extends RuleDocument>(rules: readonly R[], sources: (rule: R) => Sources<T>) =>
    new Map(rules.flatMap((rule) => readRule(rule, sources(rule), templates, broken)));
  const texts: CompiledTexts = {
    whyShown: unwrap(readEach(rulesOf('recommend-offer', enabled).filter(hasWhy), whySource)),
    notices: readEach(rulesOf('notify', enabled), noticeSources),
    tasks: readEach(rulesOf('create-task', enabled), taskSources),
  };
  return { texts, broken };
}

/** Template sources by the member they fill. */
type Sources<T> = { readonly [K in keyof T]: string };
type Why = { readonly why: Template };

function hasWhy(rule: RuleOf<'recommend-offer'>): boolean {
  return rule.event.params.whyShown !== undefined;
}

function whySource({ event }: RuleOf<'recommend-offer'>): Sources<Why> {
  return { why: event.params.whyShown ?? '' };
}

function noticeSources({ event }: RuleOf<'notify'>): Sources<{ title: Template; body: Template }> {
  return { title: event.params.title, body: event.params.body };
}

function taskSources({ event }: RuleOf<'create-task'>): Sources<{ title: Template; summary: Template }> {
  return { title: event.params.title, summary: event.params.summary };
}

function unwrap(texts: ReadonlyMap<string, Why>): ReadonlyMap<string, Template> {
  return new Map([...texts].map(([key, { why }]) => [key, why]));
}

function readRule<T>(
  rule: RuleDocument,
  sources: Sources<T>,
  templates: TemplateLanguage,
  broken: BrokenRule[],
): readonly (readonly [string, T])[] {
  const read: Record<string, Template> = {};
  for (const [member, source] of Object.entries<string>(sources)) {
    const result = templates.read(source);
    if ('problem' in result) {
      broken.push({ rule, message: `Its ${member} cannot be read: ${result.problem.message}` });
      return [];
    }
    read[member] = result.template;
  }
  return [[rule.key, read as T]];
}
