/** Words the results of the matcher benchmark as Markdown tables: cost, ratios, and what each engine takes to begin. */
import { median } from 'simple-statistics';
import { markdownTable } from '../service/markdown-table';
import type { Column, EngineResult } from './measure-column';
import type { BatchResult } from './measure-batch';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** The tables, with the reasons of engines left out below them. `ours` names the row that ratios are against. */
export function matcherTables(columns: readonly Column[], ours: string): string {
  const engines = [
    ...new Set(
      columns.flatMap(({ results, missing }) => [...results, ...missing]).map(({ engine }) => engine),
    ),
  ];
  const table = (title: string, cell: (result: EngineResult, column: Column) => string) => {
    const rows = engines.map((engine) => [engine, ...columns.map((column) => cellOf(column, engine, cell))]);
    return `${title}\n\n${markdownTable(['Engine', ...columns.map(({ rules }) => `${rules} rules`)], rows)}`;
  };
  const oursIn = ({ results }: Column) => {
    const found = results.find(({ engine }) => engine === ours);
    return found === undefined ? NaN : cost(found);
  };
  return [
    table('CPU µs per account, medians:', (result) => numbers.format(cost(result))),
    table(`Times the CPU of ${ours}:`, (result, column) => numbers.format(cost(result) / oursIn(column))),
    table('Compile, ms:', ({ compileMillis }) => numbers.format(compileMillis)),
    table('First account after that, ms:', ({ firstMillis }) => numbers.format(firstMillis)),
    table('Held after the rounds, MB of the heap and beside it:', ({ bytes }) => megabytes(bytes)),
    table('Accounts a round; fired sets compared:', ({ accounts, checked }) => `${accounts}; ${checked}`),
    ...columns.slice(1).map((column, at) => growth(columns[at] ?? column, column, oursIn)),
    ...columns.flatMap(({ rules, missing }) =>
      missing.map(({ reason }) => `At ${rules} rules left out: ${reason}.`),
    ),
  ].join('\n\n');
}

/** The ways of running a batch; the ratio is by the clock, against one worker. */
export function batchTable(results: readonly BatchResult[]): string {
  const speed = ({ perSecond }: BatchResult) => median([...perSecond]);
  const one = results.find(({ way }) => way === '1 worker');
  const rows = results.map((result) => [
    result.way,
    numbers.format(median([...result.cpuMicros])),
    numbers.format(speed(result)),
    one === undefined ? '' : numbers.format(speed(result) / speed(one)),
  ]);
  return markdownTable(['Batch', 'CPU µs per account', 'accounts per second', 'times 1 worker'], rows);
}

const cost = ({ cpuMicros }: EngineResult) => median([...cpuMicros]);

function growth(fewer: Column, more: Column, costIn: (column: Column) => number): string {
  const times = numbers.format(costIn(more) / costIn(fewer));
  return `Ours: ${more.rules} rules cost ${times} times what ${fewer.rules} do.`;
}

/** Below half a megabyte the garbage collector's own doings outweigh the engine. */
function megabytes(bytes: number): string {
  return bytes < 500_000 ? '< 0.5' : numbers.format(bytes / 1e6);
}

function cellOf(
  column: Column,
  engine: string,
  cell: (result: EngineResult, column: Column) => string,
): string {
  const result = column.results.find((one) => one.engine === engine);
  return result === undefined ? '' : cell(result, column);
}
