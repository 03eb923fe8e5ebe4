import { accessSync, constants, lstatSync, type Stats, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { readRegularFile } from './pack/open-regular-file.ts';

/** What looks like a repository, and what git does not take for one: its history cannot be read. */
export type DamagedRepository = {
  /** Absolute: a `.git` folder, or a bare repository. */
  readonly gitDir: string;
  /** In words, for behind a colon. */
  readonly reason: string;
};

type FoundRepository = { readonly workTree: string | null; readonly gitDir: string };

/**
 * Looks for a repository that git passed over without a word: to git, one whose `HEAD` is empty, or that it may not
 * enter, is none, and it goes on in the folder above.
 * @param folder where git looked from; absolute, with links resolved.
 * @param found what git found in its place, which ends the search; null when it found none.
 */
export function findDamagedRepository(
  folder: string,
  found: FoundRepository | null,
): DamagedRepository | null {
  const top = found?.workTree ?? found?.gitDir;
  const ceilings = (process.env['GIT_CEILING_DIRECTORIES'] ?? '').split(delimiter);
  const device = statOf(folder)?.dev;
  for (let each = folder; each !== top; each = dirname(each)) {
    // git goes neither above what the user set as a ceiling nor, by default, beyond a mount point.
    if (each !== folder && (ceilings.includes(each) || statOf(each)?.dev !== device)) return null;
    const gitDir = gitFolderOf(each);
    if (gitDir !== null) return gitDir === found?.gitDir ? null : { gitDir, reason: damageOf(gitDir) };
    if (each === dirname(each)) return null;
  }
  return null;
}

function gitFolderOf(folder: string): string | null {
  const gitDir = join(folder, '.git');
  if (statOf(gitDir)?.isDirectory() === true) return looksLikeGit(gitDir) ? gitDir : null;
  return looksBare(folder) ? folder : null;
}

/** An empty `.git` is no repository; one that cannot be looked into may well be. */
function looksLikeGit(gitDir: string): boolean {
  return !mayBeEntered(gitDir) || ['HEAD', 'objects', 'refs'].some((name) => isThere(join(gitDir, name)));
}

/** All that makes a bare repository, or but one part of it: folders have such names for other reasons as well. */
function looksBare(folder: string): boolean {
  const isFolder = (name: string) => statOf(join(folder, name))?.isDirectory() === true;
  if (!isFolder('objects')) return false;
  const hasStore = isFolder('objects/pack') || isFolder('objects/info');
  const parts = [isFolder('refs'), isThere(join(folder, 'HEAD')), hasStore];
  return parts.filter(Boolean).length >= 2;
}

/** What git's own test (`is_git_directory` in setup.c) stumbles over. */
function damageOf(gitDir: string): string {
  if (!mayBeEntered(gitDir)) return 'it may not be entered';
  for (const name of ['objects', 'refs']) {
    if (!isThere(join(gitDir, name))) return `it has no folder "${name}"`;
    if (!mayBeEntered(join(gitDir, name))) return `its folder "${name}" may not be entered`;
  }
  return damageOfHead(join(gitDir, 'HEAD')) ?? 'git does not take it for a repository';
}

function damageOfHead(head: string): string | null {
  if (!isThere(head)) return 'it has no HEAD';
  try {
    const text = readRegularFile(head).toString('latin1');
    if (text.trim() === '') return 'its HEAD is empty';
    return /^(?:ref:\s*refs\/|[0-9a-f]{40})/.test(text)
      ? null
      : 'its HEAD names neither a branch nor a commit';
  } catch {
    return 'its HEAD may not be read';
  }
}

function mayBeEntered(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Also a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
