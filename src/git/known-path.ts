import { listIndexEntries } from './index-entries.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * Whether the index or a commit that a ref or the reflog reaches has, or had, something at a path. Where git cannot
 * walk the history to its end, anything may have been there.
 * @param path a file or folder, relative to the top of the repository, with `/`.
 */
export async function isKnownPath(
  repository: Repository,
  path: string,
  options: GitOptions,
): Promise<boolean> {
  const staged = await listIndexEntries(repository, { ...options, paths: [path] }).catch(() => []);
  if (staged.length > 0) return true;
  // Without --full-history, a branch whose changes a merge did not take would not be looked into.
  const args = ['rev-list', '--all', '--reflog', '--max-count=1', '--full-history', '--end-of-options', '--'];
  const git = startGit(repository, [...args, path], options);
  git.stdin.end();
  let isFound = false;
  for await (const chunk of git.stdout) isFound ||= chunk.length > 0;
  return (await git.exit).code !== 0 || isFound;
}
