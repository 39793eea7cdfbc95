/** Audiences that multiply or lead on for ever. */
import { checkDocuments } from '../../../src/domain/checks/check-documents';
import { documentSetOf, documentsOf } from '../../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../../src/domain/documents/document-set';
import type { AudienceDocument } from '../../../src/domain/documents/kinds/audience-document';
import { sampleSet, soundDocument } from '../../support/document-samples';
import { checkTools } from '../../support/validation';

const leaf = { fact: 'account.plan', operator: 'equal', value: 'growth' };

/** `a0` names `a1` so often, and so on; the last holds one comparison. */
const chain = (length: number, times: number) =>
  Array.from({ length: length + 1 }, (_, i) => ({
    key: `a${i}`,
    name: `A ${i}`,
    conditions: {
      all: i === length ? [leaf] : Array.from({ length: times }, () => ({ condition: `a${i + 1}` })),
    },
  }));

const setWith = (audiences: readonly object[]) =>
  documentSetOf([...documentsOf(sampleSet()), ...audiences.map((value) => soundDocument('audience', value))]);

const findingsIn = (set: DocumentSet) =>
  checkDocuments(set, checkTools).map(({ key, problem }) => `${key} ${problem.code}`);

const findingsWith = (audiences: readonly object[]) => findingsIn(setWith(audiences));

/** Counts how often one is looked up; more than `MOST_LOOK_UPS` end the test, which would else take for ever. */
const MOST_LOOK_UPS = 5_000;
class CountedAudiences extends Map<string, AudienceDocument> {
  lookUps = 0;

  override get(key: string): AudienceDocument | undefined {
    this.lookUps += 1;
    if (this.lookUps > MOST_LOOK_UPS) throw new Error(`more than ${MOST_LOOK_UPS} look-ups`);
    return super.get(key);
  }
}

test('nine levels of audiences pass, as do three that double', () => {
  expect(findingsWith(chain(9, 1))).toEqual([]);
  expect(findingsWith(chain(3, 2))).toEqual([]);
});

test('audiences that are nested too deeply are found', () => {
  expect(findingsWith(chain(12, 1))).toContain('a0 AUDIENCE_TOO_LARGE');
});

test('a chain of thousands is found without following it', () => {
  const findings = findingsWith(chain(3000, 1));
  expect(findings).toContain('a0 AUDIENCE_TOO_LARGE');
  expect(findings).not.toContain('a2995 AUDIENCE_TOO_LARGE');
});

test('references that multiply are found before anything expands them', () => {
  const set = setWith(chain(8, 10));
  const audience = new CountedAudiences(set.audience);
  const findings = findingsIn({ ...set, audience });
  expect(findings).toContain('a0 AUDIENCE_TOO_LARGE');
  expect(findings).not.toContain('a7 AUDIENCE_TOO_LARGE');
  // Written out they are a hundred million.
  expect(audience.lookUps).toBeLessThanOrEqual(MOST_LOOK_UPS);
});

test('every audience on a cycle is named, and not those that lead to it', () => {
  const audience = (key: string, condition: string) => ({
    key,
    name: key,
    conditions: { all: [leaf, { condition }] },
  });
  const findings = findingsWith([
    audience('a', 'b'),
    audience('b', 'a'),
    audience('c', 'a'),
    audience('d', 'd'),
  ]);
  expect(findings).toEqual(['a AUDIENCE_CYCLE', 'b AUDIENCE_CYCLE', 'd AUDIENCE_CYCLE']);
});
