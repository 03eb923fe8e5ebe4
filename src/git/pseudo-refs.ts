import { existsSync, promises as files } from 'node:fs';
import { join } from 'node:path';
import { emptyWhenUnreadable } from './empty-when-unreadable.ts';
import { GitError } from './git-error.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import type { Repository } from './repository.ts';

/** Files in the git folder that name commits, and that `--all` does not look at. */
export const PSEUDO_REF_FILES = [
  'FETCH_HEAD',
  'ORIG_HEAD',
  'MERGE_HEAD',
  'CHERRY_PICK_HEAD',
  'REVERT_HEAD',
  'REBASE_HEAD',
  'BISECT_HEAD',
  // What was not committed when a rebase or merge began.
  'MERGE_AUTOSTASH',
  'rebase-merge/autostash',
  'rebase-apply/autostash',
];

/** A FETCH_HEAD has a line for every branch fetched; more than this is no FETCH_HEAD. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Objects that only pseudo refs name, of any worktree: what was fetched without a ref, or an operation that is under
 * way. Those that have been pruned are left out, since a walk would stop at them.
 */
export async function listPseudoRefs(repository: Repository, options: GitOptions = {}): Promise<ObjectId[]> {
  const folders = await listGitFolders(repository);
  const files = folders.flatMap((folder) => PSEUDO_REF_FILES.map((name) => join(folder, name)));
  // `--all` knows the refs of the worktree that it is asked in, and not what the others keep for themselves.
  files.push(
    ...(await Promise.all(folders.map((folder) => filesBelow(join(folder, 'refs'))))).slice(1).flat(),
  );
  const unique = [...new Set((await Promise.all(files.map(readIds))).flat())];
  return unique.length === 0 ? [] : keepExisting(repository, unique, options);
}

/** The same with their names, those that have been pruned among them. */
export async function readPseudoRefs(
  repository: Repository,
): Promise<{ readonly name: string; readonly target: ObjectId }[]> {
  const named = await Promise.all(
    PSEUDO_REF_FILES.filter((name) => !name.includes('/')).map(async (name) => {
      const ids = await readIds(join(repository.gitDir, name));
      return ids.map((target) => ({ name, target }));
    }),
  );
  return named.flat();
}

/** What was last fetched, with or without a ref: it is at a remote. Some of it may have been pruned since. */
export async function readFetchHead(repository: Repository): Promise<ObjectId[]> {
  const folders = await listGitFolders(repository);
  return (await Promise.all(folders.map((folder) => readIds(join(folder, 'FETCH_HEAD'))))).flat();
}

/** The git folders of all worktrees, that which they share first. */
export async function listGitFolders({ commonDir }: Repository): Promise<string[]> {
  const names = await files.readdir(join(commonDir, 'worktrees')).catch(emptyWhenUnreadable);
  return [commonDir, ...names.map((name) => join(commonDir, 'worktrees', name))];
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await files
    .readdir(folder, { withFileTypes: true, recursive: true })
    .catch(emptyWhenUnreadable);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The commits that a merge which is under way brings in. */
export async function readMergeHeads(repository: Repository): Promise<ObjectId[]> {
  const file = join(repository.gitDir, 'MERGE_HEAD');
  // Mostly nothing is merged, and then a hook is spared the millisecond in which Node loads its promises.
  return existsSync(file) ? readIds(file) : [];
}

async function readIds(file: string): Promise<ObjectId[]> {
  try {
    const text = (await readRegularFile(file)) ?? '';
    return text.split('\n').flatMap((line) => parseObjectId(line.split('\t', 1)[0]?.trim() ?? '') ?? []);
  } catch (error) {
    return emptyWhenUnreadable(error);
  }
}

async function readRegularFile(file: string): Promise<string | null> {
  const stats = await files.lstat(file);
  return stats.isFile() && stats.size <= MAX_BYTES ? files.readFile(file, 'latin1') : null;
}

async function keepExisting(
  repository: Repository,
  ids: readonly ObjectId[],
  options: GitOptions,
): Promise<ObjectId[]> {
  // `rev-list --missing` never fetches, which `cat-file` would try in a partial clone; and with
  // `--no-walk --ignore-missing` it prints exactly those that are there.
  const args = ['rev-list', '--no-walk=unsorted', '--ignore-missing', '--missing=allow-any', '--stdin'];
  try {
    const output = await runGit(repository, args, { ...options, input: `${ids.join('\n')}\n` });
    return output
      .toString('latin1')
      .split('\n')
      .flatMap((line) => parseObjectId(line) ?? []);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof GitError)) throw error;
    // One too many stops a walk, which is then told of; one too few is never missed.
    return [...ids];
  }
}
