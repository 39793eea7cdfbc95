/** Lists every engine and floor of the benchmark, in the order of the table. */
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import type { EngineUnderTest } from './engine-under-test';
import { PARSE_FLOOR, READ_FLOOR } from './floors';
import { BUILT_JSON_LOGIC, WALKED_JSON_LOGIC } from './json-logic-peers';
import { NEW_ENGINE, SHARED_ENGINE } from './json-rules-engine-peers';
import { ourEvaluator } from './our-evaluators';
import { ZEN } from './zen-peer';

/** Fired sets are held against the plain evaluator's, the readable specification. */
export const SPECIFICATION = ourEvaluator(plainEvaluator);

/** What the service runs on; ratios are against it. */
export const OURS = ourEvaluator(compiledEvaluator);

/** Engines first, floors last. */
export const ENGINES: readonly EngineUnderTest[] = [
  SHARED_ENGINE,
  NEW_ENGINE,
  ZEN,
  WALKED_JSON_LOGIC,
  BUILT_JSON_LOGIC,
  SPECIFICATION,
  OURS,
  PARSE_FLOOR,
  READ_FLOOR,
];
