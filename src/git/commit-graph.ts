import type { ObjectId } from './object-id.ts';
import { ObjectTable } from './object-table.ts';

/** A commit's place in a `CommitGraph`: from 0, in no order that means anything. */
export type CommitPlace = number & { readonly __brand: 'CommitPlace' };

/** How many sets of commits `spread` follows at once: one for each bit of a number. */
export const SETS_AT_ONCE = 32;

/**
 * Commits and their parents. Repositories have millions: all of it is in typed arrays, some 60 bytes for each commit.
 * A commit that is named as a parent and never added is missing: it has a place, and no parents.
 */
export class CommitGraph {
  readonly #table: ObjectTable;
  /** By place: where its parents start in `#parents`, or -1 for what was not added. */
  #starts = new Int32Array(1024).fill(NOT_ADDED);
  #counts = new Int32Array(1024);
  #times = new Float64Array(1024);
  #parents = new Int32Array(1024);
  #parentCount = 0;
  /** Places of the commits that were added, in the order in which they were. */
  #added = new Int32Array(1024);
  #addedCount = 0;
  #order: Int32Array | null = null;
  /** By place: how many commits are on the longest way down to a commit without parents. */
  #generations: Int32Array | null = null;

  /** @param hexLength characters of an object id: 40 (SHA-1) or 64 (SHA-256). */
  constructor(hexLength: number) {
    this.#table = new ObjectTable(hexLength);
  }

  get hexLength(): number {
    return this.#table.hexLength;
  }

  /** How many commits have a place, missing ones among them. */
  get size(): number {
    return this.#table.size;
  }

