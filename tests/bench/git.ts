import { simpleGit } from 'simple-git';
import { gitEnvironment } from '../../src/git/environment.ts';

/**
 * Runs git in `folder`, which is one of ours or trusted, and returns its stdout. The program itself does not use
 * simple-git: it reads its output as a stream, and starts every git in one place, hardened against the repository.
 */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const environment = gitEnvironment(null);
  const options = { baseDir: folder, allowEnvironment: Object.keys(environment) };
  return simpleGit(options)
    .env(environment)
    .raw([...args]);
}
