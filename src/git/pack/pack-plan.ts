import {
  BLOB,
  COMMIT,
  type EntryHeader,
  LONGEST_HEADER,
  OFS_DELTA,
  REF_DELTA,
  readEntryHeader,
  TAG,
} from './entry-header.ts';
import type { PackFile } from './pack-file.ts';
import type { PackIndex } from './pack-index.ts';
import { placesByOffset } from './pack-order.ts';
import { CIRCULAR, NONE, type PackTable, UNREAD, UNREADABLE } from './pack-table.ts';

/** Entries between two stops: about a millisecond's worth. */
const ENTRIES_PER_STEP = 4096;

/**
 * Reads the headers of all entries of a pack, and finds out for each its type and what is built on it. One walk
 * through the pack from its start to its end; nothing is unpacked. Stops often, for whoever has more to do.
 */
export function* planPack(
  index: PackIndex,
  file: PackFile,
  table: PackTable,
  hashLength: number,
): Generator<void, void, undefined> {
  const { offsets, ends, entryOfPlace, placeOfEntry } = table;
  placesByOffset(index, placeOfEntry);
  for (let entry = 0; entry < table.count; entry += 1) {
    const place = placeOfEntry[entry] ?? 0;
    entryOfPlace[place] = entry;
    offsets[entry] = index.offsetAt(place);
  }
  yield;
  for (let entry = 0; entry < table.count; entry += 1) ends[entry] = offsets[entry + 1] ?? file.end;
  const header: EntryHeader = { type: 0, size: 0, length: 0, distance: 0 };
  for (let entry = 0; entry < table.count; entry += 1) {
    planEntry(index, file, table, hashLength, entry, header);
    if (entry % ENTRIES_PER_STEP === 0) yield;
  }
  linkFamilies(table);
}

function planEntry(
  index: PackIndex,
  file: PackFile,
  table: PackTable,
  hashLength: number,
  entry: number,
  header: EntryHeader,
): void {
  const { offsets, ends, types, sizes, headerLengths, parents } = table;
  const offset = offsets[entry] ?? -1;
  const end = ends[entry] ?? 0;
  parents[entry] = NONE;
  if (offset < 0 || end <= offset || end > file.end) return;
  const { bytes, at } = file.read(offset, Math.min(end, offset + LONGEST_HEADER));
  readEntryHeader(bytes, at, hashLength, header);
  if (header.type === 0 || header.size > 0xffffffff || offset + header.length >= end) return;
  sizes[entry] = header.size;
  headerLengths[entry] = header.length;
  if (header.type === OFS_DELTA) {
    parents[entry] = entryAt(offsets, offset - header.distance, entry);
  } else if (header.type === REF_DELTA) {
    const place = index.find(bytes, at + header.length - hashLength);
    parents[entry] = place === -1 ? NONE : (table.entryOfPlace[place] ?? NONE);
  } else types[entry] = header.type;
}

/** The entry that starts at `offset`, which lies before `before`. */
function entryAt(offsets: Float64Array, offset: number, before: number): number {
  let low = 0;
  let high = before;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = offsets[middle] ?? 0;
    if (found === offset) return middle;
    if (found < offset) low = middle + 1;
    else high = middle;
  }
  return NONE;
}

/**
 * Gives every delta the type of what it is built on, links bases to their deltas, and sums up what each
 * family costs. A delta without a base here (a thin pack's, a circle's) is not for this reader.
 * @param isKept when given, only entries for which it holds, and what they are built on, become part of a family.
 */
export function linkFamilies(table: PackTable, isKept?: (entry: number) => boolean): void {
  const { count, types, parents, firstChildren, nextSiblings, costs, states, offsets, ends } = table;
  const kept = isKept === undefined ? null : keepWithBases(table, isKept);
  firstChildren.fill(NONE);
  costs.fill(0);
  for (let entry = count - 1; entry >= 0; entry -= 1) {
    const parent = parents[entry] ?? NONE;
    if (parent === NONE || kept?.[entry] === 0) continue;
    nextSiblings[entry] = firstChildren[parent] ?? NONE;
    firstChildren[parent] = entry;
  }
  const queue = new Int32Array(count);
  let length = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (types[entry] !== 0 && parents[entry] === NONE && kept?.[entry] !== 0) queue[length++] = entry;
  }
  for (let head = 0; head < length; head += 1) {
    const entry = queue[head] ?? 0;
    for (let child = firstChildren[entry] ?? NONE; child !== NONE; child = nextSiblings[child] ?? NONE) {
      types[child] = types[entry] ?? 0;
      queue[length++] = child;
    }
  }
  for (let head = length - 1; head >= 0; head -= 1) {
    const entry = queue[head] ?? 0;
    const parent = parents[entry] ?? NONE;
    const cost = (costs[entry] ?? 0) + COST_OF_ENTRY + (ends[entry] ?? 0) - (offsets[entry] ?? 0);
    costs[entry] = cost;
    if (parent !== NONE) costs[parent] = (costs[parent] ?? 0) + cost;
  }
  for (let entry = 0; entry < count; entry += 1) states[entry] = types[entry] === 0 ? UNREADABLE : UNREAD;
  markCircles(table);
}

/** Deltas that are built on each other, and those on them, whose type is not known for they have no end. */
function markCircles({ count, types, parents, states }: PackTable): void {
  const isOpen = (entry: number) => entry !== NONE && types[entry] === 0 && states[entry] !== CIRCULAR;
  let walks: Int32Array | null = null;
  for (let entry = 0; entry < count; entry += 1) {
    if (types[entry] !== 0 || parents[entry] === NONE) continue;
    walks ??= new Int32Array(count);
    let each = entry;
    for (; isOpen(each) && walks[each] === 0; each = parents[each] ?? NONE) walks[each] = entry + 1;
    const isCircle = each !== NONE && types[each] === 0 && (!isOpen(each) || walks[each] === entry + 1);
    for (each = entry; isCircle && isOpen(each); each = parents[each] ?? NONE) states[each] = CIRCULAR;
  }
}

/** 1 for each entry that is kept, and for all that it is built on. */
function keepWithBases({ count, parents }: PackTable, isKept: (entry: number) => boolean): Uint8Array {
  const kept = new Uint8Array(count);
  for (let entry = 0; entry < count; entry += 1) {
    if (!isKept(entry)) continue;
    for (let each = entry; each !== NONE && kept[each] === 0; each = parents[each] ?? NONE) kept[each] = 1;
  }
  return kept;
}

/** What an entry costs whatever its length, as so many packed bytes. */
const COST_OF_ENTRY = 1000;

/** Whether objects of a type hold content to be scanned: trees hold only names and ids. */
export function isContent(type: number | undefined): boolean {
  return type === BLOB || type === COMMIT || type === TAG;
}
