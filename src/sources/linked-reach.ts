import type { CommitGraph } from '../git/commit-graph.ts';
import type { ObjectId } from '../git/object-id.ts';
import { BLOB, COMMIT, TREE } from '../git/pack/entry-header.ts';
import { readLooseObject } from '../git/pack/loose-objects.ts';
import type { ObjectFolder } from '../git/pack/object-folders.ts';
import { NO_OBJECT, type ObjectLinks } from '../git/pack/object-links.ts';
import { CLEAN, UNREAD } from '../git/pack/pack-table.ts';
import { targetOf } from '../git/pack/target-line.ts';
import { decodePath } from '../git/path-name.ts';
import type { WalkStart } from '../git/walk-basis.ts';
import type { Reach, UnpackedObject } from './reached-objects.ts';

const STEPS_PER_STOP = 4096;

/** What is the matter with an object that a walk comes by. */
type Step = 'passed' | 'entered' | 'unreadable';

/**
 * Follows what objects name from where git's walk starts, in its order, so that what stands at several paths is met at
 * the same one. Of what packs hold, only trees, and contents that are not known to be clean, are followed one by one.
 */
export class LinkedReach implements Reach {
  readonly others: UnpackedObject[] = [];
  readonly missing: string[] = [];
  tips: readonly ObjectId[] | null = null;
  /** 1 for each object of packs that was met, by its number. */
  readonly seen: SharedArrayBuffer;
  readonly #seen: Uint8Array;
  readonly #links: ObjectLinks;
  readonly #folders: readonly ObjectFolder[];
  /** Ids of all that has a file of its own. */
  readonly #loose: ReadonlySet<string>;
  /** By number: the tree in which an object was met, and its name there. */
  readonly #parents: Int32Array;
  readonly #names: Int32Array;
  readonly #outside = new Map<number, { readonly parent: number; readonly name: number }>();
  /** Paths that indexes have. */
  readonly #paths = new Map<number, string>();

  constructor(links: ObjectLinks, folders: readonly ObjectFolder[], loose: ReadonlySet<string>) {
    const { count } = links.lookup;
    this.#links = links;
    this.#folders = folders;
    this.#loose = loose;
    this.seen = new SharedArrayBuffer(count);
    this.#seen = new Uint8Array(this.seen);
    this.#parents = new Int32Array(count);
    this.#names = new Int32Array(count);
  }

