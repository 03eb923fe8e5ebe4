import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { runGit } from '../git/process.ts';
import type { Repository } from '../git/repository.ts';

/** Where git looks for a repository's hooks, and why there. */
export type HookFolder = {
  readonly path: string;
  /** The scope of `core.hooksPath`; `default` when it is not set. */
  readonly origin: 'default' | 'system' | 'global' | 'local' | 'worktree';
};

type Scope = Exclude<HookFolder['origin'], 'default'>;

const SCOPES: readonly Scope[] = ['system', 'global', 'local', 'worktree'];

/** The folder that git runs hooks from: `core.hooksPath` of any scope, else `hooks` in the shared git folder. */
export async function hookFolderOf(repository: Repository): Promise<HookFolder> {
  const set = (await readHooksPaths(repository.cwd)).at(-1);
  if (set === undefined) return { path: join(repository.commonDir, 'hooks'), origin: 'default' };
  // A relative path is relative to where hooks run: the top of the work tree, or the git folder.
  return { path: resolve(repository.workTree ?? repository.gitDir, set.value), origin: set.scope };
}

/** The folder of `core.hooksPath` in the user's own configuration; null when it is not set. */
export async function globalHookFolder(cwd: string): Promise<string | null> {
  const set = (await readHooksPaths(cwd)).findLast(({ scope }) => scope === 'global');
  return set === undefined ? null : resolve(homedir(), set.value);
}

/** Where hooks for all repositories of a user go when there is no such folder yet. */
export function ownGlobalFolder(env: Readonly<Record<string, string | undefined>>): string {
  const config = env['XDG_CONFIG_HOME'] || (process.platform === 'win32' ? env['APPDATA'] : undefined);
  return join(config || join(homedir(), '.config'), 'keypetrel', 'hooks');
}

/** Whether a folder lies in the work tree, so that its hooks may be shared with others through git. */
export function isInWorkTree(folder: string, { workTree, commonDir }: Repository): boolean {
  if (workTree === null || isBelow(folder, commonDir)) return false;
  return isBelow(folder, workTree);
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

/** Every `core.hooksPath` from weakest to strongest scope; our own `-c core.hooksPath` is of the scope `command`. */
async function readHooksPaths(cwd: string): Promise<{ scope: Scope; value: string }[]> {
  const args = ['config', '--show-scope', '--type=path', '-z', '--get-all', 'core.hooksPath'];
  const output = await runGit({ cwd, indexFile: null }, args, { okCodes: [0, 1] });
  const fields = output.toString('utf8').split('\0');
  const paths: { scope: Scope; value: string }[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const scope = SCOPES.find((each) => each === fields[at]);
    const value = fields[at + 1];
    if (scope !== undefined && value !== undefined && value !== '') paths.push({ scope, value });
  }
  return paths;
}
