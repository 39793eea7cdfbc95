/** docs/metrics.md and the metrics in code say the same. */
import { readFileSync } from 'node:fs';
import { MAX_REPORT_DAYS, MAX_REPORT_GROUPS } from '../../../src/application/report/report-question';
import { CARRIED } from '../../../src/domain/reports/grouped-counts';
import { METRIC_CATALOGUE } from '../../../src/domain/reports/metric-catalogue';
import { totalOf } from '../../support/report-stories';

const page = readFileSync('docs/metrics.md', 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` *\| (.*?) *\| (.*?) *\| (.*?) *\|$/gm)].map(
  ([, ...cells]) => cells,
);

describe('docs/metrics.md', () => {
  it('lists every metric with its formula and goal, in the order of the code, and no other', () => {
    const inCode = Object.entries(METRIC_CATALOGUE).map(([key, { name, formula, goal }]) => [
      key,
      name,
      formula,
      goal ?? '',
    ]);
    expect(rows).toEqual(inCode);
  });

  it('states the bounds of a report', () => {
    expect(page).toContain(`${MAX_REPORT_DAYS} days`);
    expect(page).toContain(`${MAX_REPORT_GROUPS.toLocaleString('en-US')} groups`);
  });
});

describe('the catalogue', () => {
  it('describes every figure of a report', () => {
    expect(Object.keys(METRIC_CATALOGUE)).toEqual(Object.keys(totalOf([])));
  });

  it('counts everything in dimensions that are asked for at all', () => {
    const dimensions: readonly string[] = CARRIED.presented;
    for (const carried of Object.values(CARRIED))
      expect(dimensions).toEqual(expect.arrayContaining([...carried]));
  });
});
