import type { PackIndex } from './pack-index.ts';

const DIGIT = 0x10000;

/**
 * Fills `order` with the places of a pack's index in the order in which their entries lie in the pack: a
 * radix sort, since a comparison sort of a million offsets takes as long as reading their entries.
 */
export function placesByOffset(index: PackIndex, order: Uint32Array): void {
  const { count } = index;
  let from = new Uint32Array(count);
  let to = new Uint32Array(count);
  let largest = 0;
  for (let place = 0; place < count; place += 1) {
    from[place] = place;
    largest = Math.max(largest, index.offsetAt(place));
  }
  const starts = new Uint32Array(DIGIT + 1);
  for (let unit = 1; unit <= largest; unit *= DIGIT) {
    starts.fill(0);
    for (let place = 0; place < count; place += 1) {
      const digit = digitOf(index.offsetAt(place), unit);
      starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < DIGIT; digit += 1)
      starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
    for (const place of from) {
      const digit = digitOf(index.offsetAt(place), unit);
      const position = starts[digit] ?? 0;
      to[position] = place;
      starts[digit] = position + 1;
    }
    [from, to] = [to, from];
  }
  order.set(from);
}

/** An offset that the index has no room for counts as 0. */
function digitOf(offset: number, unit: number): number {
  return Math.floor(Math.max(0, offset) / unit) % DIGIT;
}
