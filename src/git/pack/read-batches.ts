import type { ContentScreen } from './content-screen.ts';
import { FamilyReader } from './family-reader.ts';
import { createInflater } from './inflater.ts';
import { PackFile } from './pack-file.ts';
import { PackTable } from './pack-table.ts';
import { type Batch, FAMILIES_DONE, NEXT_BATCH, type PackWork } from './pack-work.ts';

/**
 * Reads batches until none is left, and stops after each for whoever wants to do something else meanwhile. What
 * it finds out stands in the packs' tables. Any number of threads may work on the same batches at once.
 */
export function* readBatches(work: PackWork, screen: ContentScreen): Generator<void, void, undefined> {
  const counters = new Int32Array(work.counters);
  const reader = new BatchReader(work, screen);
  try {
    for (let next = takeBatch(); next !== undefined; next = takeBatch()) {
      reader.read(next);
      Atomics.add(counters, FAMILIES_DONE, next.to - next.from);
      yield;
    }
  } finally {
    reader.close();
  }

  function takeBatch(): Batch | undefined {
    return work.batches[Atomics.add(counters, NEXT_BATCH, 1)];
  }
}

/** Keeps the pack of the last batch open: the next is mostly of the same. */
class BatchReader {
  readonly #work: PackWork;
  readonly #screen: ContentScreen;
  readonly #inflate = createInflater();
  #pack = -1;
  #roots: Int32Array = new Int32Array(0);
  #file: PackFile | null = null;
  #reader: FamilyReader | null = null;

  constructor(work: PackWork, screen: ContentScreen) {
    this.#work = work;
    this.#screen = screen;
  }

  /** What goes wrong leaves entries unread, and those are the reference reader's. */
  read({ pack, from, to }: Batch): void {
    if (pack !== this.#pack) this.#open(pack);
    for (const root of this.#roots.subarray(from, to)) {
      try {
        this.#reader?.read(root);
      } catch {
        // The file was cut off while we read it, or memory is short: see above.
      }
    }
  }

  close(): void {
    this.#file?.close();
    this.#file = null;
  }

  #open(pack: number): void {
    this.close();
    this.#pack = pack;
    this.#reader = null;
    const shared = this.#work.packs[pack];
    if (shared === undefined) return;
    try {
      this.#file = PackFile.open(shared.path, this.#work.hashLength);
    } catch {
      return;
    }
    this.#roots = new Int32Array(shared.roots);
    const table = new PackTable(shared.count, shared.table);
    this.#reader = new FamilyReader(table, this.#file, this.#inflate, this.#screen);
  }
}
