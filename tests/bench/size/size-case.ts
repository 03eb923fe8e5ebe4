import type { Random } from '../random.ts';
import { leakLine } from '../synthetic-files.ts';

/** In bytes. */
export const MEGABYTE = 1024 * 1024;

/** Something hostile by its size, which can be made smaller as well. */
export type SizeCase = {
  /** What it is called on the command line. */
  readonly name: string;
  /** What a size counts, such as `MB`. */
  readonly unit: string;
  /** From the smallest to the full size. */
  readonly sizes: readonly number[];
  /** The most that it takes of the disk, in bytes, while it is made and scanned. */
  readonly diskBytes: (size: number) => number;
  /** Makes it in an empty folder. */
  readonly make: (folder: string, size: number) => Promise<MadeCase>;
};

export type MadeCase = {
  /** Behind the program's name, to scan it. */
  readonly args: readonly string[];
  /** How many credentials have to be found, the one at the far end among them. */
  readonly keys: number;
};

/** A line with a key that is another one for each number. */
export function keyLine(random: Random): string {
  return `${leakLine(random)}\n`;
}
