import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

/** Calls `onName` with the name of each ref, in full. Where git cannot list them, its walk of the history says so. */
export async function listRefNames(
  repository: Repository,
  onName: (name: string) => void,
  options: GitOptions = {},
): Promise<void> {
  const git = startGit(repository, ['for-each-ref', '--format=%(refname)'], options);
  git.stdin.end();
  await splitStream(git.stdout, NEWLINE, (line) => onName(line.toString('utf8')));
  await git.exit;
}
