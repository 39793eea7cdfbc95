import { describeAddress, parseDatabaseUrl } from '../../../src/adapters/persistence/database-address';
import { DatabaseFault } from '../../../src/adapters/persistence/database-fault';

const server = { host: 'db.example', port: 3306, user: 'svc', password: 'pw', database: 'expansion' };

describe('DATABASE_URL', () => {
  it.each([
    ['sqlite:./data/expansion.db', { kind: 'sqlite', file: './data/expansion.db' }],
    ['sqlite:/var/lib/x.db', { kind: 'sqlite', file: '/var/lib/x.db' }],
    ['mysql://svc:pw@db.example/expansion', { kind: 'mysql', ...server }],
    ['mariadb://svc:pw@db.example:3307/expansion', { kind: 'mariadb', ...server, port: 3307 }],
    ['mysql://svc:p%40s%25%2F@db.example/expansion', { kind: 'mysql', ...server, password: 'p@s%/' }],
    ['mysql://svc@db.example/expansion', { kind: 'mysql', ...server, password: '' }],
    ['mysql://svc:pw@[::1]/expansion', { kind: 'mysql', ...server, host: '::1' }],
  ])('%s is understood', (url, address) => {
    expect(parseDatabaseUrl(url)).toEqual(address);
  });

  it.each([
    'postgres://svc:secret@db/x',
    'data/expansion.db',
    '',
    'sqlite:',
    'sqlite::memory:',
    'mysql://svc:secret@db',
    'mysql://svc:secret@db/',
    'mysql://svc:secret@db/a/b',
    'mysql://svc:secret%@db/x',
    'mysql:secret',
    'mysql://svc:secret@db:port/x',
  ])('%p is refused with examples and without the password', (url) => {
    const parse = () => parseDatabaseUrl(url);
    expect(parse).toThrow(DatabaseFault);
    expect(parse).toThrow(/DATABASE_URL can't be used: .*Examples: sqlite:/);
    expect(parse).not.toThrow(/secret/);
  });

  it('is described without the password', () => {
    expect(describeAddress({ kind: 'mysql', ...server })).toBe('mysql://svc@db.example:3306/expansion');
  });
});
