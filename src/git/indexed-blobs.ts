import { listHeadBlobs } from './head-blobs.ts';
import { type IndexEntry, listIndexEntries } from './index-entries.ts';
import type { ObjectId } from './object-id.ts';
import type { GitOptions } from './process.ts';
import type { Repository } from './repository.ts';
import { listIndexes } from './worktrees.ts';

/**
 * Everything of this repository that the indexes of all work trees name, the sides of resolved conflicts among it.
 * @throws GitError when an index cannot be read.
 */
export async function listIndexed(
  repository: Repository,
  options: GitOptions = {},
): Promise<readonly IndexEntry[]> {
  const indexes = await listIndexes(repository);
  const entries = await Promise.all(
    indexes.map(({ place }) => listIndexEntries(place, { ...options, resolved: true })),
  );
  return entries.flat().filter(({ kind }) => kind !== 'submodule');
}

/**
 * Blobs that the indexes of all work trees name and the commit that is checked out here does not have, each with the
 * first path at which one has it.
 * @throws GitError when an index cannot be read.
 */
export async function listIndexedBlobs(
  repository: Repository,
  options: GitOptions = {},
): Promise<ReadonlyMap<ObjectId, string>> {
  const entries = await listIndexed(repository, options);
  if (entries.length === 0) return new Map();
  const committed = await listHeadBlobs(repository, options);
  const blobs = entries.filter(({ oid }) => !committed.has(oid));
  return new Map(blobs.toReversed().map(({ oid, path }) => [oid, path]));
}
