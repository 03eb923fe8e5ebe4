import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * The objects of the index that a partial clone has left at its remote. They have to be known before
 * `cat-file` is asked for them, which would try to fetch each. In other repositories none: there
 * `cat-file` says what is missing.
 */
export async function listMissingIndexObjects(
  repository: Repository,
  options: GitOptions = {},
): Promise<ReadonlySet<ObjectId>> {
  if (!repository.partialClone) return new Set();
  const args = ['rev-list', '--objects', '--no-object-names', '--missing=print', '--indexed-objects'];
  const output = (await runGit(repository, args, options)).toString('latin1');
  const missing = output.split('\n').filter((line) => line.startsWith('?'));
  return new Set(missing.flatMap((line) => parseObjectId(line.slice(1)) ?? []));
}
