/** Names the facts that left a rule undecided, once somebody asks. */
import type { RuleDocument } from '../../documents/kinds/rule-document';
import type { UndecidedRule } from '../rule-evaluator';
import type { WantingFacts } from '../wanting-facts';

/** Both lists are made on the first look at either: most callers never look. */
export class Undecided implements UndecidedRule {
  readonly #collect: () => WantingFacts;
  #wanting: WantingFacts | undefined;

  constructor(
    readonly rule: RuleDocument,
    collect: () => WantingFacts,
  ) {
    this.#collect = collect;
  }

  get missing(): readonly string[] {
    return [...this.wanting.missing];
  }

  get stale(): readonly string[] {
    return [...this.wanting.stale];
  }

  private get wanting(): WantingFacts {
    return (this.#wanting ??= this.#collect());
  }
}
