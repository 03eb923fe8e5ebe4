import type { ContentScreen } from './content-screen.ts';
import { type DeltaHeader, readDeltaHeader } from './delta.ts';
import { TREE } from './entry-header.ts';
import { createInflater, type Inflate } from './inflater.ts';
import { PackFile } from './pack-file.ts';
import { NONE, type PackTable } from './pack-table.ts';
import type { StoredPack } from './stored-pack.ts';

/** A tree is read only when its entry has room for a name of this length, in bytes, besides an id. */
const SHORTEST_NAME = 20;
/** Larger ones, unpacked, in bytes, are not looked into here, and so suspect. */
const LONGEST_ENTRY = 16 * 1024 * 1024;
const BATCH_BYTES = 256 * 1024;
const ENTRIES_PER_STEP = 2048;
const NEWLINE = 0x0a;

/**
 * Finds the trees of a pack that may hold a name worth a closer look. Trees outnumber all else, and most are a delta
 * of a few bytes: only what an entry brings is screened, without putting any tree together. A name that a tree took
 * over from its base came in with the base; so all that is built on a suspect one is suspect. What is missed is a name
 * that gets its meaning only from a beginning that it shares with another name.
 * @returns entries of the pack's table. Stops often, for whoever has more to do.
 */
export function* findSuspectTrees(
  { path, table }: StoredPack,
  hashLength: number,
  screen: ContentScreen,
): Generator<void, ReadonlySet<number>, undefined> {
  const suspects = new Set<number>();
  let file: PackFile | null = null;
  try {
    file = PackFile.open(path, hashLength);
    const reader = new LiteralReader(table, file, screen, suspects);
    for (let entry = 0; entry < table.count; entry += 1) {
      if (table.types[entry] === TREE) reader.read(entry);
      if (entry % ENTRIES_PER_STEP === 0) yield;
    }
    reader.flush();
  } catch {
    // It is gone or cut off meanwhile, or may not be opened: then git reads its trees, and tells what is missing.
    for (let entry = 0; entry < table.count; entry += 1) if (table.types[entry] === TREE) suspects.add(entry);
  } finally {
    file?.close();
  }
  addDescendants(table, suspects);
  return suspects;
}

function addDescendants({ firstChildren, nextSiblings }: PackTable, suspects: Set<number>): void {
  for (const entry of suspects) {
    for (let child = firstChildren[entry] ?? NONE; child !== NONE; child = nextSiblings[child] ?? NONE) {
      suspects.add(child);
    }
  }
}

/** Reads what entries bring in, and screens it in batches: printable bytes as they are, all else as ends of lines. */
class LiteralReader {
  readonly #table: PackTable;
  readonly #file: PackFile;
  readonly #screen: ContentScreen;
  readonly #suspects: Set<number>;
  readonly #inflate: Inflate = createInflater();
  readonly #header: DeltaHeader = { baseSize: 0, resultSize: 0, at: 0 };
  #unpacked = Buffer.allocUnsafeSlow(64 * 1024);
  #batch = Buffer.allocUnsafeSlow(BATCH_BYTES);
  #length = 0;
  /** Entries in the batch, and where each ends. */
  #entries: { readonly entry: number; readonly end: number }[] = [];

  constructor(table: PackTable, file: PackFile, screen: ContentScreen, suspects: Set<number>) {
    this.#table = table;
    this.#file = file;
    this.#screen = screen;
    this.#suspects = suspects;
  }

  read(entry: number): void {
    const { offsets, ends, headerLengths, sizes, parents } = this.#table;
    const size = sizes[entry] ?? 0;
    if (size < SHORTEST_NAME) return;
    const start = (offsets[entry] ?? 0) + (headerLengths[entry] ?? 0);
    const end = ends[entry] ?? 0;
    if (size > LONGEST_ENTRY || !this.#unpack(start, end, size)) this.#suspects.add(entry);
    else if (this.#length + size >= this.#batch.length) {
      this.flush();
      if (size >= this.#batch.length) this.#batch = Buffer.allocUnsafeSlow(2 * size);
      this.#collect(entry, size, parents[entry] !== NONE);
    } else this.#collect(entry, size, parents[entry] !== NONE);
  }

  flush(): void {
    const isSuspect = (start: number, end: number) =>
      this.#screen.inspect(this.#batch.subarray(start, end)) !== 'nothing';
    if (this.#length > 0 && isSuspect(0, this.#length)) {
      let start = 0;
      for (const { entry, end } of this.#entries) {
        if (isSuspect(start, end)) this.#suspects.add(entry);
        start = end;
      }
    }
    this.#entries = [];
    this.#length = 0;
  }

  #unpack(start: number, end: number, size: number): boolean {
    if (this.#unpacked.length <= size) this.#unpacked = Buffer.allocUnsafeSlow(2 * size);
    const { bytes, at } = this.#file.read(start, end);
    return this.#inflate(bytes, at, at + end - start, this.#unpacked, size);
  }

  #collect(entry: number, size: number, isDelta: boolean): void {
    const before = this.#length;
    if (isDelta) this.#collectInserted(size);
    else this.#append(0, size);
    this.#batch[this.#length++] = NEWLINE;
    if (this.#length - before <= SHORTEST_NAME) this.#length = before;
    else this.#entries.push({ entry, end: this.#length });
  }

  /** What a delta inserts; where it copies something from its base, a line ends. */
  #collectInserted(size: number): void {
    const delta = this.#unpacked;
    readDeltaHeader(delta, this.#header);
    for (let at = this.#header.at; at < size; ) {
      const instruction = delta[at++] ?? 0;
      if (instruction < 0x80) {
        this.#append(at, Math.min(size, at + instruction));
        at += instruction;
      } else {
        for (let bit = 1; bit < 0x80; bit *= 2) if ((instruction & bit) !== 0) at += 1;
        this.#batch[this.#length++] = NEWLINE;
      }
    }
  }

  #append(start: number, end: number): void {
    let length = this.#length;
    for (let at = start; at < end; at += 1) {
      const byte = this.#unpacked[at] ?? 0;
      this.#batch[length++] = byte > 0x20 && byte < 0x7f ? byte : NEWLINE;
    }
    this.#length = length;
  }
}
