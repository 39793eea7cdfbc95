/** ESLint rule: a file is named in kebab-case after the one thing it exports, never after nothing in particular. */
'use strict';
const path = require('node:path');

const SAYS_NOTHING = /(^|-)(manager|helpers?|utils?|impl|base|common|misc)(-|\.|$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Which message a base name (without extension and `.test`) earns; null when it is a good name. */
function complaint(name) {
  if (name === 'index') return 'barrel';
  if (SAYS_NOTHING.test(name)) return 'empty';
  return KEBAB.test(name) ? null : 'shape';
}

module.exports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      barrel:
        'No index files: they become barrels that close import cycles. Import the file that has the thing.',
      empty:
        '`{{name}}` says nothing. Name the file after the one thing it exports, in the words of the field.',
      shape: '`{{name}}` is not kebab-case.',
    },
  },
  create(context) {
    return {
      Program() {
        const name = path.basename(context.filename).replace(/^\.|(\.(test|config))?\.[cm]?[jt]sx?$/g, '');
        const messageId = complaint(name);
        if (messageId) context.report({ loc: { line: 1, column: 0 }, messageId, data: { name } });
      },
    };
  },
};
