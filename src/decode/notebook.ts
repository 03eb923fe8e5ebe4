/** The cell of a Jupyter notebook, counted from 1, and whether its code or what it printed. */
export type NotebookCell = { readonly number: number; readonly part: 'source' | 'output' };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Tells for places in a notebook's JSON which cell they stand in. Reads the structure only, in one pass:
 * the elements of the top-level list "cells", and their member "outputs".
 * @param offsets sorted, in bytes.
 * @returns for each offset its cell; null outside of the cells, and for content that is no notebook.
 */
export function notebookCells(bytes: Uint8Array, offsets: readonly number[]): (NotebookCell | null)[] {
  const cells: (NotebookCell | null)[] = [];
  let depth = 0;
  let inCells = false;
  let number = 0;
  let member = '';
  let name = '';
  for (let i = 0; i < bytes.length && cells.length < offsets.length; i++) {
    while (cells.length < offsets.length && (offsets[cells.length] as number) <= i) {
      cells.push(cellAt(inCells, depth, number, member));
    }
    const byte = bytes[i];
    if (byte === QUOTE) {
      const end = endOfString(bytes, i + 1);
      while (cells.length < offsets.length && (offsets[cells.length] as number) < end) {
        cells.push(cellAt(inCells, depth, number, member));
      }
      if (depth <= 3) name = latin1(bytes, i + 1, Math.min(end, i + 20));
      i = end;
    } else if (byte === 0x3a && depth === 3 && inCells) member = name;
    else if (byte === 0x7b || byte === 0x5b) {
      if (depth === 1 && byte === 0x5b && name === 'cells') inCells = true;
      depth++;
      if (inCells && depth === 3) {
        number++;
        member = '';
      }
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--;
      if (depth === 1) inCells = false;
    }
  }
  while (cells.length < offsets.length) cells.push(null);
  return cells;
}

function cellAt(inCells: boolean, depth: number, number: number, member: string): NotebookCell | null {
  if (!inCells || depth < 3) return null;
  return { number, part: member === 'outputs' ? 'output' : 'source' };
}

/** The place of the quote that ends a string. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let i = start; i < bytes.length; i++) {
    if (bytes[i] === BACKSLASH) i++;
    else if (bytes[i] === QUOTE) return i;
  }
  return bytes.length;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
