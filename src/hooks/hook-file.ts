import { chmod, lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
 */
export async function writeHook(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const { kind } = await readHook(path);
  const temporary = join(dirname(path), `.keypetrel-hook-${process.pid}`);
  const file = await open(temporary, 'wx', 0o755);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
  await chmod(temporary, 0o755);
  if (kind === 'other') await rename(path, `${path}${PREVIOUS_SUFFIX}`);
  await rename(temporary, path);
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

/** Also for a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
