import { ByteStrings } from '../git/byte-strings.ts';
import type { ObjectId } from '../git/object-id.ts';
import { isContent } from '../git/pack/pack-plan.ts';
import type { StoredPack } from '../git/pack/stored-pack.ts';
import { decodePath } from '../git/path-name.ts';
import { WalkedLines, type WalkReceiver } from '../git/walked-lines.ts';

/** An object that no pack of ours has. */
export type UnpackedObject = {
  readonly hex: string;
  readonly path: string | null;
  /** Whether a tree names it as a file: anything else is broken there, and was not followed. */
  readonly isFile?: boolean;
};

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
  /** For each pack and place in its index: 0; 1 for what has no path; or 2 more than its path's number in `#paths`. */
  readonly #marks: Uint32Array[];
  /** Paths are many times fewer than objects, mostly. */
  readonly #paths = new ByteStrings();
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
    const mark = this.#marks[pack]?.[place] ?? 0;
    return mark < 2 ? null : decodePath(this.#paths.at(mark - 2));
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
      marks[place] = hasPath ? 2 + this.#paths.intern(line, pathStart, lineEnd) : 1;
      return;
    }
    const path = pathStart < lineEnd ? decodePath(line.subarray(pathStart, lineEnd)) : null;
    this.others.push({ hex: Buffer.from(id).toString('hex'), path });
  }
}
