/** Chooses what documents are compiled and checked with. */
import { referenceEvaluator } from '../adapters/rules-engine/reference-evaluator';
import type { Environment } from '../adapters/runtime/environment';
import { liquidTemplateLanguage } from '../adapters/templates/liquid-template-language';
import type { CompilerTools } from '../application/decide/compile-release';
import { compiledEvaluator } from '../domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../domain/rules/plain-evaluator';

const EVALUATORS = {
  compiled: compiledEvaluator,
  plain: plainEvaluator,
  reference: referenceEvaluator,
} as const;

/** By the settings of the process. */
export function documentTools(environment: Pick<Environment, 'EVALUATOR'>): CompilerTools {
  return { evaluator: EVALUATORS[environment.EVALUATOR], templates: liquidTemplateLanguage };
}