  /**
   * Adds a commit; nothing happens when it is there.
   * @param ids in hex as ASCII: its own, then those of its parents.
   * @param committed seconds since 1970, of the committer.
   */
  add(ids: readonly Uint8Array[], committed: number): void {
    const [own, ...parents] = ids.map((id) => this.#table.add(id, 0, 'commit'));
    if (own === undefined) return;
    this.#growTo(this.#table.size, this.#parentCount + parents.length);
    if (this.#starts[own] !== NOT_ADDED) return;
    this.#order = null;
    this.#generations = null;
    this.#added[this.#addedCount++] = own;
    this.#starts[own] = this.#parentCount;
    this.#counts[own] = parents.length;
    this.#times[own] = committed;
    this.#parents.set(parents, this.#parentCount);
    this.#parentCount += parents.length;
  }

  find(oid: string): CommitPlace | null {
    const place = this.#table.find(Buffer.from(oid, 'latin1'), 0);
    return place === -1 ? null : (place as CommitPlace);
  }

  idAt(place: CommitPlace): ObjectId {
    return this.#table.idAt(place);
  }

  /** Seconds since 1970, of the committer; 0 for a missing one. */
  committedAt(place: CommitPlace): number {
    return this.#times[place] ?? 0;
  }

  parentsOf(place: CommitPlace): readonly CommitPlace[] {
    const start = this.#starts[place] ?? NOT_ADDED;
    if (start === NOT_ADDED) return [];
    return [...this.#parents.subarray(start, start + (this.#counts[place] ?? 0))] as CommitPlace[];
  }

  isMissing(place: CommitPlace): boolean {
    return this.#starts[place] === NOT_ADDED;
  }

  missing(): CommitPlace[] {
    return this.#where((place) => this.isMissing(place));
  }

  /** Those that were added, in the order in which they were. */
  added(): CommitPlace[] {
    return [...this.#added.subarray(0, this.#addedCount)] as CommitPlace[];
  }

  /** A graph of the marked commits only. @param marks one for each place; parents of a marked commit are marked. */
  only(marks: Uint8Array): CommitGraph {
    const graph = new CommitGraph(this.hexLength);
    const idBytes = (place: CommitPlace) => Buffer.from(this.idAt(place), 'latin1');
    for (const place of this.added()) {
      if (marks[place] !== 1) continue;
      graph.add([place, ...this.parentsOf(place)].map(idBytes), this.committedAt(place));
    }
    return graph;
  }

  /**
   * Follows up to 32 sets of commits to all their descendants.
   * @returns for each place a number whose bit `n` says that it is in set `n` or descends from one that is.
   */
  spread(sets: readonly Iterable<CommitPlace>[]): Uint32Array {
    const marks = new Uint32Array(this.size);
    for (const [bit, set] of sets.entries()) {
      for (const place of set) marks[place] = (marks[place] ?? 0) | (1 << bit);
    }
    const order = this.#childrenFirst();
    for (let index = order.length - 1; index >= 0; index -= 1) {
      const place = order[index] ?? 0;
      const end = (this.#starts[place] ?? 0) + (this.#counts[place] ?? 0);
      let mark = marks[place] ?? 0;
      for (let at = this.#starts[place] ?? 0; at >= 0 && at < end; at += 1) {
        mark |= marks[this.#parents[at] ?? 0] ?? 0;
      }
      marks[place] = mark;
    }
    return marks;
  }

  /** A mark for each place: 1 for the commits given and all their ancestors. */
  ancestors(of: Iterable<CommitPlace>): Uint8Array {
    const marks = new Uint8Array(this.size);
    for (const place of of) marks[place] = 1;
    for (const place of this.#childrenFirst()) {
      if (marks[place] === 0) continue;
      const start = this.#starts[place] ?? NOT_ADDED;
      for (let at = start; at >= 0 && at < start + (this.#counts[place] ?? 0); at += 1) {
        marks[this.#parents[at] ?? 0] = 1;
      }
    }
    return marks;
  }

  /**
   * Whether a commit is older than another: by its date, or where that is the same by what comes before it. Of two that
   * neither tells apart it is the same one in every graph that has them.
   */
  isOlder(one: CommitPlace, other: CommitPlace): boolean {
    const difference = this.committedAt(one) - this.committedAt(other) || this.#ageGap(one, other);
    return difference === 0 ? this.idAt(one) < this.idAt(other) : difference < 0;
  }

  #ageGap(one: CommitPlace, other: CommitPlace): number {
    this.#generations ??= this.#countGenerations();
    return (this.#generations[one] ?? 0) - (this.#generations[other] ?? 0);
  }

  #countGenerations(): Int32Array {
    const generations = new Int32Array(this.size);
    for (const place of this.#childrenFirst().toReversed()) {
      for (const parent of this.parentsOf(place as CommitPlace)) {
        generations[place] = Math.max(generations[place] ?? 0, (generations[parent] ?? 0) + 1);
      }
    }
    return generations;
  }

  /** All places, each commit before its parents. */
  #childrenFirst(): Int32Array {
    this.#order ??= this.#sort();
    return this.#order;
  }

  #sort(): Int32Array {
    const size = this.size;
    const children = new Int32Array(size);
    for (let at = 0; at < this.#parentCount; at += 1) {
      const parent = this.#parents[at] ?? 0;
      children[parent] = (children[parent] ?? 0) + 1;
    }
    const order = new Int32Array(size);
    let end = 0;
    for (let place = 0; place < size; place += 1) if (children[place] === 0) order[end++] = place;
    for (let index = 0; index < end; index += 1) {
      const place = order[index] ?? 0;
      const start = this.#starts[place] ?? NOT_ADDED;
      for (let at = start; at >= 0 && at < start + (this.#counts[place] ?? 0); at += 1) {
        const parent = this.#parents[at] ?? 0;
        const left = (children[parent] ?? 0) - 1;
        children[parent] = left;
        if (left === 0) order[end++] = parent;
      }
    }
    return order;
  }

  #where(isWanted: (place: CommitPlace) => boolean): CommitPlace[] {
    const places: CommitPlace[] = [];
    for (let place = 0; place < this.size; place += 1) {
      if (isWanted(place as CommitPlace)) places.push(place as CommitPlace);
    }
    return places;
  }

  #growTo(places: number, parents: number): void {
    if (places > this.#starts.length) {
      const size = Math.max(places, 2 * this.#starts.length);
      const starts = new Int32Array(size).fill(NOT_ADDED);
      starts.set(this.#starts);
      this.#starts = starts;
      this.#added = grown(this.#added, new Int32Array(size));
      this.#counts = grown(this.#counts, new Int32Array(size));
      this.#times = grown(this.#times, new Float64Array(size));
    }
    if (parents > this.#parents.length) {
      this.#parents = grown(this.#parents, new Int32Array(Math.max(parents, 2 * this.#parents.length)));
    }
  }
}

const NOT_ADDED = -1;

function grown<Numbers extends Int32Array | Float64Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}
