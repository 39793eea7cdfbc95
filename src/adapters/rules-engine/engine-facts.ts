/** Hands facts to json-rules-engine under names of our own, each path already followed. */
import { factAt } from '../../domain/rules/fact-at';
import type { FactSet } from '../../domain/rules/fact-set';

/** The fact that is always true: constants are compared with it. */
export const ALWAYS = 'always';

/** What stands for an absent fact, which the library refuses; only `isMissing` is ever asked about one. */
export const ABSENT = null;

/** The facts that one engine needs; filled while its rule is rewritten. */
export class EngineFacts {
  /** Values by engine name; never a function, so that the library calls nothing. */
  readonly values: Record<string, unknown> = { [ALWAYS]: true };
  private readonly names = new Map<string, string>();

  constructor(private readonly facts: FactSet) {}

  /** The engine name of what a leaf reads; the same for the same fact and path. */
  nameOf(fact: string, path: readonly string[]): string {
    const place = JSON.stringify([fact, ...path]);
    const known = this.names.get(place);
    if (known !== undefined) return known;
    const name = `fact-${this.names.size}`;
    this.names.set(place, name);
    this.values[name] = factAt(this.facts, fact, path) ?? ABSENT;
    return name;
  }
}
