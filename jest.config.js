/** How the tests run: compiled by swc with the same decorator settings as tsc, one project for everything. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  reporters: ['default', '<rootDir>/test/support/counts-reporter.cjs'],
  // Two, however many cores there are: the suites bring servers and databases of their own.
  maxWorkers: 2,
  // Each file's modules stay in memory until its worker ends: without a bound two hundred files need more than Node gives.
  workerIdleMemoryLimit: '1GB',
  setupFiles: ['<rootDir>/test/support/reproducible-properties.ts'],
  testTimeout: 30_000,
};
