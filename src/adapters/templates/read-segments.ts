/** Reads a template into segments with liquidjs and refuses everything but plain placeholders. */
import { Tokenizer, TypeGuards, type TopLevelToken } from 'liquidjs';
import type { TemplateProblem } from '../../domain/decisions/template-language';
import { didYouMean } from '../../domain/rules/near-names';
import { FILTERS } from './filters';

/** A stretch of literal text, or a placeholder with the name of its filter. */
export type Segment = { readonly text: string } | { readonly name: string; readonly filter: string | null };

type Placeholder = ReturnType<Tokenizer['readFilteredValue']>;

const SHAPE = 'Write {{ usage.seats.used }} or {{ usage.seats.ratio | percent }}.';
const TRIMMING = /^\{\{-|-\}\}$/;

/** Segments in order, or the first problem. */
export function readSegments(source: string): readonly Segment[] | TemplateProblem {
  try {
    const segments: Segment[] = [];
    for (const token of new Tokenizer(source).readTopLevelTokens()) {
      const segment = readToken(token);
      if ('message' in segment) return segment;
      segments.push(segment);
    }
    return segments;
  } catch (error) {
    return { message: `The text is not a template: ${reason(error)}.`, hint: SHAPE };
  }
}

function readToken(token: TopLevelToken): Segment | TemplateProblem {
  const text = token.getText();
  if (TypeGuards.isTagToken(token))
    return { message: `\`${text}\` is a tag, and tags do nothing here.`, hint: SHAPE };
  if (!TypeGuards.isOutputToken(token)) return readLiteral(text);
  if (TRIMMING.test(text)) return { message: `\`${text}\` trims blanks, which is not allowed.`, hint: SHAPE };
  return readPlaceholder(text, new Tokenizer(token.content).readFilteredValue());
}

function readLiteral(text: string): Segment | TemplateProblem {
  return text.includes('}}') ? { message: '`}}` closes nothing.', hint: SHAPE } : { text };
}

function readPlaceholder(text: string, placeholder: Placeholder): Segment | TemplateProblem {
  const name = dottedName(placeholder);
  if (name === null) return { message: `\`${text}\` is not a dotted name.`, hint: SHAPE };
  const [filter, ...more] = placeholder.filters;
  if (more.length > 0) return { message: `\`${text}\` has more than one filter.`, hint: SHAPE };
  if (filter === undefined) return text.includes('|') ? noFilterName(text) : { name, filter: null };
  if (filter.args.length > 0)
    return { message: `The filter \`${filter.name}\` takes no arguments.`, hint: SHAPE };
  return FILTERS.has(filter.name) ? { name, filter: filter.name } : unknownFilter(filter.name);
}

/** The name, when that is all there is: no operators, literals, calls, brackets or ranges. */
function dottedName({ initial }: Placeholder): string | null {
  const [token, ...more] = initial.postfix;
  if (token === undefined || more.length > 0 || !TypeGuards.isPropertyAccessToken(token)) return null;
  if (token.variable !== undefined || !token.props.every(TypeGuards.isWordToken)) return null;
  const name = token.props.map((part) => part.getText()).join('.');
  return name === token.getText() ? name : null;
}

function noFilterName(text: string): TemplateProblem {
  return { message: `\`${text}\` names no filter.`, hint: filterHint('') };
}

function unknownFilter(name: string): TemplateProblem {
  return { message: `\`${name}\` is not a filter.`, hint: filterHint(name) };
}

function filterHint(name: string): string {
  return didYouMean(name, FILTERS.keys()) ?? `The filters are ${[...FILTERS.keys()].join(', ')}.`;
}

/** The parser's words without its line and column, which mean little in a text of one line. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, line:\d+, col:\d+[^]*$/, '');
}
