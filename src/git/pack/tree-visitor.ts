import { type ContentScreen, SHORTEST_NAME } from './content-screen.ts';
import { ChangedRanges } from './delta.ts';
import type { FamilyVisitor } from './family-visitor.ts';
import type { LinkRecorder } from './link-recorder.ts';
import type { ObjectLookup } from './object-lookup.ts';
import { CLEAN, type PackTable, SUSPECT, UNREADABLE } from './pack-table.ts';
import { TreeEntryCursor } from './tree-entry-cursor.ts';

const BATCH_BYTES = 64 * 1024;
const NEWLINE = 0x0a;
/** What a tree passes on to those that are built on it: nothing but that it was read. */
export type ReadTree = { readonly isWhole: boolean };

/**
 * Reads trees: writes down which trees they name, and which contents that are not known to be clean; marks all that
 * they name; and screens the names that they bring in.
 */
export class TreeVisitor implements FamilyVisitor<ReadTree> {
  readonly changed = new ChangedRanges(0);
  readonly #pack: number;
  readonly #table: PackTable;
  readonly #lookup: ObjectLookup;
  readonly #screen: ContentScreen;
  readonly #links: LinkRecorder;
  readonly #cursor: TreeEntryCursor;
  /** Names that are still to be screened, each with a newline behind it, and the trees that they are in. */
  #batch = Buffer.allocUnsafeSlow(BATCH_BYTES);
  #batchLength = 0;
  #batchTrees: { readonly entry: number; end: number }[] = [];
  /** The first change that does not lie before the entry that is looked at. */
  #nextChange = 0;

  constructor(
    pack: number,
    lookup: ObjectLookup,
    hashLength: number,
    screen: ContentScreen,
    links: LinkRecorder,
  ) {
    const indexed = lookup.packs[pack];
    if (indexed === undefined) throw new RangeError(`no pack ${pack}`);
    this.#pack = pack;
    this.#table = indexed.table;
    this.#lookup = lookup;
    this.#screen = screen;
    this.#links = links;
    this.#cursor = new TreeEntryCursor(hashLength);
  }

  enter(entry: number, bytes: Buffer, parent: ReadTree | null): ReadTree {
    const cursor = this.#cursor;
    const isNew = parent === null || !parent.isWhole;
    this.#nextChange = 0;
    this.#links.begin(this.#lookup.numberOf(this.#pack, entry));
    cursor.start(bytes);
    while (cursor.next()) {
      if (cursor.isSubmodule) continue;
      this.#link(bytes);
      const isLong = cursor.nameEnd - cursor.nameStart >= SHORTEST_NAME;
      if (isLong && (isNew || this.#isChanged())) this.#screenLater(entry, bytes);
    }
    if (cursor.isBroken) this.#links.drop();
    this.#table.states[entry] = cursor.isBroken ? UNREADABLE : CLEAN;
    return { isWhole: !cursor.isBroken };
  }

  /** Screens the names that are left. Has to be called at the end. */
  flush(): void {
    if (this.#holds(0, this.#batchLength)) {
      let start = 0;
      for (const { entry, end } of this.#batchTrees) {
        if (this.#holds(start, end)) this.#table.states[entry] = SUSPECT;
        start = end;
      }
    }
    this.#batchLength = 0;
    this.#batchTrees = [];
  }

  #link(bytes: Buffer): void {
    const { isTree, nameStart, nameEnd, idStart } = this.#cursor;
    const number = this.#links.find(bytes, idStart);
    if (number >= 0) {
      this.#lookup.markNamed(number);
      if (!isTree && this.#lookup.stateOf(number) === CLEAN) return;
    }
    this.#links.add(number, isTree, bytes, nameStart, nameEnd);
  }

  /** Whether the entry that is looked at overlaps a change. */
  #isChanged(): boolean {
    const { entryStart, entryEnd } = this.#cursor;
    const { changed } = this;
    while (this.#nextChange < changed.count && changed.endOf(this.#nextChange) <= entryStart)
      this.#nextChange += 1;
    return this.#nextChange < changed.count && changed.startOf(this.#nextChange) < entryEnd;
  }

  #screenLater(entry: number, bytes: Buffer): void {
    const { nameStart, nameEnd } = this.#cursor;
    const length = nameEnd - nameStart + 1;
    if (this.#batchLength + length > this.#batch.length) this.flush();
    if (length > this.#batch.length) this.#batch = Buffer.allocUnsafeSlow(2 * length);
    bytes.copy(this.#batch, this.#batchLength, nameStart, nameEnd);
    this.#batchLength += length;
    this.#batch[this.#batchLength - 1] = NEWLINE;
    const last = this.#batchTrees.at(-1);
    if (last?.entry === entry) last.end = this.#batchLength;
    else this.#batchTrees.push({ entry, end: this.#batchLength });
  }

  #holds(start: number, end: number): boolean {
    return end > start && this.#screen.inspect(this.#batch.subarray(start, end)) !== 'nothing';
  }
}
