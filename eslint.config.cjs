/** The house rules that a machine can hold: one set for src, bench and faults, one for tests, no exemption lists. */
'use strict';
const prettier = require('eslint-config-prettier');
const jsdoc = require('eslint-plugin-jsdoc');
const tseslint = require('typescript-eslint');

const house = {
  rules: {
    'opening-comment': require('./tooling/eslint/opening-comment.cjs'),
    'telling-file-name': require('./tooling/eslint/telling-file-name.cjs'),
    'telling-type-name': require('./tooling/eslint/telling-type-name.cjs'),
  },
};

/** Every exported declaration is documented; a type that only restates a constant or a schema is documented there. */
const documentedExports = [
  'ExportNamedDeclaration[declaration][declaration.type!="TSTypeAliasDeclaration"]',
  'ExportNamedDeclaration[declaration.type="TSTypeAliasDeclaration"]' +
    ':not([declaration.typeAnnotation.type="TSIndexedAccessType"])' +
    ':not([declaration.typeAnnotation.typeName.right.name="infer"])',
];

const everywhere = {
  eqeqeq: ['error', 'always'],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
  'house/telling-file-name': 'error',
  'house/telling-type-name': 'error',
};

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
};

const production = {
  'house/opening-comment': 'error',
  complexity: ['error', 12],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: false, skipComments: false }],
  'max-depth': ['error', 3],
  'max-params': ['error', 5],
  'no-console': 'error',
  'no-restricted-exports': [
    'error',
    { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
  ],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'jsdoc/require-jsdoc': ['error', { require: { FunctionDeclaration: false }, contexts: documentedExports }],
  'jsdoc/require-description': ['error', { contexts: documentedExports }],
  'jsdoc/no-types': 'error',
  'jsdoc/no-blank-blocks': 'error',
};

module.exports = tseslint.config(
  { ignores: ['dist/', 'coverage/', 'data/', 'bench-results/', 'src/console/'] },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house, jsdoc },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: { ...everywhere, ...typed },
  },
  { files: ['src/**/*.ts', 'bench/**/*.ts', 'faults/**/*.ts'], rules: production },
  {
    files: ['src/adapters/cli/**/*.ts', 'bench/**/*.ts', 'faults/**/*.ts', 'src/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // jest's matchers and JSON read back are untyped; what a test does with them, it asserts.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.cjs', '*.js'], languageOptions: { sourceType: 'commonjs' }, rules: everywhere },
  prettier,
);
