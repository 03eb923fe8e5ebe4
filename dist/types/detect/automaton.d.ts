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
export declare function buildAutomaton(texts: readonly string[]): Automaton;
