import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

const QUESTION_MARK = 0x3f;

/**
 * The objects of the index that a partial clone has left at its remote. They have to be known before
 * `cat-file` is asked for them, which would try to fetch each. In other repositories none: there
 * `cat-file` says what is missing. Empty too where git cannot walk the index, and the network is then forbidden to it.
 */
export async function listMissingIndexObjects(
  repository: Repository,
  options: GitOptions = {},
): Promise<ReadonlySet<ObjectId>> {
  if (!repository.partialClone) return new Set();
  const args = ['rev-list', '--objects', '--no-object-names', '--missing=print', '--indexed-objects'];
  const missing = new Set<ObjectId>();
  const git = startGit(repository, args, options);
  git.stdin.end();
  await splitStream(git.stdout, NEWLINE, (line) => {
    const oid = line[0] === QUESTION_MARK ? parseObjectId(line.toString('latin1', 1)) : null;
    if (oid !== null) missing.add(oid);
  });
  await git.exit;
  return missing;
}
