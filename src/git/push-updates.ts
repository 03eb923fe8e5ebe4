import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import type { CommitRange } from './range.ts';
import type { Repository } from './repository.ts';

/** One ref that a push changes; null for an object that is not: a new ref at the remote, or a deleted one. */
export type PushUpdate = { readonly local: ObjectId | null; readonly remote: ObjectId | null };

/** Parses what git gives a pre-push hook: `<local ref> <local id> <remote ref> <remote id>` on each line (githooks(5)). */
export function parsePushUpdates(text: string): PushUpdate[] {
  return text.split('\n').flatMap((line) => {
    // The local side may be an expression with blanks in it, such as `HEAD@{1 day ago}`.
    const [remoteId, , localId] = line.trim().split(' ').reverse();
    if (localId === undefined || remoteId === undefined) return [];
    return [{ local: existingId(localId), remote: existingId(remoteId) }];
  });
}

/** Zeros stand for no object. */
function existingId(text: string): ObjectId | null {
  return /^0+$/.test(text) ? null : parseObjectId(text);
}

/**
 * What a push sends and the remote does not have yet, as far as this clone knows: neither what the refs point to that
 * are updated, nor anything that was fetched from it.
 * @param remote its name, or its URL where it has none.
 */
export async function pushRange(
  repository: Repository,
  remote: string,
  updates: readonly PushUpdate[],
  options: GitOptions = {},
): Promise<Extract<CommitRange, { kind: 'reachable' }>> {
  return {
    kind: 'reachable',
    from: updates.flatMap(({ local }) => local ?? []),
    without: [
      ...updates.flatMap(({ remote: known }) => known ?? []),
      ...(await fetchedFrom(repository, remote, options)),
    ],
  };
}

/** The commit that an expression stands for; null when it stands for none. */
export async function commitNamed(
  repository: Repository,
  name: string,
  options: GitOptions = {},
): Promise<ObjectId | null> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`];
  const output = await runGit(repository, args, { ...options, okCodes: [0, 1, 128] });
  return parseObjectId(output.toString('latin1').trim());
}

/** The ends of all branches that were fetched from a remote. */
async function fetchedFrom(repository: Repository, remote: string, options: GitOptions): Promise<ObjectId[]> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)'];
  const output = (await runGit(repository, args, options)).toString('utf8');
  const prefix = `refs/remotes/${remote}/`;
  return output.split('\n').flatMap((line) => {
    const end = line.indexOf(' ');
    return line.startsWith(prefix, end + 1) ? (parseObjectId(line.slice(0, end)) ?? []) : [];
  });
}
