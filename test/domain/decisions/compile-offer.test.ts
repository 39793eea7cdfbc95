/** What compiling an offer and its topic gives: copies by treatment, reason and industry, a family, a passage to cite. */
import { liquidTemplateLanguage } from '../../../src/adapters/templates/liquid-template-language';
import { compileOffer, readOfferTexts } from '../../../src/domain/decisions/compile-offer';
import { excerptOf } from '../../../src/domain/decisions/topic-excerpt';
import { offerDocumentSchema } from '../../../src/domain/documents/kinds/offer-document';
import { documentsOf, offer, treatment, type Input } from '../../support/decisions-release';

const DOCUMENTS = documentsOf({});

function compile(members: Partial<Input<'offer'>>) {
  const document = offerDocumentSchema.parse(offer('growth-plan', members));
  return compileOffer(document, DOCUMENTS, readOfferTexts(document, liquidTemplateLanguage));
}

function compiled(members: Partial<Input<'offer'>>) {
  const result = compile(members);
  if ('message' in result) throw new Error(result.message);
  return result.offer;
}

describe('the family of an offer', () => {
  it.each<[string, string, Partial<Input<'offer'>>]>([
    ['is its own word', 'pets', { family: 'pets' }],
    ["is its plan's", 'core', {}],
    ['is itself without a plan', 'growth-plan', { plan: undefined }],
    ['is itself where the plan is not known', 'growth-plan', { plan: 'gone' }],
  ])('%s', (_, family, members) => {
    expect(compiled(members).family).toBe(family);
  });
});

describe('the copy of an offer', () => {
  const copy = (title: string) => ({ title, body: 'Body of seats.' });
  const members = {
    treatments: [
      { ...treatment('a', 1), ...copy('A seats'), signals: { MILESTONE: copy('A milestone of seats') } },
      { ...treatment('b', 1), ...copy('B seats') },
    ],
    wording: { dental: { seats: 'chairs' } },
  };

  it.each<[string, string, string, string | null, string | null]>([
    ['is that of the treatment', 'B seats', 'b', null, null],
    ['is that of the reason', 'A milestone of seats', 'a', 'MILESTONE', null],
    ['falls back to the treatment', 'A seats', 'a', 'USAGE_DROP', null],
    ['is in the words of the industry', 'A milestone of chairs', 'a', 'MILESTONE', 'dental'],
    ['falls back within the industry', 'B chairs', 'b', 'MILESTONE', 'dental'],
    ['falls back to plain words', 'B seats', 'b', null, 'aviation'],
  ])('%s', (_, title, treatmentKey, signal, industry) => {
    const template = compiled(members).copy(treatmentKey, signal, industry).title;
    expect(template.render(new Map(), { currency: 'USD', language: 'en-US' })).toBe(title);
  });

  it('of a treatment that does not exist is a fault', () => {
    expect(() => compiled(members).copy('z', null, null)).toThrow('No treatment z');
  });
});

describe('an offer that cannot be read', () => {
  const badStatement = { type: 'limit-lift' as const, metric: 'seats', statement: '{{ x' };
  it.each<[string, string, Partial<Input<'offer'>>]>([
    [
      'a title',
      'The title of treatment `t` cannot be read: ',
      { treatments: [{ ...treatment('t', 1), title: '{% if %}' }] },
    ],
    [
      'a body',
      'The body of treatment `t` cannot be read: ',
      { treatments: [{ ...treatment('t', 1), body: '{{ x' }] },
    ],
    ['a statement', 'The statement of a value case cannot be read: ', { valueCase: badStatement }],
  ])('names %s', (_, message, members) => {
    expect(compile(members)).toEqual({ message: expect.stringContaining(message) });
  });
});

describe('what is cited of a topic', () => {
  const topic = (body: string) => ({
    key: 't',
    title: 'T',
    approvedBy: 'Ops',
    approvedAt: '2026-01-01T00:00:00Z',
    body,
  });
  it.each<[string, string, string]>([
    [
      'is the section of that name',
      'Two.\n\nThree.',
      '# T\n\nOne.\n\n## it\n\nTwo.\n\nThree.\n\n## next\n\nFour.',
    ],
    ['keeps smaller headings', 'Two.\n\n### More\n\nThree.', '## it\nTwo.\n\n### More\n\nThree.'],
    ['ends at a larger heading', 'Two.', '## it\nTwo.\n# Next\nThree.'],
    ['is the first paragraph where there is no such section', 'One\nline.', '# T\n\nOne\nline.\n\nTwo.'],
    ['is not taken by a longer name', 'One.', 'One.\n\n## it-too\n\nTwo.'],
    ['is nothing where there are only headings', '', '# T'],
  ])('%s', (_, excerpt, body) => {
    expect(excerptOf(topic(body), 'it')).toBe(excerpt);
  });

  it('is nothing without a topic', () => {
    expect(excerptOf(undefined, 'it')).toBe('');
  });
});
