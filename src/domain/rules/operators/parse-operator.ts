/** Reads the text of an operator with its decorators; only exact names are taken. */
import { didYouMean } from '../near-names';
import { IS_MISSING } from './is-missing';
import { OPERATORS } from './operator-catalogue';
import { DECORATORS, type Decorator, type OperatorExpression } from './operator-expression';

const MOST_DECORATORS = 3;

/** Why a text is not an operator, and near names where there are any. */
export interface OperatorProblem {
  readonly message: string;
  readonly hint: string | null;
}

/** Splits `not:someFact:equal` into decorators and name. At most three decorators, no blanks, case counts. */
export function parseOperator(text: string): { readonly expression: OperatorExpression } | OperatorProblem {
  const decorators = text.split(':');
  const name = decorators.pop() ?? '';
  const unknown = decorators.find((decorator) => !isDecorator(decorator));
  if (!OPERATORS.has(name)) {
    return { message: `\`${name}\` is not an operator.`, hint: didYouMean(name.trim(), OPERATORS.keys()) };
  }
  if (unknown !== undefined) {
    return {
      message: `\`${unknown}\` is not a decorator.`,
      hint: didYouMean(unknown.trim(), DECORATORS) ?? `The decorators are ${DECORATORS.join(', ')}.`,
    };
  }
  return checkDecorators({ decorators: decorators.filter(isDecorator), name });
}

function checkDecorators(
  expression: OperatorExpression,
): { readonly expression: OperatorExpression } | OperatorProblem {
  if (expression.decorators.length > MOST_DECORATORS) {
    return { message: `An operator takes at most ${MOST_DECORATORS} decorators.`, hint: null };
  }
  if (expression.name === IS_MISSING && expression.decorators.some((decorator) => decorator !== 'not')) {
    return { message: '`isMissing` takes no decorator but `not`.', hint: 'Its value, true or false, says it.' };
  }
  return { expression };
}

function isDecorator(text: string): text is Decorator {
  return (DECORATORS as readonly string[]).includes(text);
}
