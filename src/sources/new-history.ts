import { nullWithoutGit } from '../git/git-error.ts';
import { listIndexedBlobs } from '../git/indexed-blobs.ts';
import type { KnownHistory } from '../git/known-history.ts';
import { type ObjectId, parseObjectId } from '../git/object-id.ts';
import { startWalkOfNew, walkInput } from '../git/object-walk.ts';
import type { ListedObject } from '../git/objects.ts';
import { decodePath } from '../git/path-name.ts';
import { runGit } from '../git/process.ts';
import { hashLengthOf } from '../git/repository.ts';
import { listTips } from '../git/tips.ts';
import { WalkedLines } from '../git/walked-lines.ts';
import type { Coverage } from './coverage.ts';
import { readListedObjects } from './git-history.ts';
import type { HistoryOptions, ReadHistory } from './history-options.ts';
import type { HistoryProgress } from './history-progress.ts';
import type { Emit } from './source.ts';
import { TreeNames } from './tree-names.ts';

/**
 * Reads what has come to a history since it was known, and again that in which something was found.
 * @returns how much is known then; null, with nothing read, when what is known does not hold: all of it has to be read.
 */
export async function readNewHistory(
  options: HistoryOptions,
  known: KnownHistory,
  emit: Emit,
  coverage: Coverage,
  progress: HistoryProgress,
): Promise<ReadHistory | null> {
  const { repository, screen, signal } = options;
  const asked = await nullWithoutGit(signal, () =>
    Promise.all([
      listTips(repository, { signal }),
      listIndexedBlobs(repository, { signal }),
      stillHolds(options, known),
    ]),
  );
  if (asked === null) return null;
  const [tips, indexed, holds] = asked;
  const news = holds ? await listNewObjects(options, tips, indexed, known) : null;
  // In a whole repository nothing may be missing: which is lost and which broken, reading all of it tells.
  if (news === null || (news.missing.length > 0 && !repository.partialClone)) return null;
  const before = { objects: coverage.objects.scanned, commits: coverage.commits };
  const suspects = known.suspects.filter(({ oid }) => !news.objects.has(oid));
  const unread = known.objects - suspects.length;
  coverage.objects.fromCache += unread;
  const missing = [...known.missing, ...news.missing];
  for (const oid of missing) coverage.skip('missing-object', oid);
  progress.setTotal(suspects.length + news.objects.size);
  const names = new TreeNames(repository, emit, screen);
  const listed = [[...suspects, ...news.objects.values()]];
  await readListedObjects(repository, listed, emit, names, coverage, progress, signal);
  const commits = await countCommits(options, tips, known, news);
  coverage.commits = before.commits + commits;
  return { tips, objects: unread + coverage.objects.scanned - before.objects, commits, missing };
}

/** Whether all in which something was found is still there, and nothing that was missing has come. */
async function stillHolds({ repository, signal }: HistoryOptions, known: KnownHistory): Promise<boolean> {
  const suspects = known.suspects.map(({ oid }) => oid);
  if (suspects.length + known.missing.length === 0) return true;
  // Of all that is asked for this prints what is there, and never fetches, which `cat-file` would in a partial clone.
  const args = ['rev-list', '--no-walk=unsorted', '--objects', '--filter=tree:0'];
  const lenient = ['--ignore-missing', '--missing=allow-any', '--stdin', '--end-of-options'];
  const input = [...suspects, ...known.missing].map((oid) => `${oid}\n`).join('');
  const output = await runGit(repository, [...args, ...lenient], { signal, input });
  const lines = output.toString('latin1').split('\n');
  const there = new Set(lines.map((line) => line.split(' ', 1)[0] ?? ''));
  return suspects.every((oid) => there.has(oid)) && !known.missing.some((oid) => there.has(oid));
}

/** How many commits are reached: when a ref has moved or is gone, what was known may have been left by it. */
async function countCommits(
  { repository, signal }: HistoryOptions,
  tips: readonly ObjectId[],
  known: KnownHistory,
  { objects }: NewObjects,
): Promise<number> {
  const now = new Set(tips);
  if (objects.size === 0 && known.tips.every((oid) => now.has(oid))) return known.commits;
  const roots = ['--all', '--reflog', '--stdin', '--end-of-options'];
  const input = walkInput(tips, []);
  const output = await runGit(repository, ['rev-list', '--count', ...roots], { signal, input });
  return Number(output.toString('latin1'));
}

type NewObjects = {
  /** By id. Their types show when they are read. */
  readonly objects: ReadonlyMap<ObjectId, ListedObject>;
  readonly missing: readonly ObjectId[];
};

/** Null when git cannot walk: a tip that is known may have been pruned. */
async function listNewObjects(
  { repository, signal }: HistoryOptions,
  tips: readonly ObjectId[],
  indexed: ReadonlyMap<ObjectId, string>,
  known: KnownHistory,
): Promise<NewObjects | null> {
  const objects = new Map<ObjectId, ListedObject>();
  const missing = new Set<ObjectId>();
  const before = new Set<string>(known.missing);
  const lines = new WalkedLines(hashLengthOf(repository), {
    object(id, line, pathStart, lineEnd) {
      const oid = Buffer.from(id).toString('hex') as ObjectId;
      const path = pathStart < lineEnd ? decodePath(line.subarray(pathStart, lineEnd)) : indexed.get(oid);
      objects.set(oid, { oid, type: 'blob', path: path ?? null });
    },
    missing(hex) {
      const oid = parseObjectId(hex);
      if (oid !== null && !before.has(oid)) missing.add(oid);
    },
  });
  const walk = startWalkOfNew(repository, [...tips, ...indexed.keys()], known.tips, { signal });
  try {
    for await (const chunk of walk.stdout) lines.push(chunk);
  } finally {
    walk.kill();
  }
  if ((await walk.exit).code !== 0) return null;
  return { objects, missing: [...missing] };
}
