/** Tells of a traced condition in words, from its comparisons up. */
import type { DocumentSet } from '../documents/document-set';
import type { ConditionDocument } from '../documents/kinds/condition-schema';
import type { Leaf } from '../rules/condition';
import type { ConditionTrace, LeafOutcome } from '../rules/trace-rules';
import { comparisonWords, type Seen } from './comparison-words';
import { sumUp, type Telling } from './telling';
import { outcomeOf } from './told-condition';

/** Comparisons written out for one account: audiences within audiences can multiply beyond what anybody reads. */
const MOST_COMPARISONS = 20_000;

interface Named {
  readonly name?: string;
}

/** Tells the conditions of one stage; an audience is put into words once for all that name it. */
export class ConditionTeller {
  private readonly audiences = new Map<string, Telling>();
  private writtenOut = 0;

  constructor(
    private readonly seen: Seen,
    private readonly documents: Pick<DocumentSet, 'audience'>,
  ) {}

  /**
   * `document` is what the trace was made of: the names in it are told. `negated`: under an odd number of `not`. Beyond
   * 20,000 comparisons audiences are told without their conditions.
   */
  tell(trace: ConditionTrace, document: ConditionDocument | undefined, negated = false): Telling {
    const { condition, truth, members } = trace;
    switch (condition.kind) {
      case 'leaf':
        return this.comparison(condition, trace.leaf as LeafOutcome, nameOf(document), negated);
      case 'audience':
        return this.audience(condition.key, trace, negated);
      default: {
        const below = condition.kind === 'not' ? !negated : negated;
        const documents = membersOf(document);
        const told = members.map((member, at) => this.tell(member, documents[at], below));
        return sumUp({ kind: condition.kind, ...nameOf(document) }, truth, told);
      }
    }
  }

  private comparison(leaf: Leaf, outcome: LeafOutcome, name: Named, negated: boolean): Telling {
    this.writtenOut += 1;
    const { fact, path, operator, operand } = leaf;
    const { truth, expected, actual } = outcome;
    const { message, distance } = comparisonWords(leaf, outcome, negated, this.seen);
    return {
      told: {
        kind: 'comparison',
        ...name,
        fact,
        ...(path.length > 0 && { path: path.join('/') }),
        operator: [...operator.decorators, operator.name].join(':'),
        expected: expected ?? null,
        ...(operand.kind === 'fact' && { expectedFact: operand.fact }),
        actual: actual ?? null,
        distance,
        outcome: outcomeOf(truth),
        message,
      },
      truth,
      toHold: truth === 'TRUE' ? 0 : 1,
      toFail: truth === 'FALSE' ? 0 : 1,
      reasons: [message],
      reasonCount: 1,
      size: 1,
    };
  }

  private audience(key: string, { truth, members: [trace] }: ConditionTrace, negated: boolean): Telling {
    const group = { kind: 'audience' as const, audience: key };
    if (trace === undefined) return sumUp(group, truth, []);
    const name = `${negated ? '!' : ''}${key}`;
    const known = this.audiences.get(name);
    const told = known ?? this.tell(trace, this.documents.audience.get(key)?.conditions, negated);
    this.audiences.set(name, told);
    if (known !== undefined) this.writtenOut += told.size;
    return sumUp(group, truth, [told], known !== undefined && this.writtenOut > MOST_COMPARISONS);
  }
}

function membersOf(document: ConditionDocument | undefined): readonly ConditionDocument[] {
  if (document === undefined) return [];
  if ('all' in document) return document.all;
  if ('any' in document) return document.any;
  return 'not' in document ? [document.not] : [];
}

function nameOf(document: ConditionDocument | undefined): Named {
  const name = document !== undefined && 'name' in document ? document.name : undefined;
  return name === undefined ? {} : { name };
}
