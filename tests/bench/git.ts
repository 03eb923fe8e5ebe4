import { type SimpleGitOptions, simpleGit } from 'simple-git';
import { neutralEnvironment } from '../support/git-repo.ts';

/**
 * Runs git in `folder`, which is one of ours or trusted, and returns its stdout. The program itself does not use
 * simple-git: it reads its output as a stream, and starts every git in one place, hardened against the repository.
 */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const environment = neutralEnvironment();
  const options: Partial<SimpleGitOptions> = {
    baseDir: folder,
    allowEnvironment: Object.keys(environment),
    // What it warns of is our own environment's, and keeps everybody's configuration out.
    unsafe: { allowUnsafeConfigPaths: true },
  };
  return simpleGit(options)
    .env(environment)
    .raw([...args]);
}
