/** Measures a condition as it would be with its audiences written out in their places. */
import type { Condition } from './condition';

/** Counts comparisons, below every reference again; the audiences must not lead back to themselves. */
export class WrittenOutSize {
  private readonly sizes = new Map<string, number>();

  constructor(private readonly audiences: ReadonlyMap<string, Condition>) {}

  /** Each audience is measured once, so that references that double at every level cost nothing. */
  of(condition: Condition): number {
    switch (condition.kind) {
      case 'leaf':
        return 1;
      case 'not':
        return this.of(condition.condition);
      case 'audience':
        return this.ofAudience(condition.key);
      default:
        return condition.conditions.reduce((sum, member) => sum + this.of(member), 0);
    }
  }

  private ofAudience(key: string): number {
    const condition = this.audiences.get(key);
    const size = this.sizes.get(key) ?? (condition === undefined ? 1 : this.of(condition));
    this.sizes.set(key, size);
    return size;
  }
}
