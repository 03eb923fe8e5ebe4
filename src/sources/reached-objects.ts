import type { ObjectId } from '../git/object-id.ts';
import { isContent } from '../git/pack/pack-plan.ts';
import type { StoredPack } from '../git/pack/stored-pack.ts';
import { decodePath } from '../git/path-name.ts';
import { WalkedLines, type WalkReceiver } from '../git/walked-lines.ts';

/** An object that no pack of ours has. */
export type UnpackedObject = { readonly hex: string; readonly path: string | null };

/** What a walk of the history reached. */
export type Reach = {
  /** @param place in the pack's index. */
  isReached(pack: number, place: number): boolean;
  /** A path at which an object of a pack was met; null: at none. */
  pathOf(pack: number, place: number): string | null;
  /** Objects outside of our packs. */
  readonly others: readonly UnpackedObject[];
  /** Ids in hex. */
  readonly missing: readonly string[];
  /** All from which the walk started, when they were listed and it came to its end. */
  readonly tips: readonly ObjectId[] | null;
};

/** What git's walk reached: marks the objects of packs, collects the others. */
export class ReachedObjects implements Reach {
  readonly others: UnpackedObject[] = [];
  readonly missing: string[] = [];
  tips: readonly ObjectId[] | null = null;
  readonly #packs: readonly StoredPack[];
  /** For each pack and place in its index: 0, or 1 more than the number of its path in `#paths`. */
  readonly #marks: Uint32Array[];
  /** Paths are many times fewer than objects. The first stands for none. */
  readonly #paths: (string | null)[] = [null];
  readonly #pathNumbers = new Map<string, number>([['', 0]]);
  readonly #lines: WalkedLines;

  constructor(packs: readonly StoredPack[], hashLength: number) {
    this.#packs = packs;
    this.#marks = packs.map(({ index }) => new Uint32Array(index.count));
    const receiver: WalkReceiver = {
      object: (id, line, pathStart, lineEnd) => this.#mark(id, line, pathStart, lineEnd),
      missing: (hex) => this.missing.push(hex),
    };
    this.#lines = new WalkedLines(hashLength, receiver);
  }

  /** Takes the next bytes that the walk printed. */
  push(chunk: Buffer): void {
    this.#lines.push(chunk);
  }

  /** Marks an object by its id in hex. */
  add(hex: string, path: string | null): void {
    const line = Buffer.from(path ?? '');
    this.#mark(Buffer.from(hex, 'hex'), line, 0, line.length);
  }

  isReached(pack: number, place: number): boolean {
    return this.#marks[pack]?.[place] !== 0;
  }

  pathOf(pack: number, place: number): string | null {
    return this.#paths[(this.#marks[pack]?.[place] ?? 1) - 1] ?? null;
  }

  #mark(id: Uint8Array, line: Buffer, pathStart: number, lineEnd: number): void {
    for (let pack = 0; pack < this.#packs.length; pack += 1) {
      const stored = this.#packs[pack];
      const place = stored?.index.find(id) ?? -1;
      const marks = this.#marks[pack];
      if (place === -1 || stored === undefined || marks === undefined) continue;
      const type = stored.table.types[stored.table.entryOfPlace[place] ?? 0] ?? 0;
      // Trees have paths too, and are of no interest.
      const hasPath = pathStart < lineEnd && (type === 0 || isContent(type));
      marks[place] = 1 + (hasPath ? this.#pathNumber(line.toString('latin1', pathStart, lineEnd)) : 0);
      return;
    }
    const path = pathStart < lineEnd ? decodePath(line.subarray(pathStart, lineEnd)) : null;
    this.others.push({ hex: Buffer.from(id).toString('hex'), path });
  }

  /** @param name the path's bytes, each as one character: what is fastest to look up. */
  #pathNumber(name: string): number {
    const known = this.#pathNumbers.get(name);
    if (known !== undefined) return known;
    const number = this.#paths.length;
    this.#paths.push(decodePath(Buffer.from(name, 'latin1')));
    this.#pathNumbers.set(name, number);
    return number;
  }
}
