/** Draws corruptions by weight from a seed: the same seed draws the same ones of the same documents. */
import { groupBy } from '../../src/domain/collections/group-by';
import { seededRandom, type SeededRandom } from '../service/seeded-random';
import type { Mutation } from './all-mutations';
import { MUTATION_KINDS, MUTATION_WEIGHTS, type MutationKind } from './mutation-kinds';

/** So many different ones; fewer where there are no more. */
export function drawMutations(all: readonly Mutation[], count: number, seed: number): readonly Mutation[] {
  const random = seededRandom(seed);
  const byKind = groupBy(all, ({ kind }) => kind);
  const piles = new Map(MUTATION_KINDS.map((kind) => [kind, shuffled(byKind.get(kind) ?? [], random)]));
  const drawn: Mutation[] = [];
  while (drawn.length < count) {
    const kind = drawKind(
      [...piles].filter(([, pile]) => pile.length > 0).map(([name]) => name),
      random,
    );
    const next = kind === undefined ? undefined : piles.get(kind)?.pop();
    if (next === undefined) return drawn;
    drawn.push(next);
  }
  return drawn;
}

function drawKind(kinds: readonly MutationKind[], random: SeededRandom): MutationKind | undefined {
  let rest = random.next() * kinds.reduce((sum, kind) => sum + MUTATION_WEIGHTS[kind], 0);
  return kinds.find((kind) => (rest -= MUTATION_WEIGHTS[kind]) < 0) ?? kinds.at(-1);
}

/** Fisher and Yates. */
function shuffled(mutations: readonly Mutation[], random: SeededRandom): Mutation[] {
  const pile = [...mutations];
  for (let last = pile.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [pile[last], pile[other]] = [pile[other] as Mutation, pile[last] as Mutation];
  }
  return pile;
}
