/**
 * Joins rows of bits 128 at a time: the twin, in AssemblyScript, of src/domain/rules/matcher/plain-kernel.ts, which is easier to
 * read. Positions are counted in words of 32 bits; rows, masks and room begin at multiples of four, and are padded to them.
 */

/** Sets, from word `into` on, the bits of the targets of the lanes that every row leaves. */
export function mark(level: u32, chosen: u32, into: u32): void {
  join(level, chosen);
  const end = word(level + 2);
  let lanes = word(level + 5) << 2;
  for (let at = word(level + 1); at < end; at += 2, lanes += 8) {
    const targets = targetsOf(level, at);
    for (let left = load<u64>(lanes); left !== 0; left &= left - 1) {
      const target = load<u32>(targets + (u32(ctz<u64>(left)) << 2));
      const place = (into + (target >> 5)) << 2;
      store<u32>(place, load<u32>(place) | (1 << (target & 31)));
    }
  }
}

/** Writes the targets of the lanes that every row leaves, neighbours that are the same once; returns how many these are. */
export function list(level: u32, chosen: u32, to: u32): u32 {
  join(level, chosen);
  const end = word(level + 2);
  let lanes = word(level + 5) << 2;
  let next = to << 2;
  let last: u32 = -1;
  for (let at = word(level + 1); at < end; at += 2, lanes += 8) {
    const targets = targetsOf(level, at);
    for (let left = load<u64>(lanes); left !== 0; left &= left - 1) {
      const target = load<u32>(targets + (u32(ctz<u64>(left)) << 2));
      // Written over by the next one unless it is new: no jump to guess.
      store<u32>(next, target);
      next += target === last ? 0 : 4;
      last = target;
    }
  }
  return (next >> 2) - to;
}

/** Leaves in the room of the level the lanes that every row leaves. */
function join(level: u32, chosen: u32): void {
  const first = word(level + 1) << 2;
  const bytes = ((word(level + 2) << 2) - first + 15) & ~15;
  const lanes = word(level + 5) << 2;
  memory.copy(lanes, (word(level + 3) << 2) + first, bytes);
  let column = (level + 6) << 2;
  const stop = column + (word(level) << 2);
  for (; column + 12 < stop; column += 16) {
    joinFour(
      lanes,
      bytes,
      rowOf(chosen, column) + first,
      rowOf(chosen, column + 4) + first,
      rowOf(chosen, column + 8) + first,
      rowOf(chosen, column + 12) + first,
    );
  }
  for (; column < stop; column += 4) joinOne(lanes, bytes, rowOf(chosen, column) + first);
}

/** Four rows at a time, each from its beginning to its end: as processors like to read. */
function joinFour(lanes: u32, bytes: u32, a: u32, b: u32, c: u32, d: u32): void {
  for (let at: u32 = 0; at < bytes; at += 16) {
    const first = v128.and(v128.load(a + at), v128.load(b + at));
    const last = v128.and(v128.load(c + at), v128.load(d + at));
    v128.store(lanes + at, v128.and(v128.load(lanes + at), v128.and(first, last)));
  }
}

function joinOne(lanes: u32, bytes: u32, row: u32): void {
  for (let at: u32 = 0; at < bytes; at += 16) {
    v128.store(lanes + at, v128.and(v128.load(lanes + at), v128.load(row + at)));
  }
}

/** The byte at which a column's row begins. */
function rowOf(chosen: u32, column: u32): u32 {
  return word(chosen + load<u32>(column)) << 2;
}

/** The byte at which the targets of a word's lanes begin. */
function targetsOf(level: u32, at: u32): u32 {
  return (word(level + 4) + (at << 5)) << 2;
}

function word(at: u32): u32 {
  return load<u32>(at << 2);
}
