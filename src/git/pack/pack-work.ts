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
    /** Bases of families, in pack order: 32-bit numbers. */
    readonly roots: SharedArrayBuffer;
  }[];
  readonly batches: readonly Batch[];
  /** See the numbers below. */
  readonly counters: SharedArrayBuffer;
};

/** Roots `[from, to)` of one pack. */
export type Batch = { readonly pack: number; readonly from: number; readonly to: number };

/** Places in the counters, which are 32-bit numbers: the batch to take next, and families read. */
export const NEXT_BATCH = 0;
export const FAMILIES_DONE = 1;

/** The cost of a batch: small enough that threads end at the same time, and that an abort is soon seen. */
const BATCH_COST = 2 * 1024 * 1024;

/** Cuts packs into batches of equal cost, in pack order. */
export function makePackWork(packs: readonly StoredPack[], hashLength: number): PackWork {
  const batches: Batch[] = [];
  const shared = packs.map(({ path, table }, pack) => {
    const roots = rootsOf(table);
    let from = 0;
    let cost = 0;
    roots.forEach((root, at) => {
      cost += table.costs[root] ?? 0;
      if (cost < BATCH_COST && at + 1 < roots.length) return;
      batches.push({ pack, from, to: at + 1 });
      from = at + 1;
      cost = 0;
    });
    return { path, count: table.count, table: table.buffer, roots: roots.buffer as SharedArrayBuffer };
  });
  return { hashLength, packs: shared, batches, counters: new SharedArrayBuffer(8) };
}

/** The bases of all families that hold content. */
function rootsOf({ count, types, parents, costs }: PackTable): Int32Array {
  let length = 0;
  const isRoot = (entry: number) =>
    parents[entry] === NONE && isContent(types[entry]) && (costs[entry] ?? 0) > 0;
  for (let entry = 0; entry < count; entry += 1) if (isRoot(entry)) length += 1;
  const roots = new Int32Array(new SharedArrayBuffer(length * 4));
  for (let entry = 0, at = 0; entry < count; entry += 1) if (isRoot(entry)) roots[at++] = entry;
  return roots;
}
