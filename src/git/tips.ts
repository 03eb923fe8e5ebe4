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
  const roots = ['--all', '--reflog', '--end-of-options'];
  const lists = await Promise.all([
    listPseudoRefs(repository, options),
    // Commits only: of a tag what it stands for.
    runGit(repository, ['rev-list', '--no-walk=unsorted', ...roots], options).then(parseIds),
    runGit(repository, ['for-each-ref', '--format=%(objectname)'], options).then(parseIds),
  ]);
  return [...new Set(lists.flat())];
}

function parseIds(output: Buffer): ObjectId[] {
  return output
    .toString('latin1')
    .split('\n')
    .flatMap((line) => parseObjectId(line) ?? []);
}
