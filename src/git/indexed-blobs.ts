import { listHeadBlobs } from './head-blobs.ts';
import { listIndexEntries } from './index-entries.ts';
import type { ObjectId } from './object-id.ts';
import type { GitOptions } from './process.ts';
import type { Repository } from './repository.ts';
import { listOtherWorktrees } from './worktrees.ts';

/**
 * Blobs that the indexes of all work trees name and the commit that is checked out here does not have, each with the
 * first path at which one has it.
 * @throws GitError when an index cannot be read.
 */
export async function listIndexedBlobs(
  repository: Repository,
  options: GitOptions = {},
): Promise<ReadonlyMap<ObjectId, string>> {
  const others = await listOtherWorktrees(repository);
  const indexes = [
    ...(repository.workTree === null ? [] : [repository]),
    ...others.map(({ indexFile }) => ({ ...repository, indexFile })),
  ];
  if (indexes.length === 0) return new Map();
  const [committed, ...entries] = await Promise.all([
    listHeadBlobs(repository, options),
    ...indexes.map((place) => listIndexEntries(place, { ...options, resolved: true })),
  ]);
  const blobs = entries.flat().filter(({ kind, oid }) => kind !== 'submodule' && !committed.has(oid));
  return new Map(blobs.toReversed().map(({ oid, path }) => [oid, path]));
}
