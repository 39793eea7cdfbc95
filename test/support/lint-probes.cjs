/** Lints texts handed in as JSON on stdin under the house rules; prints the broken rules of each as JSON. */
'use strict';
const path = require('node:path');
const { ESLint } = require('eslint');
const house = require('../../eslint.config.cjs');

const root = path.resolve(__dirname, '../..');
/** The probe files exist only as text, so the type checker is told to take them as they come. */
const probes = {
  files: ['**/*.ts'],
  languageOptions: {
    parserOptions: { projectService: { allowDefaultProject: ['src/*/*.ts', 'test/*/*.ts'] } },
  },
};
const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...house, probes] });

async function rulesBroken([file, text]) {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return result.messages.map((message) => message.ruleId ?? message.message);
}

async function main() {
  const given = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const answers = [];
  for (const probe of given) answers.push(await rulesBroken(probe));
  process.stdout.write(JSON.stringify(answers));
  process.exit(0);
}

void main();
