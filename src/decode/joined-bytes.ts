/** What the ways of joining texts have in common. */
import { byteSet } from './byte-set.ts';

/** A piece `[start, end)`. */
export type Piece = { readonly start: number; readonly end: number };

/** How far apart two pieces may be, in bytes. */
export const LONGEST_GAP = 60;

/** How far a line may be indented, in bytes. */
export const LONGEST_INDENT = 40;

export const QUOTES = byteSet('"\'`');

/** Spaces, tabs and line ends. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
