import type { ContentScreen } from './content-screen.ts';
import { ContentVisitor } from './content-visitor.ts';
import { FamilyReader } from './family-reader.ts';
import { createInflater } from './inflater.ts';
import { LinkRecorder, type LinkStream } from './link-recorder.ts';
import { NamingVisitor } from './naming-visitor.ts';
import { ObjectLookup } from './object-lookup.ts';
import { PackFile } from './pack-file.ts';
import { PackIndex } from './pack-index.ts';
import { PackTable } from './pack-table.ts';
import { type Batch, FAMILIES_DONE, NEXT_BATCH, type PackWork } from './pack-work.ts';
import { TreeVisitor } from './tree-visitor.ts';

/**
 * Reads batches until none is left, and stops after each for whoever wants to do something else meanwhile. What
 * it finds out stands in the packs' tables. Any number of threads may work on the same batches at once.
 * @returns what the objects name that were read here.
 */
export function* readBatches(work: PackWork, screen: ContentScreen): Generator<void, LinkStream, undefined> {
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
  return reader.links.finish();

  function takeBatch(): Batch | undefined {
    return work.batches[Atomics.add(counters, NEXT_BATCH, 1)];
  }
}

/** A pack that is open, and its two readers. */
type OpenPack = {
  readonly file: PackFile;
  readonly roots: Int32Array;
  readonly contents: { read(root: number): void };
  readonly trees: { read(root: number): void };
  readonly treeNames: TreeVisitor;
};

/** Keeps the pack of the last batch open: the next is mostly of the same. */
class BatchReader {
  readonly links: LinkRecorder;
  readonly #work: PackWork;
  readonly #screen: ContentScreen;
  readonly #lookup: ObjectLookup;
  readonly #inflate = createInflater();
  #number = -1;
  #open: OpenPack | null = null;

  constructor(work: PackWork, screen: ContentScreen) {
    this.#work = work;
    this.#screen = screen;
    this.#lookup = lookupOf(work);
    this.links = new LinkRecorder(this.#lookup, work.hashLength);
  }

  /** What goes wrong leaves entries unread, and those are the reference reader's. */
  read({ pack, isOfTrees, from, to }: Batch): void {
    if (pack !== this.#number) this.#openPack(pack);
    if (this.#open === null) return;
    const reader = isOfTrees ? this.#open.trees : this.#open.contents;
    for (const root of this.#open.roots.subarray(from, to)) {
      try {
        reader.read(root);
      } catch {
        // The file was cut off while we read it, or memory is short: see above.
      }
    }
  }

  close(): void {
    this.#open?.treeNames.flush();
    this.#open?.file.close();
    this.#open = null;
  }

  #openPack(pack: number): void {
    this.close();
    this.#number = pack;
    const { packs, hashLength, reached } = this.#work;
    const shared = packs[pack];
    const table = this.#lookup.packs[pack]?.table;
    if (shared === undefined || table === undefined) return;
    let file: PackFile;
    try {
      file = PackFile.open(shared.path, hashLength);
    } catch {
      return;
    }
    const { links } = this;
    const lookup = this.#lookup;
    const screen = this.#screen;
    const contents = new ContentVisitor(table, lookup.numberOf(pack, 0), screen, links);
    const treeNames = new TreeVisitor(pack, lookup, hashLength, screen, links);
    this.#open = {
      file,
      roots: new Int32Array(shared.roots),
      contents: new FamilyReader(table, file, this.#inflate, contents),
      trees:
        reached === null
          ? new FamilyReader(table, file, this.#inflate, treeNames)
          : new FamilyReader(
              table,
              file,
              this.#inflate,
              new NamingVisitor(pack, lookup, hashLength, new Uint8Array(reached)),
            ),
      treeNames,
    };
  }
}

function lookupOf({ packs, hashLength }: PackWork): ObjectLookup {
  return new ObjectLookup(
    packs.flatMap(({ count, table, index }) => {
      const known = PackIndex.of(Buffer.from(index.buffer, index.byteOffset, index.length), hashLength);
      return known === null ? [] : [{ index: known, table: new PackTable(count, table) }];
    }),
  );
}
