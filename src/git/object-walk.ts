import type { ObjectId } from './object-id.ts';
import { type GitOptions, type GitProcess, startGit } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * Starts git's walk over everything that refs, HEAD, reflogs and indexes of all worktrees, and `tips`, reach. It
 * prints `<oid>` of a commit, `<oid> <path>` of another object, `?<oid>` of one that is missing, each once.
 */
export function startObjectWalk(
  repository: Repository,
  tips: readonly ObjectId[],
  options: GitOptions,
): GitProcess {
  const roots = ['--all', '--reflog', '--indexed-objects'];
  const args = ['rev-list', '--objects', '--missing=print', ...roots, '--stdin', '--end-of-options'];
  const git = startGit(repository, [...SMALL_WINDOWS, ...args], options);
  git.stdin.end(tips.map((oid) => `${oid}\n`).join(''));
  return git;
}

/** By default git maps whole packs: a repository's worth of memory, for nothing. */
const SMALL_WINDOWS = ['-c', 'core.packedGitWindowSize=8m', '-c', 'core.packedGitLimit=32m'];
