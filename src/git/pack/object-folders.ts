import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { textOrNothing } from './open-regular-file.ts';

/** An object database: a folder of packs and loose objects. */
export type ObjectFolder = {
  readonly path: string;
  /** Another repository's, which this one borrows from. */
  readonly isAlternate: boolean;
};

/** git follows alternates of alternates this deep (`link_alt_odb_entries` in object-file.c). */
const MAX_DEPTH = 5;
const SLASH = 0x2f;
const HASH = 0x23;
const QUOTE = 0x22;

/** The object folder `own` and those that it names in `info/alternates`, each once, in git's order. */
export async function listObjectFolders(own: string): Promise<ObjectFolder[]> {
  const folders = new Map<string, ObjectFolder>();
  await add(own, 0);
  return [...folders.values()];

  async function add(path: string, depth: number): Promise<void> {
    const real = await realpath(path).catch(() => null);
    if (real === null || folders.has(real) || depth > MAX_DEPTH) return;
    folders.set(real, { path: real, isAlternate: depth > 0 });
    for (const alternate of await readAlternates(real)) await add(alternate, depth + 1);
  }
}

/**
 * Paths in `info/alternates`, one a line: absolute, or relative to the object folder. A line in quotes is
 * left out, as one that names no folder: what only such a folder holds, the reference reader reads.
 */
async function readAlternates(folder: string): Promise<string[]> {
  const text = Buffer.from(textOrNothing(join(folder, 'info', 'alternates')), 'latin1');
  const paths: string[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf(10, start);
    const end = newline === -1 ? text.length : newline;
    const line = text.subarray(start, end);
    start = end + 1;
    if (line.length === 0 || line[0] === HASH || line[0] === QUOTE) continue;
    paths.push(line[0] === SLASH ? line.toString() : resolve(folder, line.toString()));
  }
  return paths;
}
