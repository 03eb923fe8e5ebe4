import { FEW_WINDOWS } from './environment.ts';
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
  return startWalk(repository, ['--all', '--reflog', '--indexed-objects'], walkInput(tips, []), options);
}

/**
 * The same for what `tips` reach and `known` do not, at least for most of that: git leaves out what it comes by.
 */
export function startWalkOfNew(
  repository: Repository,
  tips: readonly ObjectId[],
  known: readonly ObjectId[],
  options: GitOptions,
): GitProcess {
  // What an index names, git would list whether it is known or not.
  return startWalk(repository, ['--all', '--reflog'], walkInput(tips, known), options);
}

function startWalk(
  repository: Repository,
  roots: readonly string[],
  input: string,
  options: GitOptions,
): GitProcess {
  const args = ['rev-list', '--objects', '--missing=print', ...roots, '--stdin', '--end-of-options'];
  const git = startGit(repository, [...FEW_WINDOWS, ...args], options);
  git.stdin.end(input);
  return git;
}

/** What a walk reads from standard input. @param known what these reach is left out. */
export function walkInput(tips: readonly ObjectId[], known: readonly ObjectId[]): string {
  return [...tips.map((oid) => `${oid}\n`), ...known.map((oid) => `^${oid}\n`)].join('');
}
