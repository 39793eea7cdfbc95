/** Writes values as JSON however deeply they are nested, where JSON.stringify runs out of stack. */

type Piece = { readonly text: string } | { readonly value: unknown };

/** Compact JSON; `undefined` is written as null. */
export function jsonText(value: unknown): string {
  const written: string[] = [];
  const waiting: Piece[] = [{ value }];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if ('text' in piece) written.push(piece.text);
    else if (typeof piece.value !== 'object' || piece.value === null)
      written.push(JSON.stringify(piece.value) ?? 'null');
    else for (const part of partsOf(piece.value).reverse()) waiting.push(part);
  }
  return written.join('');
}

function partsOf(value: object): Piece[] {
  const comma = (index: number) => (index === 0 ? '' : ',');
  if (Array.isArray(value)) {
    const items = value.flatMap((item: unknown, index): Piece[] => [{ text: comma(index) }, { value: item }]);
    return [{ text: '[' }, ...items, { text: ']' }];
  }
  const members = Object.entries(value).flatMap(([name, inner]: [string, unknown], index): Piece[] => [
    { text: `${comma(index)}${JSON.stringify(name)}:` },
    { value: inner },
  ]);
  return [{ text: '{' }, ...members, { text: '}' }];
}
