import { existsSync, promises as files } from 'node:fs';
import { join } from 'node:path';
import type { CommitGraph } from './commit-graph.ts';
import { walkCommits } from './commit-walk.ts';
import { emptyWhenUnreadable } from './empty-when-unreadable.ts';
import { listIndexed } from './indexed-blobs.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import type { GitOptions } from './process.ts';
import { listGitFolders, listPseudoRefs } from './pseudo-refs.ts';
import { isNothing } from './raw-log.ts';
import type { Repository } from './repository.ts';
import { listRefTargets, listTipCommits } from './tips.ts';

/** An object from which a walk of the history starts. */
export type WalkStart = {
  readonly oid: ObjectId;
  /** The path that an index has it at, or null. */
  readonly path: string | null;
  /** Whether only a reflog names it: git passes over what has been pruned since. */
  readonly mayBeGone?: boolean;
};

/** Where a walk of the history starts, and the commits that it meets. */
export type WalkBasis = {
  /** What refs and pseudo refs name, commits too; what reflogs name that may be no commits; and what indexes name. */
  readonly starts: readonly WalkStart[];
  readonly graph: CommitGraph;
  /** As `listTips` gives them, when they are asked for. */
  readonly tips: readonly ObjectId[] | null;
};

/**
 * What is needed to walk a history without git, but for the objects.
 * @param wantsTips whether the tips are asked for.
 * @returns null where only git itself can tell: a history that is broken, reflogs in tables, and very large ones.
 * @throws GitError when refs or an index cannot be read.
 */
export async function findWalkBasis(
  repository: Repository,
  wantsTips: boolean,
  options: GitOptions = {},
): Promise<WalkBasis | null> {
  if (existsSync(join(repository.commonDir, 'reftable'))) return null;
  const pseudoRefs = await listPseudoRefs(repository, options);
  const [{ graph, complete }, targets, logged, indexed, commits] = await Promise.all([
    walkCommits(repository, pseudoRefs, options),
    listRefTargets(repository, options),
    listLogged(repository),
    listIndexed(repository, options),
    wantsTips ? listTipCommits(repository, options) : null,
  ]);
  if (!complete || logged === null) return null;
  const named = [...new Set([...targets, ...pseudoRefs])].map((oid): WalkStart => ({ oid, path: null }));
  const past = [...new Set(logged)].map((oid): WalkStart => ({ oid, path: null, mayBeGone: true }));
  const tips = commits === null ? null : [...new Set([...pseudoRefs, ...commits, ...targets])];
  return { starts: [...named, ...past, ...indexed], graph, tips };
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
