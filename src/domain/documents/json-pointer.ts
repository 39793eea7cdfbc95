/** Writes RFC 6901 JSON pointers. */

const ESCAPED = /[~/]/;

/** Pointer to a place reached by member names and indexes; the empty string is the document itself. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.reduce<string>((pointer, step) => below(pointer, step), '');
}

/** Pointer to one member or item below another pointer. */
export function below(pointer: string, step: PropertyKey): string {
  const name = String(step);
  return `${pointer}/${ESCAPED.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name}`;
}
