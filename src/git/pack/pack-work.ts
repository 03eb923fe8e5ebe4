import { TREE } from './entry-header.ts';
import { isContent } from './pack-plan.ts';
import { NONE, type PackTable } from './pack-table.ts';
import type { StoredPack } from './stored-pack.ts';

/** Packs to read, cut into batches of delta families, as data that any thread can be given. */
export type PackWork = {
  readonly hashLength: number;
  readonly packs: readonly {
    readonly path: string;
    readonly count: number;
    readonly table: SharedArrayBuffer;
    /** The bytes of the pack's index, in memory that threads share. */
    readonly index: Uint8Array;
    /** Bases of families, those of contents first, each in pack order: 32-bit numbers. */
    readonly roots: SharedArrayBuffer;
  }[];
  /** Those of contents first: what comes after them knows what became of these. */
  readonly batches: readonly Batch[];
  /** See the numbers below. */
  readonly counters: SharedArrayBuffer;
  /**
   * When given, trees are only read for what they name: 1 for each object whose names count, by the numbers of
   * `ObjectLookup`.
   */
  readonly reached: SharedArrayBuffer | null;
};

/** Roots `[from, to)` of one pack. */
export type Batch = {
  readonly pack: number;
  readonly isOfTrees: boolean;
  readonly from: number;
  readonly to: number;
};

/** What of the packs is to be read. */
export type WantedWork = {
  readonly contentsOf: (pack: StoredPack) => boolean;
  readonly treesOf: (pack: StoredPack) => boolean;
  readonly reached?: SharedArrayBuffer;
};

/** Places in the counters, which are 32-bit numbers: the batch to take next, and families read. */
export const NEXT_BATCH = 0;
export const FAMILIES_DONE = 1;

/** The cost of a batch: small enough that threads end at the same time, and that an abort is soon seen. */
const BATCH_COST = 2 * 1024 * 1024;

/** Cuts packs into batches of equal cost, in pack order. */
export function makePackWork(packs: readonly StoredPack[], hashLength: number, wanted: WantedWork): PackWork {
  const contents: Batch[] = [];
  const trees: Batch[] = [];
  const shared = packs.map((stored, pack) => {
    const { path, table, index } = stored;
    const contentRoots = wanted.contentsOf(stored) ? rootsOf(table, isContent) : [];
    const treeRoots = wanted.treesOf(stored) ? rootsOf(table, (type) => type === TREE) : [];
    const roots = new Int32Array(new SharedArrayBuffer((contentRoots.length + treeRoots.length) * 4));
    roots.set(contentRoots);
    roots.set(treeRoots, contentRoots.length);
    const cut = (from: number, to: number) => cutRoots(table, roots, from, to);
    for (const part of cut(0, contentRoots.length)) contents.push({ pack, isOfTrees: false, ...part });
    for (const part of cut(contentRoots.length, roots.length)) trees.push({ pack, isOfTrees: true, ...part });
    return { path, count: table.count, table: table.buffer, index: index.bytes, roots: roots.buffer };
  });
  return {
    hashLength,
    packs: shared,
    batches: [...contents, ...trees],
    counters: new SharedArrayBuffer(8),
    reached: wanted.reached ?? null,
  };
}

function cutRoots({ costs }: PackTable, roots: Int32Array, start: number, end: number) {
  const parts: { readonly from: number; readonly to: number }[] = [];
  let from = start;
  let cost = 0;
  for (let at = start; at < end; at += 1) {
    cost += costs[roots[at] ?? 0] ?? 0;
    if (cost < BATCH_COST && at + 1 < end) continue;
    parts.push({ from, to: at + 1 });
    from = at + 1;
    cost = 0;
  }
  return parts;
}

/** The bases of all families of a kind. */
function rootsOf(
  { count, types, parents, costs }: PackTable,
  isOfKind: (type: number | undefined) => boolean,
): Int32Array {
  let length = 0;
  const isRoot = (entry: number) =>
    parents[entry] === NONE && isOfKind(types[entry]) && (costs[entry] ?? 0) > 0;
  for (let entry = 0; entry < count; entry += 1) if (isRoot(entry)) length += 1;
  const roots = new Int32Array(length);
  for (let entry = 0, at = 0; entry < count; entry += 1) if (isRoot(entry)) roots[at++] = entry;
  return roots;
}
