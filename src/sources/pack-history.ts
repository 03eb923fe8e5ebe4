import { join } from 'node:path';
import { nullWithoutGit } from '../git/git-error.ts';
import { type ObjectId, parseObjectId } from '../git/object-id.ts';
import type { ListedObject } from '../git/objects.ts';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import { COMMIT, TAG, TREE } from '../git/pack/entry-header.ts';
import type { LinkStream } from '../git/pack/link-recorder.ts';
import { readLooseObject } from '../git/pack/loose-objects.ts';
import { listObjectFolders, type ObjectFolder } from '../git/pack/object-folders.ts';
import { isContent, linkFamilies } from '../git/pack/pack-plan.ts';
import { CIRCULAR, CLEAN, NONE, type PackTable } from '../git/pack/pack-table.ts';
import { FAMILIES_DONE, makePackWork, type PackWork, type WantedWork } from '../git/pack/pack-work.ts';
import { readBatches } from '../git/pack/read-batches.ts';
import { openPacks, planPacks, type StoredPack } from '../git/pack/stored-pack.ts';
import { hashLengthOf, type Repository } from '../git/repository.ts';
import { findWalkBasis } from '../git/walk-basis.ts';
import type { Coverage } from './coverage.ts';
import { followLinks, type Store, walkObjects } from './find-reached.ts';
import { countObject, readListedObjects } from './git-history.ts';
import type { HistoryOptions, ReadHistory } from './history-options.ts';
import type { HistoryProgress } from './history-progress.ts';
import type { Reach } from './reached-objects.ts';
import { runSteps } from './run-steps.ts';
import type { Emit } from './source.ts';
import { TreeNames } from './tree-names.ts';

/**
 * Reads history from the files of packs, and screens it there, while git finds out which commits are reachable. Only what
 * the screen lets through, and what this reader cannot read, goes through git and is emitted.
 * @returns what was read, when that is to be remembered and all of it was reached from known tips.
 */
export async function readPackHistory(
  options: HistoryOptions,
  screen: ContentScreen,
  emit: Emit,
  coverage: Coverage,
  progress: HistoryProgress,
): Promise<ReadHistory | null> {
  const { repository, signal } = options;
  const before = { objects: coverage.objects.scanned, commits: coverage.commits };
  const store = await openStore(repository);
  const { folders, packs, hashLength } = store;
  // What others lend, only git's walk follows: most of it is of no concern.
  const mayFollow = options.allObjects !== true && !packs.some(({ isForeign }) => isForeign);
  const basis = mayFollow
    ? nullWithoutGit(signal, () => findWalkBasis(repository, options.memory !== undefined, { signal }))
    : null;
  const walked = mayFollow ? null : walkObjects(options, store, coverage);
  // They are awaited below, and may fail before.
  basis?.catch(() => {});
  walked?.catch(() => {});
  await runSteps(planPacks(packs, hashLength), signal);
  const read = (wanted: WantedWork) =>
    readPacks(makePackWork(packs, hashLength, wanted), options, screen, progress);
  const streams = await read({ contentsOf: ({ isForeign }) => !isForeign, treesOf: () => true });
  const suspects = packs.map(({ table }) => suspectTrees(table));
  const objects = (await followed()) ?? (await (walked ?? walkObjects(options, store, coverage)));
  if (packs.some(({ isForeign }) => isForeign)) await readForeign();

  const names = new TreeNames(repository, emit, screen);
  const left = [
    countAndCollect(packs, objects, coverage, progress),
    screenOthers(folders, objects, screen, names, coverage, progress),
    reachedTrees(packs, objects, suspects),
  ];
  const leftCount = left.reduce((sum, { length }) => sum + length, 0);
  progress.setTotal(coverage.objects.scanned + leftCount);
  await readListedObjects(repository, left, emit, names, coverage, progress, signal);
  if (objects.tips === null) return null;
  return {
    tips: objects.tips,
    objects: coverage.objects.scanned - before.objects,
    commits: coverage.commits - before.commits,
    missing: objects.missing.flatMap((hex) => parseObjectId(hex) ?? []),
  };

  async function followed(): Promise<Reach | null> {
    const known = await basis;
    if (known == null) return null;
    const readNames = async (reached: SharedArrayBuffer): Promise<void> => {
      await read({ contentsOf: () => false, treesOf: () => true, reached });
    };
    return followLinks(options, known, store, streams, readNames, coverage);
  }

  async function readForeign(): Promise<void> {
    packs.forEach(({ table, isForeign }, pack) => {
      if (!isForeign) return;
      linkFamilies(table, (entry) => {
        const place = table.placeOfEntry[entry] ?? 0;
        return isContent(table.types[entry]) && objects.isReached(pack, place);
      });
    });
    await read({ contentsOf: ({ isForeign }) => isForeign, treesOf: () => false });
  }
}

