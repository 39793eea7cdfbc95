/** Refuses operations that no transport of ours carries. */
import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/** A validation rule for plain answers: subscriptions are refused with the code UNSUPPORTED_OPERATION. */
export function servedOperations(context: ValidationContext): ASTVisitor {
  return refuse(context, (operation) => operation === OperationTypeNode.SUBSCRIPTION, PLAIN);
}

/** The same for the stream: all but subscriptions are refused. */
export function streamedOperations(context: ValidationContext): ASTVisitor {
  return refuse(context, (operation) => operation !== OperationTypeNode.SUBSCRIPTION, STREAMED);
}

const PLAIN =
  'Subscriptions are not served here; POST them to /graphql/stream with accept: text/event-stream.';
const STREAMED = 'Only subscriptions are streamed; POST queries and mutations to /graphql.';

function refuse(
  context: ValidationContext,
  isRefused: (operation: OperationTypeNode) => boolean,
  message: string,
): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!isRefused(node.operation)) return;
      const extensions = { code: 'UNSUPPORTED_OPERATION' };
      context.reportError(new GraphQLError(message, { nodes: node, extensions }));
    },
  };
}
