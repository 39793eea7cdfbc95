/** ESLint rule: every file opens with a block comment that says what the room decides or does. */
'use strict';

const MESSAGE =
  'Open the file with a one-sentence /** … */ comment: what this room decides or does. If one sentence is not enough, it is two rooms.';

/** Reports a file whose first token is not a documentation comment. */
module.exports = {
  meta: { type: 'suggestion', schema: [], messages: { missing: MESSAGE } },
  create(context) {
    const { sourceCode } = context;
    return {
      Program(program) {
        const [first] = sourceCode.getAllComments().filter((comment) => comment.type !== 'Shebang');
        const start = first && first.range[0];
        const opens = first && first.type === 'Block' && first.value.startsWith('*');
        const firstToken = sourceCode.getFirstToken(program);
        const beforeCode = !firstToken || start < firstToken.range[0];
        if (!opens || !beforeCode) context.report({ loc: { line: 1, column: 0 }, messageId: 'missing' });
      },
    };
  },
};