  /**
   * Follows everything from where a walk starts, and stops often.
   * @returns false when something could not be followed: then git has to be asked.
   */
  *follow(starts: readonly WalkStart[], graph: CommitGraph): Generator<void, boolean, undefined> {
    for (const { oid, path, mayBeGone } of starts) {
      if (graph.find(oid) !== null) continue;
      const number = this.#links.numberOf(oid);
      if (mayBeGone === true && number < 0 && !this.#loose.has(oid)) continue;
      if (path !== null && !this.#paths.has(number)) this.#paths.set(number, path);
      if (!(yield* this.#followFrom(number, graph))) return false;
    }
    for (const place of graph.added()) {
      if (!(yield* this.#followFrom(this.#links.numberOf(graph.idAt(place)), graph))) return false;
    }
    return true;
  }

  isReached(pack: number, place: number): boolean {
    const { lookup } = this.#links;
    const table = lookup.packs[pack]?.table;
    const entry = table?.entryOfPlace[place] ?? 0;
    if (this.#seen[lookup.numberOf(pack, entry)] === 1) return true;
    return table?.types[entry] === BLOB && table.named[entry] === 1;
  }

  pathOf(pack: number, place: number): string | null {
    const { lookup } = this.#links;
    const entry = lookup.packs[pack]?.table.entryOfPlace[place] ?? 0;
    return this.#pathOf(lookup.numberOf(pack, entry));
  }

  /** Whether some tree of the packs was not met: then it is not known of all that trees name whether it is reached. */
  isTreeLeft(): boolean {
    const { lookup } = this.#links;
    return lookup.packs.some(({ table, index }, pack) =>
      table.types.some((type, entry) => {
        if (type !== TREE || this.#seen[lookup.numberOf(pack, entry)] === 1) return false;
        // Another pack may have it, too, and it goes by that.
        return lookup.find(index.idAt(table.placeOfEntry[entry] ?? 0)) === lookup.numberOf(pack, entry);
      }),
    );
  }

  /** Forgets what trees name, and that they were read. */
  forgetNames(): void {
    for (const { table } of this.#links.lookup.packs) {
      table.named.fill(0);
      table.types.forEach((type, entry) => {
        if (type === TREE) table.states[entry] = UNREAD;
      });
    }
  }

  /** Whether all trees that were met have been read again: a thread may have died, or a file be gone. */
  areNamesRead(): boolean {
    const { lookup } = this.#links;
    return lookup.packs.every(({ table }, pack) =>
      table.types.every(
        (type, entry) =>
          type !== TREE || this.#seen[lookup.numberOf(pack, entry)] !== 1 || table.states[entry] === CLEAN,
      ),
    );
  }

  *#followFrom(start: number, graph: CommitGraph): Generator<void, boolean, undefined> {
    const links = this.#links;
    const first = this.#enter(start, NO_OBJECT, 0, true, null);
    const path = first === 'entered' ? [start] : [];
    const indexes = [0];
    for (let steps = 1; path.length > 0; steps += 1) {
      const depth = path.length - 1;
      const at = path[depth] ?? 0;
      const index = indexes[depth] ?? 0;
      if (steps % STEPS_PER_STOP === 0) yield;
      if (index === links.countOf(at)) {
        path.pop();
        continue;
      }
      indexes[depth] = index + 1;
      const target = links.targetAt(at, index);
      const step = this.#enter(target, at, links.nameAt(at, index), links.isTreeAt(at, index), graph);
      if (step === 'unreadable') return false;
      if (step === 'entered') {
        path.push(target);
        indexes[depth + 1] = 0;
      }
    }
    return first !== 'unreadable';
  }

  /**
   * @param isWanted whether it has to be read for what it names, or may name something.
   * @param graph commits that are passed, since they are met on their own; null for what a walk starts from.
   */
  #enter(number: number, parent: number, name: number, isWanted: boolean, graph: CommitGraph | null): Step {
    if (number < 0) return this.#enterOutside(number, parent, name, isWanted, graph);
    if (this.#seen[number] === 1) return 'passed';
    const type = this.#links.lookup.typeOf(number);
    if (type === COMMIT && graph !== null) return 'passed';
    this.#seen[number] = 1;
    this.#parents[number] = parent;
    this.#names[number] = name;
    if (this.#links.isKnown(number)) return 'entered';
    const isPlain = type === BLOB || (type === 0 && !isWanted);
    return isPlain ? 'passed' : 'unreadable';
  }

  #enterOutside(
    number: number,
    parent: number,
    name: number,
    isWanted: boolean,
    graph: CommitGraph | null,
  ): Step {
    if (this.#outside.has(number)) return 'passed';
    const hex = this.#links.outsideId(number);
    if (graph !== null && graph.find(hex) !== null) return 'passed';
    this.#outside.set(number, { parent, name });
    if (!this.#loose.has(hex)) {
      this.missing.push(hex);
      return 'passed';
    }
    this.others.push({ hex, path: this.#pathOf(number), isFile: !isWanted });
    return isWanted ? this.#read(number, hex) : 'passed';
  }

  /** Finds out what an object with a file of its own names. */
  #read(number: number, hex: string): Step {
    const object = readLooseObject(this.#folders, hex);
    switch (object?.type) {
      case 'blob':
        return 'passed';
      case 'tree':
        return this.#links.addTree(number, object.content) ? 'entered' : 'unreadable';
      case 'commit':
      case 'tag': {
        const target = targetOf(object.content, object.type);
        if (target === null) return 'unreadable';
        this.#links.addTarget(number, target);
        return 'entered';
      }
      default:
        return 'unreadable';
    }
  }

  #pathOf(number: number): string | null {
    const known = this.#paths.get(number);
    if (known !== undefined) return known;
    const names: number[] = [];
    for (let at = number; at !== NO_OBJECT; ) {
      const outside = this.#outside.get(at);
      const parent = outside?.parent ?? this.#parents[at] ?? NO_OBJECT;
      if (parent !== NO_OBJECT) names.push(outside?.name ?? this.#names[at] ?? 0);
      at = parent;
    }
    const path = this.#links.pathOf(names.toReversed());
    return path.length === 0 ? null : decodePath(path);
  }
}
