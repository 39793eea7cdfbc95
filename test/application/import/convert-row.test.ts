import { convertRow } from '../../../src/application/import/convert-row';
import { TABLES } from '../../../src/application/import/import-columns';
import { readHeader } from '../../../src/application/import/read-header';

function rowOf(header: string, cells: readonly string[]) {
  const read = readHeader(header.split(','), TABLES.accounts);
  if ('problems' in read) throw new Error(read.problems.join(' '));
  const attributeType = (name: string) => (name === 'teamSize' ? 'integer' : null);
  return convertRow(cells, { columns: read.columns, attributeType }, 7);
}

const HEADER = 'id,name,status,health.csat,health.billingIssue,contract.term,addOns,attributes.teamSize';

describe('a row of a table', () => {
  it('becomes the item that the API would be sent', () => {
    expect(rowOf(HEADER, ['a', 'Acme', 'paying', '4.5', 'false', 'annual', 'x;y', '12'])).toEqual({
      item: {
        id: 'a',
        name: 'Acme',
        status: 'PAYING',
        health: { csat: 4.5, billingIssue: false },
        contract: { term: 'ANNUAL' },
        addOns: ['x', 'y'],
        attributes: { teamSize: 12 },
      },
    });
  });

  it('states nothing where its cells are empty, not even an empty object', () => {
    expect(rowOf(HEADER, ['a', 'Acme', 'LEAD', '', '', '', '', ''])).toEqual({
      item: { id: 'a', name: 'Acme', status: 'LEAD' },
    });
  });

  it('tells the line and column of every cell that cannot be read', () => {
    expect(rowOf(HEADER, ['a', 'Acme', 'LEAD', 'high', 'maybe', '', '', 'x'.repeat(99)])).toEqual({
      problem: {
        code: 'INVALID_CELL',
        message:
          'Line 7, column `health.csat`: `high` is no number. ' +
          'Line 7, column `health.billingIssue`: `maybe` is neither true nor false. ' +
          `Line 7, column \`attributes.teamSize\`: \`${'x'.repeat(40)}…\` is no number.`,
        hint: expect.stringContaining('1234.5'),
        column: 'health.csat',
      },
    });
  });

  it.each([
    ['fewer', ['a', 'Acme']],
    ['more', ['a', 'Acme', 'LEAD', '', '', '', '', '', '']],
  ])('with %s cells than columns is refused', (_what, cells) => {
    expect(rowOf(HEADER, cells)).toMatchObject({ problem: { code: 'WRONG_CELL_COUNT' } });
  });
});
