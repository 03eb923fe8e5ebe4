import { expectSuccess, type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

/**
 * Calls `onName` with the name of each ref, in full.
 * @throws GitError when git does not list them to the end, after those that it has listed.
 */
export async function listRefNames(
  repository: Repository,
  onName: (name: string) => void,
  options: GitOptions = {},
): Promise<void> {
  const args = ['for-each-ref', '--format=%(refname)'];
  const git = startGit(repository, args, options);
  git.stdin.end();
  await splitStream(git.stdout, NEWLINE, (line) => onName(line.toString('utf8')));
  expectSuccess(repository, args, await git.exit);
}
