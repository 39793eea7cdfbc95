/** Reads JSON and refuses everything that readers disagree about: two members of one name, lost digits, control characters. */
import { parse, type AnyNode, type MemberNode, type ObjectNode } from '@humanwhocodes/momoa';
import { error } from './found';
import { below } from './json-pointer';
import { losesDigits } from './lost-digits';
import type { Problem } from './problem';
import { plainJson } from './plain-json';
import { isNestedTooDeeply, scanText } from './scan-text';
import { nameProblems, scanValue } from './scan-value';

/** A text that was read, or everything that is wrong with it. */
export type StrictJson = { readonly value: unknown } | { readonly problems: readonly Problem[] };

/** How the parser's names for signs are written. */
const SIGNS: Readonly<Record<string, string>> = {
  LBrace: '`{`',
  RBrace: '`}`',
  LBracket: '`[`',
  RBracket: '`]`',
  Comma: '`,`',
  Colon: '`:`',
};

const RAW_CONTROL = new RegExp('[\\u0000-\\u001f]');

/** Reads one JSON text; -0 becomes 0. Problems carry a pointer, syntax errors line and column in the message. */
export function parseJsonStrictly(text: string): StrictJson {
  const bounds = scanText(text);
  if (bounds.length > 0) return { problems: bounds };
  if (isNestedTooDeeply(text)) return { problems: [error('TOO_DEEP', '', 'The text is nested too deeply.')] };
  const plain = plainJson(text);
  if (plain !== null && scanValue(plain.value).length === 0) return plain;
  const tree = syntaxTree(text);
  return 'problem' in tree ? { problems: [tree.problem] } : read(text, tree.root);
}

function syntaxTree(text: string): { readonly root: AnyNode } | { readonly problem: Problem } {
  try {
    return { root: parse(text, { mode: 'json', ranges: true }).body };
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : 'The text cannot be read.';
    const message = `Not JSON: ${said.replace(/token (\w+)/, (_, token: string) => SIGNS[token] ?? token)}`;
    return { problem: error('JSON_SYNTAX', '', message, 'Line and column are in brackets.') };
  }
}

function read(text: string, root: AnyNode): StrictJson {
  const problems: Problem[] = [];
  const value = new TreeReader(text, problems).valueOf(root, '');
  if (problems.length > 0) return { problems };
  const bounds = scanValue(value);
  return bounds.length > 0 ? { problems: bounds } : { value };
}

/** Turns a syntax tree into a value; its depth was bounded by the flat scan. */
class TreeReader {
  constructor(
    private readonly text: string,
    private readonly problems: Problem[],
  ) {}

  valueOf(node: AnyNode, pointer: string): unknown {
    switch (node.type) {
      case 'Object':
        return this.objectOf(node, pointer);
      case 'Array':
        return node.elements.map((element, index) => this.valueOf(element.value, below(pointer, index)));
      case 'String':
        this.checkCharacters(node, pointer);
        return node.value;
      case 'Number':
        return this.numberOf(node, pointer);
      case 'Boolean':
        return node.value;
      default:
        return null;
    }
  }

  private objectOf(node: ObjectNode, pointer: string): Record<string, unknown> {
    const read = new Map<string, unknown>();
    for (const member of node.members) {
      const name = nameOf(member);
      const at = below(pointer, name);
      this.checkCharacters(member.name, at);
      this.problems.push(...nameProblems(name, at));
      if (read.has(name)) this.problems.push(duplicate(name, at, member));
      read.set(name, this.valueOf(member.value, at));
    }
    return Object.fromEntries(read);
  }

  private numberOf(node: AnyNode & { type: 'Number' }, pointer: string): number {
    if (losesDigits(this.sourceOf(node))) {
      const message = `The number ${this.sourceOf(node).slice(0, 40)} loses digits or overflows.`;
      this.problems.push(
        error('NUMBER_OUT_OF_RANGE', pointer, message, 'Write a number that a double can hold.'),
      );
    }
    return node.value === 0 ? 0 : node.value;
  }

  private checkCharacters(node: AnyNode, pointer: string): void {
    if (!RAW_CONTROL.test(this.sourceOf(node))) return;
    const { line, column } = node.loc.start;
    const message = `A control character stands in the text that starts at (${line}:${column}).`;
    this.problems.push(error('CONTROL_CHARACTER', pointer, message, 'Write \\n for a line end.'));
  }

  private sourceOf(node: AnyNode): string {
    return this.text.slice(...(node.range ?? [0, 0]));
  }
}

function nameOf(member: MemberNode): string {
  return member.name.type === 'String' ? member.name.value : member.name.name;
}

function duplicate(name: string, pointer: string, { loc }: MemberNode): Problem {
  const where = `(${loc.start.line}:${loc.start.column})`;
  return error(
    'DUPLICATE_MEMBER',
    pointer,
    `The member \`${name}\` is there twice ${where}.`,
    'Keep one of them.',
  );
}
