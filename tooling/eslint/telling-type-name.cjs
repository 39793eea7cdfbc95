/** ESLint rule: classes, interfaces and types carry the field's words, not filler such as Manager, Helper or Impl. */
'use strict';

const FILLER = /(Manager|Helpers?|Utils?|Impl|Base|Common|Misc)$|^(Base|Abstract|Common)[A-Z]/;

module.exports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      filler:
        '`{{name}}` says nothing about what it is. Use the word of the field (offer, release, evaluator …).',
    },
  },
  create(context) {
    const check = ({ id }) => {
      if (id && FILLER.test(id.name))
        context.report({ node: id, messageId: 'filler', data: { name: id.name } });
    };
    return { ClassDeclaration: check, TSInterfaceDeclaration: check, TSTypeAliasDeclaration: check };
  },
};
