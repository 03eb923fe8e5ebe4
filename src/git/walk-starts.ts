import { existsSync, promises as files } from 'node:fs';
import { join } from 'node:path';
import { emptyWhenUnreadable } from './empty-when-unreadable.ts';
import { listIndexEntries } from './index-entries.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import { listGitFolders, listPseudoRefs } from './pseudo-refs.ts';
import { isNothing } from './raw-log.ts';
import type { Repository } from './repository.ts';
import { listOtherWorktrees } from './worktrees.ts';

/** An object from which a walk of the history starts, and the path that an index has it at. */
export type WalkStart = { readonly oid: ObjectId; readonly path: string | null };

/** Where git's walk starts: see `startObjectWalk`. */
export type WalkStarts = {
  /** What pseudo refs name: `rev-list --all --reflog` does not know it. */
  readonly pseudoRefs: readonly ObjectId[];
  /** What refs name, commits too; what reflogs name that may be no commits; and what indexes name. */
  readonly others: readonly WalkStart[];
};

/**
 * Lists where a walk of the history starts, but for the commits that reflogs name.
 * @returns null where only git itself can tell: reflogs in tables, and very large ones.
 * @throws GitError when refs or an index cannot be read.
 */
export async function listWalkStarts(
  repository: Repository,
  options: GitOptions = {},
): Promise<WalkStarts | null> {
  if (existsSync(join(repository.commonDir, 'reftable'))) return null;
  const [pseudoRefs, refs, logged, indexed] = await Promise.all([
    listPseudoRefs(repository, options),
    runGit(repository, ['for-each-ref', '--format=%(objectname)'], options),
    listLogged(repository),
    listIndexed(repository, options),
  ]);
  if (logged === null) return null;
  const named = refs.toString('latin1').split('\n');
  const ids = [...named.flatMap((line) => parseObjectId(line) ?? []), ...logged];
  const others = [...new Set(ids)].map((oid): WalkStart => ({ oid, path: null }));
  return { pseudoRefs, others: [...others, ...indexed] };
}

/** Everything that an index names, of any worktree. */
async function listIndexed(repository: Repository, options: GitOptions): Promise<WalkStart[]> {
  const others = await listOtherWorktrees(repository);
  const places = [
    ...(repository.workTree === null ? [] : [repository]),
    ...others.map(({ indexFile }) => ({ ...repository, indexFile })),
  ];
  const entries = await Promise.all(
    places.map((place) => listIndexEntries(place, { ...options, resolved: true })),
  );
  return entries.flat().filter(({ kind }) => kind !== 'submodule');
}

/** Reflogs that git lets name nothing but commits, which its walk of these knows. */
const LOGS_OF_COMMITS = /^(?:HEAD$|refs\/heads\/)/;
/** A reflog that is larger, in bytes, git is to read. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * What reflogs name that may be no commits: those of tags, of remotes, whose tags some keep there, and of whatever else
 * somebody has made a ref of. Null when they cannot be read.
 */
async function listLogged(repository: Repository): Promise<ObjectId[] | null> {
  const ids: ObjectId[] = [];
  for (const folder of await listGitFolders(repository)) {
    const logs = join(folder, 'logs');
    const entries = await files
      .readdir(logs, { withFileTypes: true, recursive: true })
      .catch(emptyWhenUnreadable);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory() || LOGS_OF_COMMITS.test(path.slice(logs.length + 1))) continue;
      // A link may lead to more of them.
      if (!entry.isFile()) return null;
      const text = await readLog(path);
      if (text === null) return null;
      for (const line of text.split('\n')) {
        const [before = '', after = ''] = line.split(' ', 2);
        ids.push(...[before, after].flatMap((id) => parseObjectId(id) ?? []));
      }
    }
  }
  return ids.filter((oid) => !isNothing(oid));
}

/** Null for one that is too large, or gone meanwhile. */
async function readLog(path: string): Promise<string | null> {
  try {
    return (await files.stat(path)).size > MOST_BYTES ? null : await files.readFile(path, 'latin1');
  } catch {
    return null;
  }
}
