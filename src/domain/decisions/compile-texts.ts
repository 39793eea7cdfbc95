/** Reads the templates that rules carry; a rule whose words cannot be read is named. */
import type { Steps } from '../collections/steps';
import type { RuleDocument } from '../documents/kinds/rule-document';
import type { BrokenRule } from './compiled-release';
import type { CompiledTexts } from './compiled-texts';
import type { Template, TemplateLanguage } from './template-language';

/** The templates of one rule, or why they cannot be read. */
export type RuleTexts =
  { readonly templates: Readonly<Record<string, Template>> } | { readonly message: string };

/** Reads one rule's templates by the member they fill; most rules have none. */
export function readRuleTexts({ event }: RuleDocument, templates: TemplateLanguage): RuleTexts {
  switch (event.type) {
    case 'recommend-offer':
      return readEach(event.params.whyShown === undefined ? {} : { why: event.params.whyShown }, templates);
    case 'notify':
      return readEach({ title: event.params.title, body: event.params.body }, templates);
    case 'create-task':
      return readEach({ title: event.params.title, summary: event.params.summary }, templates);
    default:
      return { templates: {} };
  }
}

function readEach(sources: Readonly<Record<string, string>>, templates: TemplateLanguage): RuleTexts {
  const read: Record<string, Template> = {};
  for (const [member, source] of Object.entries(sources)) {
    const result = templates.read(source);
    if ('problem' in result) return { message: `Its ${member} cannot be read: ${result.problem.message}` };
    read[member] = result.template;
  }
  return { templates: read };
}

/** Gathers the texts of rules, a rule at a time; rules that are switched off are not read. Never throws because of a rule. */
export function* textSteps(
  documents: Iterable<RuleDocument>,
  read: (rule: RuleDocument) => RuleTexts,
): Steps<{ readonly texts: CompiledTexts; readonly broken: readonly BrokenRule[] }> {
  const texts = { whyShown: new Map(), notices: new Map(), tasks: new Map() };
  const broken: BrokenRule[] = [];
  for (const rule of documents) {
    if (!rule.enabled) continue;
    const result = read(rule);
    if ('message' in result) broken.push({ rule, message: result.message });
    else keep(texts, rule, result.templates);
    yield;
  }
  return { texts, broken };
}

type Growing = { readonly [K in keyof CompiledTexts]: Map<string, unknown> };

function keep(
  texts: Growing,
  { key, event }: RuleDocument,
  templates: Readonly<Record<string, Template>>,
): void {
  if (templates.why !== undefined) texts.whyShown.set(key, templates.why);
  if (event.type === 'notify') texts.notices.set(key, templates);
  if (event.type === 'create-task') texts.tasks.set(key, templates);
}
