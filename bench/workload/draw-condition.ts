/** Draws the conditions of one rule of the workload: three to six, nested by all, any and not, some of them named. */
import type { ConditionDocument } from '../../src/domain/documents/kinds/condition-schema';
import type { SeededRandom } from '../service/seeded-random';

/** What conditions are made of. */
export interface ConditionParts {
  leaf(): ConditionDocument;
  /** A reference to a shared condition. */
  audience(): ConditionDocument;
}

const FEWEST = 3;
const MOST = 6;
const SHARE_AUDIENCES = 0.12;

/** A group at the root that holds 3 to 6 comparisons and references, at any depth. */
export function drawCondition(parts: ConditionParts, random: SeededRandom): ConditionDocument {
  const count = random.between(FEWEST, MOST);
  if (count > 4 && random.chance(0.15)) {
    const first = random.between(2, count - 2);
    return { any: [allOf(first, parts, random), allOf(count - first, parts, random)] };
  }
  return allOf(count, parts, random);
}

function allOf(count: number, parts: ConditionParts, random: SeededRandom): { all: ConditionDocument[] } {
  const all: ConditionDocument[] = [];
  for (let left = count; left > 0;) {
    const size = Math.min(left, random.pick([1, 1, 1, 2, 2, 3]));
    all.push(member(size, parts, random));
    left -= size;
  }
  return { all };
}

/** One member of a group that holds `size` comparisons in all. */
function member(size: number, parts: ConditionParts, random: SeededRandom): ConditionDocument {
  if (size === 1) {
    const single = one(parts, random);
    return random.chance(0.12) ? { not: single } : single;
  }
  const group = groupOf(size, parts, random);
  return random.chance(0.25) ? { not: group } : group;
}

function groupOf(size: number, parts: ConditionParts, random: SeededRandom): ConditionDocument {
  if (size === 3 && random.chance(0.6)) {
    return { any: [one(parts, random), { all: [one(parts, random), one(parts, random)] }] };
  }
  const items = Array.from({ length: size }, () => one(parts, random));
  return random.chance(0.8) ? { any: items } : { all: items };
}

function one(parts: ConditionParts, random: SeededRandom): ConditionDocument {
  return random.chance(SHARE_AUDIENCES) ? parts.audience() : parts.leaf();
}
