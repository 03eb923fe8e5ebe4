/** The cell of a Jupyter notebook, counted from 1, and whether its code or what it printed. */
export type NotebookCell = {
    readonly number: number;
    readonly part: 'source' | 'output';
};
/**
 * Tells for places in a notebook's JSON which cell they stand in. Reads the structure only, in one pass:
 * the elements of the top-level list "cells", and their member "outputs".
 * @param offsets sorted, in bytes.
 * @returns for each offset its cell; null outside of the cells, and for content that is no notebook.
 */
export declare function notebookCells(bytes: Uint8Array, offsets: readonly number[]): (NotebookCell | null)[];
