/** Reads the path into an object fact: steps by member name, and nothing that could be an expression. */

const STEP = /\.([A-Za-z_][A-Za-z0-9_]*)|\['([^'"\\*^~@`\p{Cc}]+)'\]/uy;

/** Takes `$.mrr.amount` and `$['odd.key']`; the path has one step or more. Anything else comes back as a message. */
export function parsePath(text: string): { readonly path: readonly string[] } | { readonly message: string } {
  if (!text.startsWith('$')) return { message: `The path \`${text}\` must begin with \`$\`.` };
  const path: string[] = [];
  let at = 1;
  while (at < text.length) {
    STEP.lastIndex = at;
    const step = STEP.exec(text);
    const name = step?.[1] ?? step?.[2];
    if (name === undefined) return { message: refusal(text, at) };
    path.push(name);
    at = STEP.lastIndex;
  }
  return path.length > 0 ? { path } : { message: 'The path names no member: write, for instance, `$.amount`.' };
}

function refusal(text: string, at: number): string {
  const rest = text.length - at > 20 ? `${text.slice(at, at + 20)}…` : text.slice(at);
  return `The path is not understood at ${JSON.stringify(rest)}: only steps such as \`.amount\` and \`['odd.key']\` are.`;
}
