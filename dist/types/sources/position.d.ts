/** A place in text: line from 1, column in UTF-16 code units from 1. */
export type Position = {
    readonly line: number;
    readonly column: number;
};
export declare const START: Position;
/**
 * The position behind `bytes[start..end)`, when `bytes[start]` stands at `from`. Bytes count as UTF-8: the
 * first byte of a character counts 1, of a 4-byte one 2 (a surrogate pair), the others 0. So any cut of the
 * bytes, also inside a character, gives the same sum. What is no UTF-8 counts 1 a byte, as editors show it. A byte order
 * mark at the start of the content counts nothing.
 */
export declare function advance(from: Position, bytes: Uint8Array, start: number, end: number): Position;
