import { documentJsonSchema } from '../../../src/application/govern/document-json-schema';
import { DOCUMENT_KINDS } from '../../../src/domain/documents/document-kind';

interface Schema {
  readonly $schema?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

describe('the JSON Schema of a kind', () => {
  it.each(DOCUMENT_KINDS)('%s is a closed object with a key, in plain JSON', (kind) => {
    const schema: Schema = documentJsonSchema(kind);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect([schema.type, schema.additionalProperties]).toEqual(['object', false]);
    expect(schema.required).toContain('key');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it('does not demand what has a default', () => {
    const { required } = documentJsonSchema('rule') as Schema;
    expect(required).toEqual(['key', 'conditions', 'event']);
  });

  it('explains members to whoever writes one', () => {
    const { properties } = documentJsonSchema('offer') as Schema;
    expect(properties?.['validFrom']?.description).toBe('Inclusive.');
  });
});
