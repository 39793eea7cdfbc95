/** Makes the rules of the workload: deterministic, checked like any document, one rule in ten firing. */
import type { ConditionDocument } from '../../src/domain/documents/kinds/condition-schema';
import type { AudienceDocument } from '../../src/domain/documents/kinds/audience-document';
import type { RuleDocument, RuleEvent } from '../../src/domain/documents/kinds/rule-document';
import { AudienceMemory } from '../../src/domain/rules/audience-memory';
import { compileCondition } from '../../src/domain/rules/compile-condition';
import type { Condition } from '../../src/domain/rules/condition';
import type { FactSet } from '../../src/domain/rules/fact-set';
import { parseCondition } from '../../src/domain/rules/parse-condition';
import { type SeededRandom, seededRandom } from '../service/seeded-random';
import { drawCondition } from './draw-condition';
import { drawLeaf } from './draw-leaf';
import { sampleColumns } from './workload-columns';

const SEED = 42_260_101;
const AUDIENCES = 12;
const WANTED_RATE = 0.1;
const TRIES = 10_000;

/** The documents of a workload; the facts they need beyond the shipped ones are `WORKLOAD_FACTS`. */
export interface Workload {
  readonly audiences: readonly AudienceDocument[];
  /** In the order in which they were drawn: fewer rules are the first of more. */
  readonly rules: readonly RuleDocument[];
}

/** What is to be made. */
export interface WorkloadRequest {
  readonly rules: number;
  /** Facts of some hundred accounts: values are drawn from them, and the share of rules that fire is steered by them. */
  readonly sample: readonly FactSet[];
  /** What a rule leads to, by its position from 0. */
  readonly eventOf: (at: number) => RuleEvent;
}

/** The same request, the same documents. Over the sample, one rule in ten fires, also within the first rules. */
export function makeWorkload({ rules, sample, eventOf }: WorkloadRequest): Workload {
  const random = seededRandom(SEED);
  const [first, ...rest] = sampleColumns(sample);
  if (first === undefined) throw new Error('The workload has no columns.');
  const leaf = () => drawLeaf([first, ...rest], random);
  const audiences = drawAudiences(leaf, random, sample);
  const named = (): ConditionDocument => ({ condition: audienceKey(random.between(0, AUDIENCES - 1)) });
  const conditions = drawRules(
    rules,
    () => drawCondition({ leaf, audience: named }, random),
    audiences,
    sample,
  );
  return { audiences, rules: conditions.map((drawn, at) => ruleDocument(at, drawn, eventOf(at))) };
}

function ruleDocument(at: number, conditions: ConditionDocument, event: RuleEvent): RuleDocument {
  const key = `workload-rule-${String(at).padStart(5, '0')}`;
  return { key, enabled: true, priority: 1 + (at % 40), conditions, event };
}

function audienceKey(at: number): string {
  return `workload-audience-${String(at).padStart(2, '0')}`;
}

/** Every fourth names the one before it; each holds for a fifth to four fifths of the sample. */
function drawAudiences(
  leaf: () => ConditionDocument,
  random: SeededRandom,
  sample: readonly FactSet[],
): AudienceDocument[] {
  const audiences: AudienceDocument[] = [];
  for (let at = 0; at < AUDIENCES; at += 1) {
    const third = () => (at % 4 === 3 ? { condition: audienceKey(at - 1) } : leaf());
    const draw = () =>
      random.chance(0.5) ? { all: [leaf(), third()] } : { any: [leaf(), { all: [leaf(), third()] }] };
    const rate = (drawn: ConditionDocument) => rateOver(sample, audiences)(drawn);
    const conditions = drawUntil(draw, (drawn) => rate(drawn) >= 0.2 && rate(drawn) <= 0.8);
    audiences.push({ key: audienceKey(at), name: `Workload ${at}`, conditions });
  }
  return audiences;
}

/** Too many fired so far: the next one fires seldom; too few: often. None never fires, which no one would keep. */
function drawRules(
  count: number,
  draw: () => ConditionDocument,
  audiences: readonly AudienceDocument[],
  sample: readonly FactSet[],
): ConditionDocument[] {
  const rate = rateOver(sample, audiences);
  const drawn: ConditionDocument[] = [];
  let sum = 0;
  while (drawn.length < count) {
    const [low, high] = sum > WANTED_RATE * drawn.length ? [0.001, WANTED_RATE] : [WANTED_RATE, 0.4];
    const next = drawUntil(draw, (candidate) => rate(candidate) >= low && rate(candidate) <= high);
    sum += rate(next);
    drawn.push(next);
  }
  return drawn;
}

function drawUntil(
  draw: () => ConditionDocument,
  accepts: (drawn: ConditionDocument) => boolean,
): ConditionDocument {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const drawn = draw();
    if (accepts(drawn)) return drawn;
  }
  throw new Error(`${TRIES} conditions were drawn and none fits.`);
}

/** The share of the sample that a condition holds for; remembered for the condition asked about last. */
function rateOver(
  sample: readonly FactSet[],
  audiences: readonly AudienceDocument[],
): (drawn: ConditionDocument) => number {
  const memory = new AudienceMemory(
    new Map(audiences.map(({ key, conditions }) => [key, parsed(conditions)])),
  );
  let last: { readonly drawn: ConditionDocument; readonly rate: number } | null = null;
  return (drawn) => {
    if (last?.drawn === drawn) return last.rate;
    const node = compileCondition(parsed(drawn), (key) => memory.find(key));
    const holds = sample.filter((facts) => {
      memory.forget();
      return node.decide(facts) === 'TRUE';
    });
    last = { drawn, rate: holds.length / sample.length };
    return last.rate;
  };
}

function parsed(conditions: ConditionDocument): Condition {
  const read = parseCondition(conditions, '/conditions');
  if ('condition' in read) return read.condition;
  throw new Error(read.problems.map(({ message }) => message).join(' '));
}
