import { BufferPool } from './buffer-pool.ts';
import { applyDelta, type DeltaHeader, readDeltaHeader } from './delta.ts';
import type { FamilyVisitor } from './family-visitor.ts';
import type { Inflate } from './inflater.ts';
import type { PackFile } from './pack-file.ts';
import { NONE, type PackTable, UNREADABLE } from './pack-table.ts';

/** Longer contents, in bytes, are the reference reader's, which never holds a content as a whole. */
export const LONGEST_CONTENT = 32 * 1024 * 1024;
/** The most that the contents that deltas are still to be applied to may take together, in bytes. */
const PATH_BUDGET = 64 * 1024 * 1024;

/** A content on the path from a family's base to where the walk is. */
type Ancestor<State> = {
  readonly content: Buffer;
  readonly length: number;
  /** What the visitor made of it. */
  readonly state: State;
  /** What is built on it and still to be read. */
  next: number;
  /** The costliest of them: read last, when nothing else needs this content any more. */
  readonly last: number;
};

/**
 * Reads delta families: a base, and all that is built on it, from the base down, so that each content is
 * there when a delta is applied to it.
 */
export class FamilyReader<State> {
  readonly #table: PackTable;
  readonly #file: PackFile;
  readonly #inflate: Inflate;
  readonly #visitor: FamilyVisitor<State>;
  readonly #pool = new BufferPool();
  readonly #deltaHeader: DeltaHeader = { baseSize: 0, resultSize: 0, at: 0 };
  #delta = Buffer.allocUnsafeSlow(64 * 1024);
  /** Holds contents that nothing is built on. */
  #leaf = Buffer.allocUnsafeSlow(256 * 1024);
  #path: Ancestor<State>[] = [];
  #pathLength = 0;

  constructor(table: PackTable, file: PackFile, inflate: Inflate, visitor: FamilyVisitor<State>) {
    this.#table = table;
    this.#file = file;
    this.#inflate = inflate;
    this.#visitor = visitor;
  }

  /** Reads the family of the base `root`, and notes in the table what became of each of its contents. */
  read(root: number): void {
    this.#path = [];
    this.#pathLength = 0;
    this.#readEntry(root, null);
    for (let parent = this.#path.at(-1); parent !== undefined; parent = this.#path.at(-1)) {
      const entry = this.#nextChild(parent);
      this.#readEntry(entry, parent);
    }
  }

  /** The next of a parent's children, the costliest last; with that one the parent leaves the path. */
  #nextChild(parent: Ancestor<State>): number {
    const { nextSiblings } = this.#table;
    if (parent.next === parent.last) parent.next = nextSiblings[parent.next] ?? NONE;
    const entry = parent.next;
    if (entry === NONE) {
      this.#path.pop();
      this.#pathLength -= parent.content.length;
      return parent.last;
    }
    parent.next = nextSiblings[entry] ?? NONE;
    return entry;
  }

  #readEntry(entry: number, parent: Ancestor<State> | null): void {
    const isLast = parent !== null && this.#path.at(-1) !== parent;
    const content = this.#unpack(entry, parent);
    const length = this.#table.contentSizes[entry] ?? 0;
    if (content === null) this.#giveUp(entry);
    else this.#enter(entry, content, length, parent);
    if (isLast) this.#pool.giveBack(parent.content);
  }

  /** The content of an entry, whose length is in `contentSizes` from here on; null when it cannot be had. */
  #unpack(entry: number, parent: Ancestor<State> | null): Buffer | null {
    const { sizes, contentSizes } = this.#table;
    const length = sizes[entry] ?? 0;
    if (length > LONGEST_CONTENT) return null;
    if (parent === null) {
      contentSizes[entry] = length;
      const content = this.#room(entry, length);
      return this.#inflateEntry(entry, content, length) ? content : this.#refuse(entry, content);
    }
    if (this.#delta.length <= length) this.#delta = Buffer.allocUnsafeSlow(2 ** (33 - Math.clz32(length)));
    if (!this.#inflateEntry(entry, this.#delta, length)) return null;
    const header = this.#deltaHeader;
    readDeltaHeader(this.#delta, header);
    if (header.baseSize !== parent.length || header.resultSize > LONGEST_CONTENT) return null;
    const content = this.#room(entry, header.resultSize);
    this.#visitor.changed.clear();
    const fits = applyDelta(
      parent.content,
      parent.length,
      this.#delta,
      header.at,
      length,
      content,
      header.resultSize,
      this.#visitor.changed,
    );
    if (!fits) return this.#refuse(entry, content);
    contentSizes[entry] = header.resultSize;
    return content;
  }

  #inflateEntry(entry: number, output: Buffer, length: number): boolean {
    const { offsets, ends, headerLengths } = this.#table;
    const start = (offsets[entry] ?? 0) + (headerLengths[entry] ?? 0);
    const end = ends[entry] ?? 0;
    const { bytes, at } = this.#file.read(start, end);
    return this.#inflate(bytes, at, at + end - start, output, length);
  }

  /** Room for a content, and one byte more, which inflating needs. */
  #room(entry: number, length: number): Buffer {
    if (this.#table.firstChildren[entry] !== NONE) return this.#pool.take(length + 1);
    if (this.#leaf.length <= length) this.#leaf = Buffer.allocUnsafeSlow(2 ** (32 - Math.clz32(length)));
    return this.#leaf;
  }

  #refuse(entry: number, content: Buffer): null {
    if (this.#table.firstChildren[entry] !== NONE) this.#pool.giveBack(content);
    return null;
  }

  /** Shows a content to the visitor, and puts it on the path when something is built on it. */
  #enter(entry: number, content: Buffer, length: number, parent: Ancestor<State> | null): void {
    const state = this.#visitor.enter(entry, content.subarray(0, length), parent?.state ?? null);
    const next = this.#table.firstChildren[entry] ?? NONE;
    if (next === NONE) return;
    if (this.#pathLength + content.length > PATH_BUDGET) {
      for (let child = next; child !== NONE; child = this.#table.nextSiblings[child] ?? NONE)
        this.#giveUp(child);
      this.#pool.giveBack(content);
      return;
    }
    this.#pathLength += content.length;
    this.#path.push({ content, length, state, next, last: this.#costliest(next) });
  }

  #costliest(first: number): number {
    const { costs, nextSiblings } = this.#table;
    let costliest = first;
    for (let child = first; child !== NONE; child = nextSiblings[child] ?? NONE) {
      if ((costs[child] ?? 0) > (costs[costliest] ?? 0)) costliest = child;
    }
    return costliest;
  }

  /** Leaves an entry, and all that is built on it, to the reference reader. */
  #giveUp(entry: number): void {
    const { states, firstChildren, nextSiblings } = this.#table;
    const pending = [entry];
    for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
      states[each] = UNREADABLE;
      for (let child = firstChildren[each] ?? NONE; child !== NONE; child = nextSiblings[child] ?? NONE) {
        pending.push(child);
      }
    }
  }
}
