import { type ObjectId, parseObjectId } from './object-id.ts';
import type { GitOptions } from './process.ts';
import type { Repository } from './repository.ts';
import { eachPath } from './tree-paths.ts';

/**
 * The ids of all blobs in the commit that is checked out; empty while there is none. Where a tree of it cannot be
 * read, those that git met before: whoever asks only spares himself to read them again.
 */
export async function listHeadBlobs(
  repository: Repository,
  options: GitOptions = {},
): Promise<Set<ObjectId>> {
  const blobs = new Set<ObjectId>();
  if (repository.head === null) return blobs;
  await eachPath(repository, repository.head, options, (part) => {
    const [, type, oid = ''] = Buffer.from(part).toString('latin1', 0, 100).split(/[ \t]/, 3);
    const parsed = type === 'blob' ? parseObjectId(oid) : null;
    if (parsed) blobs.add(parsed);
  });
  return blobs;
}
