import { readEnvironment } from '../../../src/adapters/runtime/environment';

const KEY = 'k'.repeat(32);

describe('the environment', () => {
  it('is complete without a single variable in development', () => {
    expect(readEnvironment({})).toMatchObject({
      environment: {
        NODE_ENV: 'development',
        PORT: 4000,
        DATABASE_URL: 'sqlite:./data/expansion.db',
        EVALUATOR: 'compiled',
      },
    });
  });

  it('demands both secrets in production, naming each and how to make one', () => {
    expect(readEnvironment({ NODE_ENV: 'production' })).toEqual({
      problems: [
        expect.stringMatching(/^ADMIN_API_KEY: .*openssl rand/),
        expect.stringMatching(/^SIGNING_SECRET: .*openssl rand/),
      ],
    });
  });

  it('refuses a short secret in production, and takes it in development', () => {
    const short = { ADMIN_API_KEY: 'k'.repeat(31), SIGNING_SECRET: KEY };
    expect(readEnvironment({ ...short, NODE_ENV: 'production' })).toEqual({
      problems: [expect.stringMatching(/^ADMIN_API_KEY: .*32 characters/)],
    });
    expect(readEnvironment(short)).toHaveProperty('environment.ADMIN_API_KEY', short.ADMIN_API_KEY);
  });

  it('accepts production with both secrets', () => {
    expect(
      readEnvironment({ NODE_ENV: 'production', ADMIN_API_KEY: KEY, SIGNING_SECRET: KEY }),
    ).toHaveProperty('environment');
  });

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'postgres://localhost/x'],
    ['EVALUATOR', 'fastest'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses a bad %s by name', (name, value) => {
    expect(readEnvironment({ [name]: value })).toEqual({
      problems: [expect.stringMatching(new RegExp(`^${name}: `))],
    });
  });

  it('reports every bad variable at once', () => {
    const reading = readEnvironment({ PORT: 'x', EVALUATOR: 'y', NODE_ENV: 'production' });
    expect('problems' in reading && reading.problems).toHaveLength(4);
  });
});
