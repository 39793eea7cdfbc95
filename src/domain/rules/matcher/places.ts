/** Numbers the places that stages read: facts, and members within them. */

/** A place; where it is a member, the place that holds it comes before it. */
export type Place =
  { readonly fact: string } | { readonly holder: number; readonly member: string };

/** Places are numbered from 0, each once. */
export class Places {
  readonly list: Place[] = [];
  /** Places whose values are compared as dates. */
  readonly dates = new Set<number>();
  private readonly facts = new Map<string, number>();
  private readonly members = new Map<number, Map<string, number>>();

  /** The number of a place. */
  of({ fact, path }: { readonly fact: string; readonly path: readonly string[] }): number {
    const known = this.facts.get(fact) ?? this.list.push({ fact }) - 1;
    this.facts.set(fact, known);
    return path.reduce((holder, member) => this.memberOf(holder, member), known);
  }

  /** The same for a place that is compared as a date. */
  ofDate(place: { readonly fact: string; readonly path: readonly string[] }): number {
    const number = this.of(place);
    this.dates.add(number);
    return number;
  }

  private memberOf(holder: number, member: string): number {
    const members = this.members.get(holder) ?? new Map<string, number>();
    this.members.set(holder, members);
    const known = members.get(member) ?? this.list.push({ holder, member }) - 1;
    members.set(member, known);
    return known;
  }
}
