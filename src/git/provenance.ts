import { findInHead } from './head-tree.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitExit, type GitOptions, gitFailure, startGit } from './process.ts';
import { listPseudoRefs } from './pseudo-refs.ts';
import { RAW_LOG_FORMAT, RawLogParser } from './raw-log.ts';
import { listRefs } from './refs.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';
import { readTaggers } from './taggers.ts';
import { type ObjectProvenance, type TracedObject, Trail } from './trail.ts';

export type { Introduction, ObjectProvenance, TracedObject } from './trail.ts';

export type Provenance = {
  readonly objects: ReadonlyMap<ObjectId, ObjectProvenance>;
  /** False when the history could not be walked to its end, so that something may be missing. */
  readonly complete: boolean;
};

export type TraceOptions = GitOptions & {
  /** Commits that nothing reaches as well. */
  readonly allObjects?: boolean;
  /** Called now and then with the number of commits seen. */
  readonly onProgress?: ((commits: number) => void) | undefined;
};

/**
 * Finds out where objects come from, in one pass over the history whatever their number.
 * @throws GitError when not even the refs can be read.
 */
export async function traceObjects(
  repository: Repository,
  objects: readonly TracedObject[],
  options: TraceOptions = {},
): Promise<Provenance> {
  if (objects.length === 0) return { objects: new Map(), complete: true };
  const wanted = new Set<string>(objects.map(({ oid }) => oid));
  const tags = objects.filter(({ type }) => type === 'tag').map(({ oid }) => oid);
  const [refs, inHead, tips, taggers] = await Promise.all([
    listRefs(repository, options),
    findInHead(repository, wanted, options),
    options.allObjects === true
      ? listStoredCommits(repository, options)
      : listPseudoRefs(repository, options),
    readTaggers(repository, tags, options),
  ]);
  const trail = new Trail(wanted, inHead, refs, options.onProgress);
  const complete = await walkHistory(repository, trail, tips, options);
  return { objects: trail.finish(objects, taggers), complete };
}

/** Walks children first; a broken history is walked as far as it goes, when that makes git stop. */
async function walkHistory(
  repository: Repository,
  trail: Trail,
  tips: readonly ObjectId[],
  options: GitOptions,
): Promise<boolean> {
  const sorted = await runLog(repository, ['--topo-order'], trail, tips, options);
  if (sorted.code === 0) return true;
  // Sorting needs all of history before the first line; without it, what is before the break is printed.
  const unsorted = await runLog(repository, [], trail, tips, options);
  if (unsorted.code === null) throw gitFailure(repository, ['log'], unsorted);
  return false;
}

async function runLog(
  repository: Repository,
  order: readonly string[],
  trail: Trail,
  tips: readonly ObjectId[],
  options: GitOptions,
): Promise<GitExit> {
  const roots = ['--all', '--reflog', '--stdin'];
  const git = startGit(
    repository,
    ['log', ...order, ...RAW_LOG_FORMAT, ...roots, '--end-of-options'],
    options,
  );
  git.stdin.end(tips.map((oid) => `${oid}\n`).join(''));
  const parser = new RawLogParser(trail);
  try {
    await splitStream(git.stdout, NUL, (part) => parser.push(part));
    return await git.exit;
  } finally {
    git.kill();
  }
}

async function listStoredCommits(repository: Repository, options: GitOptions): Promise<ObjectId[]> {
  const format = '--batch-check=%(objectname) %(objecttype)';
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', format];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const commits: ObjectId[] = [];
  await splitStream(git.stdout, 10, (line) => {
    if (!line.toString('latin1').endsWith(' commit')) return;
    const oid = parseObjectId(line.toString('latin1', 0, line.indexOf(' ')));
    if (oid !== null) commits.push(oid);
  });
  await git.exit;
  return commits;
}
