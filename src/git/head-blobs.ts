import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

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
  const git = startGit(repository, ['ls-tree', '-r', '-z', '--full-tree', repository.head], options);
  git.stdin.end();
  await splitStream(git.stdout, NUL, (part) => {
    // "<mode> SP <type> SP <oid> TAB <path>"
    const [, type, oid = ''] = Buffer.from(part).toString('latin1', 0, 100).split(/[ \t]/, 3);
    const parsed = type === 'blob' ? parseObjectId(oid) : null;
    if (parsed) blobs.add(parsed);
  });
  await git.exit;
  return blobs;
}
