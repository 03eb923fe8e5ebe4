import { chmod, lstat, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';
import { makeFolder } from '../make-folder.ts';
import { isOurs, PREVIOUS_SUFFIX } from './hook-script.ts';

/** What stands where a hook would. */
export type HookFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'ours'; readonly text: string; readonly isExecutable: boolean }
  | { readonly kind: 'other'; readonly text: string | null; readonly isExecutable: boolean };

const EXECUTABLE = 0o111;
const LARGEST_HOOK = 1024 * 1024;

export async function readHook(path: string): Promise<HookFile> {
  const stats = await stat(path).catch(() => null);
  if (stats === null)
    return (await isThere(path)) ? { kind: 'other', text: null, isExecutable: false } : { kind: 'none' };
  const isExecutable = process.platform === 'win32' || (stats.mode & EXECUTABLE) !== 0;
  const text = stats.isFile() && stats.size <= LARGEST_HOOK ? await readFile(path, 'utf8') : null;
  return text !== null && isOurs(text)
    ? { kind: 'ours', text, isExecutable }
    : { kind: 'other', text, isExecutable };
}

/**
 * Puts a hook in its place. One of somebody else's is kept beside it, and our script runs it first.
 * @returns whether there was another one.
 * @throws UserError where no hook can be, and where two of somebody else's would have to be kept.
 */
export async function writeHook(path: string, text: string): Promise<boolean> {
  await makeHookFolder(dirname(path));
  const { kind } = await readHook(path);
  const previous = `${path}${PREVIOUS_SUFFIX}`;
  if (kind === 'other' && (await isThere(previous))) {
    throw new UserError(
      `the hook ${escapeControls(path)} took the place of ours, and the one that was there before both is still beside it: put one of the two into ${escapeControls(path)}, and remove ${escapeControls(previous)}`,
    );
  }
  const temporary = join(dirname(path), `.keypetrel-hook-${process.pid}`);
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: 0o755 });
    await chmod(temporary, 0o755);
    if (kind === 'other') await rename(path, previous);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return kind === 'other';
}

/**
 * Takes our hook out, and puts the one back that was there before.
 * @returns null when there was none of ours.
 */
export async function removeHook(path: string): Promise<{ readonly isRestored: boolean } | null> {
  if ((await readHook(path)).kind !== 'ours') return null;
  const previous = `${path}${PREVIOUS_SUFFIX}`;
  if (await isThere(previous)) {
    await rename(previous, path);
    return { isRestored: true };
  }
  await rm(path);
  return { isRestored: false };
}

/** As with `core.hooksPath=/dev/null`, by which all hooks are turned off. */
async function makeHookFolder(path: string): Promise<void> {
  try {
    await makeFolder(path);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is no folder, so git runs no hooks' : code;
    throw new UserError(`cannot install hooks in ${escapeControls(path)}: ${reason}`, { cause: error });
  }
}

/** Also for a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
