/** Documents that got past the checks are taken out; the others answer. */
import { checkDocuments } from '../../../src/domain/checks/check-documents';
import { CheckMemory } from '../../../src/domain/checks/check-memory';
import { quarantineSteps } from '../../../src/domain/checks/quarantine';
import { inOnePiece } from '../../../src/domain/collections/steps';
import type { DocumentSet } from '../../../src/domain/documents/document-set';
import { sampleSet, setWith } from '../../support/document-samples';
import { checkTools as tools } from '../../support/validation';

const quarantine = (set: DocumentSet) => inOnePiece(quarantineSteps(set, tools, new CheckMemory()));

test('a sound set loses nothing', () => {
  const set = sampleSet();
  expect(quarantine(set)).toEqual({ documents: set, quarantined: [] });
});

test('a rule that names an unknown fact costs only itself', () => {
  const conditions = { all: [{ fact: 'nope', operator: 'equal', value: 1 }] };
  const { documents, quarantined } = quarantine(setWith('rule', { key: 'broken', conditions }));
  expect(quarantined.map(({ kind, key }) => `${kind}/${key}`)).toEqual(['rule/broken']);
  expect([...documents.rule.keys()]).toEqual(['at-seat-limit', 'at-seats-full']);
});

test('what rests on a broken document goes with it, and what is left is sound', () => {
  const set = setWith('audience', { conditions: { condition: 'busy' } });
  const { documents, quarantined } = quarantine(set);
  expect(quarantined.map(({ kind, key }) => `${kind}/${key}`)).toEqual([
    'audience/busy',
    'audience/paying',
    'rule/at-seat-limit',
  ]);
  const left = checkDocuments(documents, tools).filter(({ kind }) => kind !== 'test');
  expect(left.filter(({ problem }) => problem.severity === 'ERROR')).toEqual([]);
});

test('a warning quarantines nothing', () => {
  const set = setWith('rule', { key: 'the-twin' });
  expect(quarantine(set).quarantined).toEqual([]);
});

test('a set without a default policy is told of', () => {
  const set = { ...sampleSet(), policy: new Map() };
  expect(checkDocuments(set, tools)).toMatchObject([
    { kind: 'policy', key: 'default', problem: { code: 'NO_DEFAULT_POLICY' } },
  ]);
});
