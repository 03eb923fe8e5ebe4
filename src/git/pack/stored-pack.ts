import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectFolder } from './object-folders.ts';
import { PackFile } from './pack-file.ts';
import { PackIndex } from './pack-index.ts';
import { planPack } from './pack-plan.ts';
import { PackTable } from './pack-table.ts';

/** A pack whose index this reader knows, with what can be told of it without unpacking. */
export type StoredPack = {
  readonly path: string;
  readonly index: PackIndex;
  /** Empty until `planPacks` has been run. */
  readonly table: PackTable;
  /**
   * Whether most of it may well be of no concern: another repository's objects, or a cruft pack of unreachable
   * ones (https://git-scm.com/docs/cruft-packs). Of such a pack only what is reachable is read.
   */
  readonly isForeign: boolean;
};

/**
 * Opens the packs of some object folders. Those that cannot be read, or not by this reader, are left out: whoever
 * looks for their objects does not find them, and asks the reference reader.
 */
export async function openPacks(folders: readonly ObjectFolder[], hashLength: number): Promise<StoredPack[]> {
  const packs: StoredPack[] = [];
  for (const folder of folders) {
    for (const stem of await packStems(folder)) {
      const index = PackIndex.read(`${stem}.idx`, hashLength);
      if (index === null || !isPackOf(`${stem}.pack`, index, hashLength)) continue;
      const isForeign = folder.isAlternate || existsSync(`${stem}.mtimes`);
      packs.push({ path: `${stem}.pack`, index, table: new PackTable(index.count), isForeign });
    }
  }
  return packs;
}

/** The indexes of all packs, also of those that cannot be read themselves. */
export async function listPackIndexes(
  folders: readonly ObjectFolder[],
  hashLength: number,
): Promise<PackIndex[]> {
  const stems = (await Promise.all(folders.map(packStems))).flat();
  return stems.flatMap((stem) => PackIndex.read(`${stem}.idx`, hashLength) ?? []);
}

/** Paths of packs with an index, without the ending. */
export async function packStems({ path }: ObjectFolder): Promise<string[]> {
  const packFolder = join(path, 'pack');
  const names = await readdir(packFolder).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith('.idx'))
    .sort()
    .map((name) => join(packFolder, name.slice(0, -'.idx'.length)));
}

function isPackOf(path: string, index: PackIndex, hashLength: number): boolean {
  try {
    const file = PackFile.open(path, hashLength);
    try {
      return file.matches(index.count, index.packChecksum);
    } finally {
      file.close();
    }
  } catch {
    return false;
  }
}

/** Fills the tables of packs. What goes wrong leaves entries without a type, and those are the reference reader's. */
export function* planPacks(
  packs: readonly StoredPack[],
  hashLength: number,
): Generator<void, void, undefined> {
  for (const { path, index, table } of packs) {
    let file: PackFile | null = null;
    try {
      file = PackFile.open(path, hashLength);
      yield* planPack(index, file, table, hashLength);
    } catch {
      table.types.fill(0);
    } finally {
      file?.close();
    }
  }
}
