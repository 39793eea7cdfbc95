import { TABLES } from '../../../src/application/import/import-columns';
import type { ImportSubject } from '../../../src/application/import/import-ports';
import { readHeader } from '../../../src/application/import/read-header';

const read = (subject: ImportSubject, header: string) => readHeader(header.split(','), TABLES[subject]);

describe('the header of a table', () => {
  it.each<[ImportSubject, string]>([
    ['accounts', 'id,name,status'],
    ['accounts', ' status , id ,name,contract.term,health.csat,attributes.teamSize,attributes.x.y'],
    ['usage', 'id,accountId,metric,value,at'],
    ['events', 'at,type,accountId,id,data.score'],
  ])('of %s may be %s, in any order', (subject, header) => {
    expect(read(subject, header)).toHaveProperty('columns');
  });

  it.each<[ImportSubject, string, RegExp]>([
    ['usage', 'id,accountId,metric,value,at,att', /no column `att`.*Did you mean `at`/],
    ['usage', 'id,accountId,metric,value,at,at', /`at` is there twice/],
    ['usage', 'id,accountId,metric,value', /`at` is missing/],
    ['usage', 'id,accountId,metric,value,at,attributes.x', /no column `attributes.x`/],
    ['accounts', 'id,name,status,attributes.__proto__', /no column `attributes.__proto__`/],
    ['accounts', 'id,name,status,attributes.', /no column `attributes.`/],
    ['accounts', 'id,name,status,__proto__', /no column `__proto__`/],
    ['accounts', 'id,name,status,', /no column ``/],
    ['usage', 'id;accountId;metric;value;at', /parted by commas/],
  ])('of %s may not be %s', (subject, header, problem) => {
    const reading = read(subject, header);
    expect('problems' in reading && reading.problems.join(' ')).toMatch(problem);
  });

  it('tells everything that is wrong with it at once', () => {
    const reading = read('usage', 'id,id,moment');
    expect('problems' in reading && reading.problems).toHaveLength(6);
  });
});
