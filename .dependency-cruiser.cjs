/** The layers of the project: which folder may import what. Each rule's comment tells the offender what to do. */
'use strict';

/** Libraries that decide nothing about the world: the same input always gives the same output. */
const PURE =
  'zod|murmurhash|fastest-levenshtein|@humanwhocodes/momoa|yaml|json-stringify-pretty-compact|luxon|simple-statistics';

/** Every other library lives in one room, so that it can be replaced there. */
const ROOMS = [
  { room: 'rules-engine', folders: 'rules-engine', libraries: 'json-rules-engine|jsonpath-plus' },
  {
    room: 'persistence',
    folders: 'persistence',
    libraries: 'typeorm|mysql2|better-sqlite3|async-mutex|cockatiel',
  },
  {
    room: 'graphql and http',
    folders: 'graphql|http',
    libraries:
      '@apollo/[^/]+|type-graphql|graphql|graphql-jit|graphql-scalars|class-validator|reflect-metadata|graphql-sse',
  },
  { room: 'graphql and persistence', folders: 'graphql|persistence', libraries: 'dataloader' },
  { room: 'templates', folders: 'templates', libraries: 'liquidjs' },
  { room: 'signing', folders: 'signing', libraries: 'fast-jwt' },
  { room: 'runtime', folders: 'runtime', libraries: 'pino|pino-pretty|envalid|uuid|prom-client' },
  { room: 'cli', folders: 'cli', libraries: 'commander|picocolors|cli-progress|cli-table3|csv-stringify' },
  { room: 'files', folders: 'files', libraries: 'csv-parse' },
];

const npm = (libraries) => `(^|/)node_modules/(${libraries})/`;

const roomRules = ROOMS.map(({ room, folders, libraries }) => ({
  name: `library-of-${room.replaceAll(' ', '-')}`,
  severity: 'error',
  comment: `This library belongs to adapters/${room}. Say what you need as a port in application/ports.ts and let that room do it.`,
  from: { path: '^src/', pathNot: `^src/adapters/(${folders})/` },
  to: { path: npm(libraries) },
}));

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'The domain imports itself and nothing of ours. Pass the value in as an argument, or move the file to application/ or adapters/.',
      from: { path: '^src/domain/' },
      to: { path: '^(src|bench|faults|test)/', pathNot: '^src/domain/' },
    },
    {
      name: 'no-world-in-the-core',
      severity: 'error',
      comment:
        'No node: modules in domain or application. Clock, ids, digests and files come through a port; add one to application/ports.ts.',
      from: { path: '^src/(domain|application)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-uses-pure-libraries-only',
      severity: 'error',
      comment:
        'domain and application may use the pure libraries named in this file. Anything else goes behind a port, or earns its place here with an ADR.',
      from: { path: '^src/(domain|application)/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: npm(PURE),
      },
    },
    {
      name: 'durations-of-seeds-only',
      severity: 'error',
      comment:
        'luxon can also tell the time, so it stays in application/seed, where it reads durations. Elsewhere the clock is a port.',
      from: { path: '^src/', pathNot: '^src/application/seed/' },
      to: { path: npm('luxon') },
    },
    {
      name: 'application-knows-no-adapter',
      severity: 'error',
      comment: 'A use case imports domain and application. Take the adapter as a port in the constructor.',
      from: { path: '^src/application/' },
      to: { path: '^(src|bench|faults|test)/', pathNot: '^src/(domain|application)/' },
    },
    {
      name: 'adapters-are-islands',
      severity: 'error',
      comment:
        'Adapters never import each other. Name what you need in application/ports.ts; composition-root hands it over.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'adapters-look-inward',
      severity: 'error',
      comment: 'An adapter imports domain and application. Only composition-root and main stand above it.',
      from: { path: '^src/adapters/' },
      to: { path: '^(src|bench|faults|test)/', pathNot: '^src/(domain|application|adapters)/' },
    },
    {
      name: 'composition-root-is-the-top',
      severity: 'error',
      comment:
        'composition-root builds adapters and use cases; it never imports main, tests or the benchmark.',
      from: { path: '^src/composition-root' },
      to: { path: '^(bench|faults|test)/|^src/main' },
    },
    {
      name: 'main-only-starts',
      severity: 'error',
      comment:
        'main reads the command line and starts. Wiring belongs in composition-root, output in adapters/cli.',
      from: { path: '^src/main' },
      to: { path: '^(src|bench|faults|test)/', pathNot: '^src/(composition-root|adapters/cli/)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other hide a third: move what both use into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: use it or delete it.',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'This import leads nowhere. Correct the path, or add the package with `npm i --save-exact`.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-src',
      severity: 'error',
      comment: 'Shipped code uses `dependencies` only. Move the package there, or the code out of src.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    },
    ...roomRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/console/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