async function openStore(repository: Repository): Promise<Store> {
  const hashLength = hashLengthOf(repository);
  const folders = await listObjectFolders(join(repository.commonDir, 'objects'));
  return { folders, packs: await openPacks(folders, hashLength), hashLength };
}

/** Reads packs in threads of their own when they are large enough for that, and in this one otherwise. */
async function readPacks(
  work: PackWork,
  { startWorkers, signal }: HistoryOptions,
  screen: ContentScreen,
  progress: HistoryProgress,
): Promise<LinkStream[]> {
  const counters = new Int32Array(work.counters);
  const workers = startWorkers?.(work, signal) ?? null;
  const report = () => progress.setDone(Atomics.load(counters, FAMILIES_DONE));
  const streams: LinkStream[] = [];
  if (workers !== null) {
    const timer = setInterval(report, 100);
    streams.push(...(await workers.finally(() => clearInterval(timer))));
    signal?.throwIfAborted();
  }
  // Without workers all of it; with them, what is left when they could not be started.
  return [...streams, await runSteps(readBatches(work, screen), signal, report)];
}

/** Trees with names that are worth a look, and those that could not be read. */
function suspectTrees({ count, types, states, firstChildren, nextSiblings }: PackTable): Set<number> {
  const suspects = new Set<number>();
  for (let entry = 0; entry < count; entry += 1) {
    if (types[entry] === TREE && states[entry] !== CLEAN) suspects.add(entry);
  }
  // A name that a tree took over from its base was looked at there.
  for (const entry of suspects) {
    for (let child = firstChildren[entry] ?? NONE; child !== NONE; child = nextSiblings[child] ?? NONE) {
      suspects.add(child);
    }
  }
  return suspects;
}

/** Of those, what was reached. */
function reachedTrees(
  packs: readonly StoredPack[],
  reached: Reach,
  suspects: readonly ReadonlySet<number>[],
): ListedObject[] {
  return packs.flatMap(({ index, table }, pack) => {
    const places = [...(suspects[pack] ?? [])].map((entry) => table.placeOfEntry[entry] ?? 0);
    return places
      .filter((place) => reached.isReached(pack, place))
      .map((place): ListedObject => ({ oid: index.hexAt(place) as ObjectId, type: 'tree', path: null }));
  });
}

/** Counts what was reached and is clean. @returns what has to go through git: the suspect, and what could not be read. */
function countAndCollect(
  packs: readonly StoredPack[],
  reached: Reach,
  coverage: Coverage,
  progress: HistoryProgress,
): ListedObject[] {
  const left: ListedObject[] = [];
  progress.setDone(0);
  packs.forEach(({ index, table }, pack) => {
    for (let entry = 0; entry < table.count; entry += 1) {
      const place = table.placeOfEntry[entry] ?? 0;
      const type = table.types[entry] ?? 0;
      if (!reached.isReached(pack, place) || (type !== 0 && !isContent(type))) continue;
      const name = type === COMMIT ? 'commit' : type === TAG ? 'tag' : 'blob';
      if (table.states[entry] === CLEAN) {
        countObject(coverage, name, table.contentSizes[entry] ?? 0);
        progress.advance();
      } else if (table.states[entry] === CIRCULAR) {
        coverage.skip('corrupt-object', index.hexAt(place));
        progress.advance();
      } else
        left.push({ oid: index.hexAt(place) as ObjectId, type: name, path: reached.pathOf(pack, place) });
    }
  });
  return left;
}

/** Screens what is in no pack. @returns what has to go through git. */
function screenOthers(
  folders: readonly ObjectFolder[],
  reached: Reach,
  screen: ContentScreen,
  names: TreeNames,
  coverage: Coverage,
  progress: HistoryProgress,
): ListedObject[] {
  const left: ListedObject[] = [];
  for (const { hex, path, isFile } of reached.others) {
    const oid = hex as ObjectId;
    const object = readLooseObject(folders, hex);
    if (isFile === true && object !== null && object.type !== 'blob') coverage.skip('corrupt-object', hex);
    if (object?.type === 'tree') names.add(object.content);
    else if (object !== null && screen.inspect(object.content) !== 'finding') {
      countObject(coverage, object.type, object.content.length);
      progress.advance();
    } else left.push({ oid, type: 'blob', path });
  }
  return left;
}
