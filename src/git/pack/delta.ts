/**
 * What a delta did not take over from its base: stretches of the content, in order, outside of which every byte
 * and its neighbours are inherited. Kept from one delta to the next, so that nothing is allocated.
 */
export class ChangedRanges {
  /** Stretches as close to each other as this, in bytes, are one. */
  readonly #distance: number;
  #bounds = new Int32Array(256);
  #count = 0;

  constructor(distance: number) {
    this.#distance = distance;
  }

  get count(): number {
    return this.#count;
  }

  startOf(index: number): number {
    return this.#bounds[index * 2] ?? 0;
  }

  endOf(index: number): number {
    return this.#bounds[index * 2 + 1] ?? 0;
  }

  /** The last of the stretches from `index` on, each of which is at most `distance` from the next. */
  lastWithin(index: number, distance: number): number {
    let last = index;
    while (last + 1 < this.#count && this.startOf(last + 1) - this.endOf(last) <= distance) last += 1;
    return last;
  }

  clear(): void {
    this.#count = 0;
  }

  /** Adds the bytes from `start` to `end`, or the seam between two pieces where both are the same. */
  add(start: number, end: number): void {
    const last = this.#count * 2 - 1;
    if (last > 0 && start - (this.#bounds[last] ?? 0) <= this.#distance) {
      this.#bounds[last] = end;
      return;
    }
    if (last + 2 >= this.#bounds.length) {
      const larger = new Int32Array(this.#bounds.length * 2);
      larger.set(this.#bounds);
      this.#bounds = larger;
    }
    this.#bounds[last + 1] = start;
    this.#bounds[last + 2] = end;
    this.#count += 1;
  }
}

/** The two sizes that a delta starts with, and where its instructions start. */
export type DeltaHeader = { baseSize: number; resultSize: number; at: number };

export function readDeltaHeader(delta: Uint8Array, header: DeltaHeader): void {
  let at = 0;
  for (const field of ['baseSize', 'resultSize'] as const) {
    let size = 0;
    let byte = 0x80;
    for (let unit = 1; byte >= 0x80 && at < delta.length; unit *= 128) {
      byte = delta[at++] ?? 0;
      size += (byte & 0x7f) * unit;
    }
    header[field] = size;
  }
  header.at = at;
}

/** Copies shorter than this are faster byte by byte than through a call. */
const SHORT_COPY = 48;

/**
 * Builds a content from its base (https://git-scm.com/docs/gitformat-pack, "Deltified representation").
 * @param delta `delta[at..end)` are its instructions.
 * @param target has room for `targetLength` bytes.
 * @param changed gets what is not inherited: inserted bytes, and the seams between pieces that do not
 *   stand next to each other in the base.
 * @returns false when the delta does not fit.
 */
export function applyDelta(
  base: Buffer,
  baseLength: number,
  delta: Uint8Array,
  at: number,
  end: number,
  target: Buffer,
  targetLength: number,
  changed: ChangedRanges,
): boolean {
  let position = 0;
  /** Where the base would go on: behind the last copy, or -1 behind inserted bytes. */
  let expected = 0;
  let next = at;
  while (next < end) {
    const instruction = delta[next++] as number;
    if (instruction >= 0x80) {
      let offset = 0;
      let size = 0;
      if (instruction & 1) offset = delta[next++] as number;
      if (instruction & 2) offset |= (delta[next++] as number) << 8;
      if (instruction & 4) offset |= (delta[next++] as number) << 16;
      if (instruction & 8) offset += (delta[next++] as number) * 2 ** 24;
      if (instruction & 16) size = delta[next++] as number;
      if (instruction & 32) size |= (delta[next++] as number) << 8;
      if (instruction & 64) size |= (delta[next++] as number) << 16;
      if (size === 0) size = 0x10000;
      // An instruction that is cut off: what it lacks would be taken from behind the delta.
      if (next > end) return false;
      if (offset + size > baseLength || position + size > targetLength) return false;
      if (offset !== expected) changed.add(position, position);
      if (size < SHORT_COPY) {
        for (let index = 0; index < size; index += 1)
          target[position + index] = base[offset + index] as number;
      } else base.copy(target, position, offset, offset + size);
      position += size;
      expected = offset + size;
    } else {
      if (instruction === 0 || position + instruction > targetLength || next + instruction > end)
        return false;
      for (let index = 0; index < instruction; index += 1)
        target[position + index] = delta[next + index] as number;
      changed.add(position, position + instruction);
      position += instruction;
      next += instruction;
      expected = -1;
    }
  }
  if (next !== end || position !== targetLength) return false;
  if (expected !== baseLength) changed.add(position, position);
  return true;
}
