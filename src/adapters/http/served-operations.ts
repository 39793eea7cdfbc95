/** Refuses operations that no transport of ours carries. */
import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/** A validation rule for Apollo: subscriptions are refused with the code UNSUPPORTED_OPERATION. */
export function servedOperations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (node.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const message = 'Subscriptions are not served; ask again with a query.';
      context.reportError(
        new GraphQLError(message, { nodes: node, extensions: { code: 'UNSUPPORTED_OPERATION' } }),
      );
    },
  };
}
