import { batchTable, matcherTables } from '../../bench/matcher/matcher-table';
import type { Column, EngineResult } from '../../bench/matcher/measure-column';

const result = (engine: string, cpuMicros: readonly number[], bytes = 0): EngineResult => ({
  engine,
  cpuMicros,
  bytes,
  accounts: 100,
  checked: 50,
  compileMillis: 12.34,
  firstMillis: 1,
});

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

describe('the tables of the matcher benchmark', () => {
  const columns: readonly Column[] = [
    { rules: 10, results: [result('slow', [40, 10, 20]), result('ours', [2, 4], 2_500_000)], missing: [] },
    {
      rules: 100,
      results: [result('ours', [5])],
      missing: [{ engine: 'slow', reason: 'no answer within 1 s' }],
    },
  ];
  const rows = rowsOf(matcherTables(columns, 'ours'));

  it.each([
    ['medians of the rounds', ['slow', '20', ''], ['ours', '3', '5']],
    ['ratios of medians', ['slow', '6.67', ''], ['ours', '1', '1']],
    ['the time to compile', ['slow', '12.3', ''], ['ours', '12.3', '12.3']],
    ['memory, where it is more than noise', ['slow', '< 0.5', ''], ['ours', '2.5', '< 0.5']],
    ['how many accounts that rests on', ['slow', '100; 50', ''], ['ours', '100; 50', '100; 50']],
  ])('give %s, and leave blank what was not measured', (_what, slow, ours) => {
    expect(rows).toContainEqual(slow);
    expect(rows).toContainEqual(ours);
  });

  it('say how the cost grows with the rules', () => {
    expect(matcherTables(columns, 'ours')).toContain('Ours: 100 rules cost 1.67 times what 10 do.');
  });

  it('say why an engine was left out', () => {
    expect(matcherTables(columns, 'ours')).toContain('At 100 rules left out: no answer within 1 s.');
  });
});

describe('the table of the batch', () => {
  it('gives medians, and how many times faster than one worker it went by the clock', () => {
    const results = [
      { way: '1 worker', cpuMicros: [2, 4, 3], perSecond: [100, 300, 200] },
      { way: '2 workers', cpuMicros: [5], perSecond: [380] },
    ];
    expect(rowsOf(batchTable(results)).slice(2)).toEqual([
      ['1 worker', '3', '200', '1'],
      ['2 workers', '5', '380', '1.9'],
    ]);
  });
});
