/** What the ways of joining texts have in common. */

/** A piece `[start, end)`. */
export type Piece = { readonly start: number; readonly end: number };

/** How far apart two pieces may be, in bytes. */
export const LONGEST_GAP = 60;

/** Entry `b` is 1 when byte `b` is one of the characters. */
export function byteTable(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

export const QUOTES = byteTable('"\'`');

/** Spaces, tabs and line ends. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
