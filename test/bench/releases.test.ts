import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnswerCheck } from '../../bench/releases/answer-check';
import { markDocuments, marksOf } from '../../bench/releases/mark-documents';
import { releasesTable, slopePerMinute, type Stretch } from '../../bench/releases/releases-table';
import { FEWEST_RULES, writeBenchDocuments } from '../../bench/service/bench-documents';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import { checkDocuments } from '../../src/domain/checks/check-documents';
import { documentsOf } from '../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { hasErrors } from '../../src/domain/documents/found';
import { checkTools } from '../support/validation';

describe('documents with a mark', () => {
  let folder: string;
  let documents: DocumentSet;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'marked-'));
    await writeBenchDocuments(folder, FEWEST_RULES, Date.parse('2026-06-15T12:00:00.000Z'));
    ({ documents } = await loadRulesDirectory(new RulesDirectory(folder)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('differ from each other in one offer, one plan and one rule, and could be published', () => {
    const [seventh, eighth] = [markDocuments(documents, 7), markDocuments(documents, 8)];
    const texts = (set: DocumentSet) => documentsOf(set).map((document) => JSON.stringify(document));
    const known = new Set(texts(seventh));
    const changed = texts(eighth).filter((text) => !known.has(text));
    expect(changed.map((text) => (JSON.parse(text) as { kind: string }).kind).sort()).toEqual([
      'offer',
      'plan',
      'rule',
    ]);
    expect(texts(seventh)).toHaveLength(texts(documents).length);
    expect(hasErrors(checkDocuments(eighth, checkTools).map(({ problem }) => problem))).toBe(false);
  });

  it('keep their places, so that only their content makes a release another', () => {
    expect([...markDocuments(documents, 7).rule.keys()]).toEqual([...documents.rule.keys()]);
  });

  it('show their mark in the title, the price and the reason', () => {
    const shown = {
      title: '[12] Grow',
      whyShown: '[12] You use 9.',
      price: { proposed: { minorUnits: 10_000_012 } },
    };
    expect(marksOf(shown)).toEqual([12, 12, 12]);
    expect(marksOf({ ...shown, title: 'Grow', whyShown: '[x] 1' })).toEqual([NaN, 12, NaN]);
  });
});

describe('an answer under new releases', () => {
  const answer = (release: number, marks: Partial<Record<'title' | 'price' | 'reason', number>> = {}) => {
    const { title = release, price = release, reason = release } = marks;
    const offer = {
      offerKey: 'growth-plan',
      title: `[${title}] Grow`,
      whyShown: `[${reason}] You use 9.`,
      price: { proposed: { minorUnits: 10_000_000 + price } },
    };
    return JSON.stringify({ data: { recommendedOffers: { release, offers: [offer] } } });
  };

  it('is right when all its parts are from one release', () => {
    const check = new AnswerCheck();
    expect(() => check.question('a').check(answer(3))).not.toThrow();
    expect([check.mixed, check.back, [...check.firstSeen.keys()]]).toEqual([0, 0, [3]]);
  });

  it.each([
    ['the title', answer(3, { title: 2 })],
    ['the price', answer(3, { price: 4 })],
    ['the reason', answer(3, { reason: 2 })],
    ['the offer itself', JSON.stringify({ data: { recommendedOffers: { release: 3, offers: [] } } })],
  ])('is mixed when %s is not of its release', (_part, text) => {
    const check = new AnswerCheck();
    expect(() => check.question('a').check(text)).toThrow('release 3 answered with');
    expect([check.mixed, check.firstSeen.size]).toEqual([1, 0]);
  });

  it('may come from the release before only if it was asked for before the newer one answered', () => {
    const check = new AnswerCheck();
    const [early, first] = [check.question('a'), check.question('b')];
    first.check(answer(4));
    expect(() => early.check(answer(3))).not.toThrow();
    expect(() => check.question('a').check(answer(3))).toThrow('release 3 answered after 4');
    expect([check.mixed, check.back]).toEqual([0, 1]);
  });

  it('with errors is a failure and no mixture', () => {
    const check = new AnswerCheck();
    expect(() => check.question('a').check('{"errors":[{"message":"no"}]}')).toThrow('"no"');
    expect(check.mixed).toBe(0);
  });
});

describe('what came of a run under new releases', () => {
  const MEGABYTE = 1_048_576;
  const stretch = (minute: number, heapMegabytes: number, failed = 0): Stretch => ({
    minute,
    answered: 1_000,
    refused: 2,
    failed,
    failures: [],
    p50Millis: 1,
    p99Millis: 4 + minute,
    longestMillis: 9 + minute,
    longestBlockMillis: 20 + minute,
    memory: { heapUsed: heapMegabytes * MEGABYTE, rss: 200 * MEGABYTE, arrayBuffers: 0 },
  });
  const stretches = [stretch(1, 10), stretch(2, 60), stretch(3, 61, 1), stretch(4, 62), stretch(5, 63)];

  it('has its growth from least squares after the first fifth', () => {
    expect(slopePerMinute(stretches, 'heapUsed')).toBeCloseTo(1, 9);
    expect(slopePerMinute(stretches, 'rss')).toBeCloseTo(0, 9);
    expect(slopePerMinute(stretches.slice(0, 1), 'rss')).toBeNaN();
  });

  it('is told with sums of answers, medians of times and the longest block', () => {
    const found = { published: 300, publishMillis: [40, 60, 50], seen: 290, delayMillis: [500, 700] };
    const table = releasesTable({ database: 'sqlite', rules: 1_000, mixed: 0, back: 0, stretches, ...found });
    const cells = Object.fromEntries(
      table.split('\n').map((line) =>
        line
          .split('|')
          .slice(1, 3)
          .map((cell) => cell.trim()),
      ),
    ) as Record<string, string>;
    expect(cells).toMatchObject({
      'releases published': '300',
      'publishing one, median ms': '50',
      'published to first answer, median ms': '600',
      answers: '5000',
      'refused with 503': '10',
      failed: '1',
      'p99 ms, median of stretches': '7.00',
      'slowest answer, ms': '14',
      'longest block of the event loop, ms': '25',
      'heap after collection': '60.0 MB, then 63.0 MB; 1.00 MB a minute',
    });
  });
});
