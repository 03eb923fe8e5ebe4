import type { ObjectId } from './object-id.ts';
import { parseObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import { listPseudoRefs } from './pseudo-refs.ts';
import type { Repository } from './repository.ts';

/**
 * The objects from which a walk of the history starts, each once: what refs, HEADs and reflogs of all worktrees name,
 * and pseudo refs. What only an index names is not among them.
 * @throws GitError when git cannot read the refs.
 */
export async function listTips(repository: Repository, options: GitOptions = {}): Promise<ObjectId[]> {
  const lists = await Promise.all([
    listPseudoRefs(repository, options),
    listTipCommits(repository, options),
    listRefTargets(repository, options),
  ]);
  return [...new Set(lists.flat())];
}

/** The commits that refs, HEAD and reflogs name; of a tag what it stands for. @throws GitError as `listTips` does. */
export async function listTipCommits(repository: Repository, options: GitOptions = {}): Promise<ObjectId[]> {
  const args = ['rev-list', '--no-walk=unsorted', '--all', '--reflog', '--end-of-options'];
  return parseIds(await runGit(repository, args, options));
}

/** What refs name: commits, tags, and in odd cases trees and blobs. @throws GitError as `listTips` does. */
export async function listRefTargets(repository: Repository, options: GitOptions = {}): Promise<ObjectId[]> {
  return parseIds(await runGit(repository, ['for-each-ref', '--format=%(objectname)'], options));
}

function parseIds(output: Buffer): ObjectId[] {
  return output
    .toString('latin1')
    .split('\n')
    .flatMap((line) => parseObjectId(line) ?? []);
}
