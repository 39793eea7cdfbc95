import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentSecrets } from '../../../src/adapters/runtime/development-secrets';

const folder = () => mkdtempSync(join(tmpdir(), 'secrets-'));

describe('development secrets', () => {
  it('are the same at the next start', () => {
    const data = join(folder(), 'not', 'there', 'yet');
    expect(developmentSecrets(data)).toEqual(developmentSecrets(data));
  });

  it('differ from machine to machine', () => {
    expect(developmentSecrets(folder())).not.toEqual(developmentSecrets(folder()));
  });

  it('can be read by their owner only', () => {
    const data = folder();
    developmentSecrets(data);
    expect(statSync(join(data, 'development-secrets.json')).mode & 0o077).toBe(0);
  });

  it.each(['', '{"adminApiKey": 1', '{"adminApiKey":"only"}', 'null'])(
    'are made anew when the file says %j',
    (text) => {
      const data = folder();
      writeFileSync(join(data, 'development-secrets.json'), text);
      const secrets = developmentSecrets(data);
      expect(JSON.parse(readFileSync(join(data, 'development-secrets.json'), 'utf8'))).toEqual(secrets);
    },
  );
});
