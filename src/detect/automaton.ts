/**
 * Finds several short fixed texts in one pass over bytes (Aho and Corasick, 1975). Every state's
 * answer to every byte is a table entry, so a byte costs one look-up, however many texts there are.
 */
export type Automaton = {
  /** A state is the place of its row in this table: `next[state + byte]` is the state that follows. */
  readonly next: Int32Array;
  /** `accepts[state >> 8]` is 1 where some text ends. */
  readonly accepts: Uint8Array;
  /** `ending[state >> 8]` are the indices of the texts that end there; mostly none. */
  readonly ending: readonly (readonly number[])[];
};

/** Builds the automaton for ASCII texts; text `i` is reported as `i`. */
export function buildAutomaton(texts: readonly string[]): Automaton {
  const children: Map<number, number>[] = [new Map()];
  const ending: number[][] = [[]];
  texts.forEach((text, index) => {
    let state = 0;
    for (const byte of Buffer.from(text, 'latin1')) {
      let child = children[state]?.get(byte);
      if (child === undefined) {
        child = children.length;
        children.push(new Map());
        ending.push([]);
        children[state]?.set(byte, child);
      }
      state = child;
    }
    ending[state]?.push(index);
  });

  const next = new Int32Array(children.length * 256);
  const fallback = new Int32Array(children.length);
  const queue = [...(children[0] ?? [])].map(([byte, child]) => {
    next[byte] = child * 256;
    return child;
  });
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    const fallbackState = fallback[state] as number;
    ending[state]?.push(...(ending[fallbackState] ?? []));
    next.copyWithin(state * 256, fallbackState * 256, fallbackState * 256 + 256);
    for (const [byte, child] of children[state] ?? []) {
      fallback[child] = (next[fallbackState * 256 + byte] as number) / 256;
      next[state * 256 + byte] = child * 256;
      queue.push(child);
    }
  }
  return { next, ending, accepts: Uint8Array.from(ending, (texts) => (texts.length > 0 ? 1 : 0)) };
}
