/** Checks that every text with placeholders can be read, and names only what exists. */
import { error } from '../documents/found';
import { didYouMeanOneOf } from '../documents/name-hint';
import type { Problem } from '../documents/problem';
import type { Check, CheckContext } from './check';
import { templateTexts, type TemplateText } from './template-texts';

/** Templates of offers and rules against the fact catalogue. */
export const placeholders: Check = (subject, context) =>
  templateTexts(subject).flatMap((text) => textProblems(text, context));

function textProblems({ text, pointer, extra }: TemplateText, context: CheckContext): readonly Problem[] {
  const read = context.templates.read(text);
  if ('problem' in read) return [error('TEMPLATE_SYNTAX', pointer, read.problem.message, read.problem.hint)];
  return read.template.placeholders
    .filter((name) => !context.facts.has(name) && !extra.includes(name))
    .map((name) => unknownPlaceholder(name, pointer, [...context.facts.keys(), ...extra]));
}

function unknownPlaceholder(name: string, pointer: string, known: readonly string[]): Problem {
  const message = `The placeholder \`${name.slice(0, 80)}\` names nothing that is declared.`;
  return error('UNKNOWN_PLACEHOLDER', pointer, message, didYouMeanOneOf(name, known));
}
