import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { nullWithoutGit } from '../git/git-error.ts';
import { type ObjectId, parseObjectId } from '../git/object-id.ts';
import { startObjectWalk } from '../git/object-walk.ts';
import { type ListedObject, listObjects } from '../git/objects.ts';
import type { ContentScreen } from '../git/pack/content-screen.ts';
import { COMMIT, TAG } from '../git/pack/entry-header.ts';
import { hasLooseObject, readLooseObject } from '../git/pack/loose-objects.ts';
import { listObjectFolders, type ObjectFolder } from '../git/pack/object-folders.ts';
import { isContent, linkFamilies } from '../git/pack/pack-plan.ts';
import { CIRCULAR, CLEAN } from '../git/pack/pack-table.ts';
import { FAMILIES_DONE, makePackWork } from '../git/pack/pack-work.ts';
import { readBatches } from '../git/pack/read-batches.ts';
import { openPacks, planPacks, type StoredPack } from '../git/pack/stored-pack.ts';
import { listPseudoRefs } from '../git/pseudo-refs.ts';
import { hashLengthOf } from '../git/repository.ts';
import { listTips } from '../git/tips.ts';
import type { Coverage } from './coverage.ts';
import { countObject, readListedObjects } from './git-history.ts';
import type { HistoryOptions, ReadHistory } from './history-options.ts';
import type { HistoryProgress } from './history-progress.ts';
import { ReachedObjects } from './reached-objects.ts';
import type { Emit } from './source.ts';
import { findSuspects, reachedTrees } from './suspect-names.ts';
import { TreeNames } from './tree-names.ts';

/**
 * Reads history from the files of packs, and screens it there, while git finds out what is reachable. Only what the screen
 * lets through, and what this reader cannot read, goes through git and is emitted.
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
  const hashLength = hashLengthOf(repository);
  const folders = await listObjectFolders(join(repository.commonDir, 'objects'));
  const packs = await openPacks(folders, hashLength);
  const reached = findReached(options, folders, packs, hashLength, coverage);
  // It is awaited below, and may fail before.
  reached.catch(() => {});
  for (const _ of planPacks(packs, hashLength)) await pause(signal);
  const own = packs.filter(({ isForeign }) => !isForeign);
  const reading = readPacks(own, options, screen, hashLength, progress);
  reading.catch(() => {});
  const suspects = await findSuspects(packs, hashLength, screen, signal);
  await reading;
  const objects = await reached;
  const rest = packs.filter((pack) => !own.includes(pack));
  for (const pack of rest) {
    const number = packs.indexOf(pack);
    linkFamilies(pack.table, (entry) => isWanted(pack, number, entry));
  }
  await readPacks(rest, options, screen, hashLength, progress);

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

  function isWanted({ table }: StoredPack, pack: number, entry: number): boolean {
    const place = table.placeOfEntry[entry] ?? 0;
    return isContent(table.types[entry]) && objects.isReached(pack, place);
  }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

/** What git's walk reaches; everything that is there when it was asked for, or when the walk breaks off. */
async function findReached(
  options: HistoryOptions,
  folders: readonly ObjectFolder[],
  packs: readonly StoredPack[],
  hashLength: number,
  coverage: Coverage,
): Promise<ReachedObjects> {
  const { repository, signal, memory, allObjects = false } = options;
  if (!allObjects) {
    // Who is to remember what was read needs to know every tip. What these reach is walked, whatever moves meanwhile.
    const listed =
      memory === undefined ? null : await nullWithoutGit(signal, () => listTips(repository, { signal }));
    const tips = listed ?? (await listPseudoRefs(repository, { signal }));
    const walk = startObjectWalk(repository, tips, { signal });
    const reached = new ReachedObjects(packs, hashLength);
    try {
      for await (const chunk of walk.stdout) reached.push(chunk);
    } finally {
      walk.kill();
    }
    if ((await walk.exit).code === 0) {
      for (const hex of reached.missing) {
        // git calls missing what it cannot parse, too. A partial clone has millions, and those are not there.
        const isThere = !repository.partialClone && isStored(hex, folders, packs);
        coverage.skip(isThere ? 'corrupt-object' : 'missing-object', hex);
      }
      reached.tips = listed;
      return reached;
    }
  }
  const reached = new ReachedObjects(packs, hashLength);
  const onProblem: Parameters<typeof listObjects>[1]['onProblem'] = ({ reason, example }) =>
    coverage.skip(reason, example);
  for await (const block of listObjects(repository, { allObjects, signal, onProblem })) {
    for (const { oid, path } of block) reached.add(oid, path);
  }
  return reached;
}

function isStored(hex: string, folders: readonly ObjectFolder[], packs: readonly StoredPack[]): boolean {
  const id = Buffer.from(hex, 'hex');
  return packs.some(({ index }) => index.find(id) !== -1) || hasLooseObject(folders, hex);
}

/** Reads packs in threads of their own when they are large enough for that, and in this one otherwise. */
async function readPacks(
  packs: readonly StoredPack[],
  { startWorkers, signal }: HistoryOptions,
  screen: ContentScreen,
  hashLength: number,
  progress: HistoryProgress,
): Promise<void> {
  if (packs.length === 0) return;
  const work = makePackWork(packs, hashLength);
  const counters = new Int32Array(work.counters);
  const workers = startWorkers?.(work, signal) ?? null;
  const report = () => progress.setDone(Atomics.load(counters, FAMILIES_DONE));
  if (workers !== null) {
    const timer = setInterval(report, 100);
    await workers.finally(() => clearInterval(timer));
    signal?.throwIfAborted();
  }
  // Without workers all of it; with them, what is left when they could not be started.
  for (const _ of readBatches(work, screen)) {
    report();
    await pause(signal);
  }
}

/** Counts what was reached and is clean. @returns what has to go through git: the suspect, and what could not be read. */
function countAndCollect(
  packs: readonly StoredPack[],
  reached: ReachedObjects,
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
        countObject(coverage, name, table.sizes[entry] ?? 0);
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
  reached: ReachedObjects,
  screen: ContentScreen,
  names: TreeNames,
  coverage: Coverage,
  progress: HistoryProgress,
): ListedObject[] {
  const left: ListedObject[] = [];
  for (const { hex, path } of reached.others) {
    const oid = hex as ObjectId;
    const object = readLooseObject(folders, hex);
    if (object?.type === 'tree') names.add(object.content);
    else if (object !== null && screen.inspect(object.content) !== 'finding') {
      countObject(coverage, object.type, object.content.length);
      progress.advance();
    } else left.push({ oid, type: 'blob', path });
  }
  return left;
}
