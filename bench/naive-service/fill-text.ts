/** Fills placeholders into a text with one regular expression. */

const WITHOUT_PLACES = { maximumFractionDigits: 0 };

/** `{{name | filter}}`; a name without a value is left empty. */
export function fillText(
  template: string,
  values: Readonly<Record<string, unknown>>,
  currency: string,
): string {
  return template.replace(
    /\{\{\s*([\w.-]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g,
    (_match, name: string, filter?: string) => format(values[name], filter, currency),
  );
}

function format(value: unknown, filter: string | undefined, currency: string): string {
  if (value === undefined || value === null) return '';
  if (filter === 'percent') return `${Math.floor(Number(value) * 100)} %`;
  if (filter === 'days') return `${Number(value)} days`;
  if (filter === 'number') return Number(value).toLocaleString('en-US', WITHOUT_PLACES);
  if (filter === 'money')
    return (Number(value) / 100).toLocaleString('en-US', { style: 'currency', currency });
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
