import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FEWEST_RULES, writeBenchDocuments } from '../../bench/service/bench-documents';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import { checkDocuments } from '../../src/domain/checks/check-documents';
import { hasErrors } from '../../src/domain/documents/found';
import { checkTools } from '../support/validation';

const NOW = Date.parse('2026-06-15T12:00:00.000Z');

describe('the documents of the service benchmark', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([FEWEST_RULES, 30])('are %i rules that could be published, with nobody held out', async (rules) => {
    await writeBenchDocuments(folder, FEWEST_RULES + 1, NOW);
    await writeBenchDocuments(folder, rules, NOW);
    const { documents, problems } = await loadRulesDirectory(new RulesDirectory(folder));
    expect(problems).toEqual([]);
    expect(documents.rule.size).toBe(rules);
    expect(documents.policy.get('default')?.controlPercent).toBe(0);
    expect(hasErrors(checkDocuments(documents, checkTools).map(({ problem }) => problem))).toBe(false);
  });

  it('are refused where so few rules make no offers', async () => {
    await expect(writeBenchDocuments(folder, FEWEST_RULES - 1, NOW)).rejects.toThrow('6 rules or more');
  });
});
