import { parse } from 'graphql';
import { welcomeText } from '../../../src/adapters/cli/welcome-text';

const welcome = {
  url: 'http://127.0.0.1:4000',
  apiKey: 'dev_123',
  accountId: 'acme-dental',
  release: 1,
  accounts: 20,
};

describe('the welcome', () => {
  it('holds a command with the address, the authorization header and a valid query', () => {
    const text = welcomeText(welcome);
    const body = JSON.parse(/-d '(.*)'/.exec(text)?.[1] ?? '') as { query: string; variables: object };
    expect(text).toContain("-H 'authorization: Bearer dev_123'");
    expect(text).toContain('curl -s http://127.0.0.1:4000/graphql');
    expect(parse(body.query).definitions).toHaveLength(1);
    expect(body.variables).toEqual({ account: 'acme-dental' });
  });

  it('never prints a key in production, where there is none to print', () => {
    expect(welcomeText({ ...welcome, apiKey: null })).not.toMatch(/Bearer|curl/);
  });
});
