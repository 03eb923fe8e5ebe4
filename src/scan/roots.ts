import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { findDamagedRepository } from '../git/damaged-repository.ts';
import { GitError, reasonOf } from '../git/git-error.ts';
import type { LinkedHistory } from '../git/linked-history.ts';
import { discoverRepository, type Repository, startingFolder } from '../git/repository.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { RootMemory } from './root-memory.ts';

/** A folder or repository to scan, and what of it. */
export type Root = {
  /** Absolute; paths in reports are relative to it. */
  readonly folder: string;
  /** What stands before its paths in reports: empty, or where it lies in the repository around it, with `/`. */
  readonly prefix: string;
  readonly repository: Repository | null;
  /** What was asked for and is there, absolute. Empty when only the index or the history can have it. */
  readonly paths: readonly string[];
  /**
   * Whether a path relative to the folder was asked for; null stands for what has no path, such as
   * commit messages, and belongs to the whole repository only.
   */
  readonly isInScope: (path: string | null) => boolean;
  /** What cannot be read whatever the scan looks at: a repository that git does not take for one. */
  readonly gaps: readonly string[];
  /** What is known of the history from before; set while that is scanned. */
  readonly memory?: RootMemory | null;
  /** What the objects of the history name; set when that has been read. */
  readonly links?: { linked: LinkedHistory | null };
};

/** What of one folder or repository was asked for. */
type Group = {
  readonly repository: Repository | null;
  /** What is there, absolute. */
  readonly paths: string[];
  /** What is not there (any more), relative to the repository. */
  readonly past: string[];
  readonly gaps: Set<string>;
};

/**
 * Sorts paths by the repository that they are in. A path that is not there may be one of the index or the history.
 * @throws {UserError} for a path that is nowhere, and for a repository that git refuses.
 */
export async function findRoots(paths: readonly string[], options: ScanOptions = {}): Promise<Root[]> {
  if (options.target === 'stdin') return [NOWHERE];
  const groups = new Map<string, Group>();
  for (const path of paths) {
    const place = locate(path, options);
    const gaps = new Set<string>();
    const repository = await discoverOrGap(place.folder, options, gaps);
    const folder = repository?.workTree ?? repository?.gitDir ?? folderOf(place.folder);
    const group = groups.get(folder) ?? { repository, paths: [], past: [], gaps };
    groups.set(folder, group);
    for (const gap of gaps) group.gaps.add(gap);
    const inside = below(folder, join(place.folder, place.rest));
    if (repository !== null && (place.rest !== '' || (repository.workTree === null && inside !== ''))) {
      const { isKnownPath } = await import('../git/known-path.ts');
      if (await isKnownPath(repository, inside, options)) group.past.push(inside);
      else if (place.rest === '') group.paths.push(place.folder);
      else throw notThere(path, ', and no commit has one');
    } else if (place.rest !== '') throw notThere(path);
    else group.paths.push(place.folder);
    if (gaps.size > 0) continue;
    const damaged = findDamagedRepository(startingFolder(place.folder), repository);
    if (damaged !== null) group.gaps.add(`${gitFolderName(folder, damaged.gitDir)}: ${damaged.reason}`);
  }
  return [...groups].map(([folder, { repository, paths: existing, past, gaps }]) => ({
    folder,
    prefix: '',
    repository,
    paths: existing,
    isInScope: scopeOf(folder, repository, existing, past),
    gaps: [...gaps],
  }));
}

/** A repository that git cannot open at all leaves files, which can be scanned, and a gap. */
async function discoverOrGap(
  path: string,
  options: ScanOptions,
  gaps: Set<string>,
): Promise<Repository | null> {
  try {
    return await discoverRepository(path, { indexFile: options.indexFile ?? null, signal: options.signal });
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof GitError)) throw error;
    gaps.add(reasonOf(error));
    return null;
  }
}

/** What comes on standard input lies in no folder. */
const NOWHERE: Root = {
  folder: '',
  prefix: '',
  repository: null,
  paths: [],
  isInScope: () => true,
  gaps: [],
};

/** A path as far as it is there, and the rest of it, which may be in the history; `rest` is mostly empty. */
type Place = { readonly folder: string; readonly rest: string };

/** Only what is searched beyond the disk can have a path that is not on it. */
function locate(path: string, { target = 'auto' }: ScanOptions): Place {
  const mayBePast = target !== 'files';
  let rest = '';
  for (let absolute = resolve(path); ; absolute = dirname(absolute)) {
    try {
      return { folder: realpathSync.native(absolute), rest };
    } catch (error) {
      const { code = 'unknown error' } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        throw new UserError(`cannot open ${JSON.stringify(path)} (${code})`);
      if (!mayBePast) throw notThere(path);
      rest = join(basename(absolute), rest);
    }
  }
}

function notThere(path: string, more = ''): UserError {
  return new UserError(`there is no file or folder ${JSON.stringify(path)}${more}`);
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** A repository within the work tree of another one, to be scanned as one of its own; or what is wrong with it. */
export async function openNested(
  outer: Root,
  path: string,
  options: ScanOptions,
): Promise<Root | { readonly gap: string } | null> {
  const folder = join(outer.folder, path);
  // Reached by a link, it lies somewhere else.
  if (realPathOf(folder) !== folder) return null;
  try {
    const repository = await discoverRepository(folder, { signal: options.signal });
    if (repository?.workTree === folder) {
      const prefix = `${outer.prefix}${path}/`;
      return { folder, prefix, repository, paths: [folder], isInScope: () => true, gaps: [] };
    }
    const damaged = findDamagedRepository(folder, repository);
    return damaged === null
      ? null
      : { gap: `${gitFolderName(outer.folder, damaged.gitDir)}: ${damaged.reason}` };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof UserError || error instanceof GitError)) throw error;
    return { gap: `${path}: ${error.message}` };
  }
}

function realPathOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

/** As it stands in reports. */
function gitFolderName(folder: string, gitDir: string): string {
  const inside = below(folder, gitDir);
  return inside === '' || inside.startsWith('..') ? gitDir : inside;
}

function scopeOf(
  folder: string,
  repository: Repository | null,
  paths: readonly string[],
  past: readonly string[],
): (path: string | null) => boolean {
  const inside = [...paths.map((path) => below(folder, path)), ...past];
  const isWhole =
    inside.includes('') ||
    (repository !== null && repository.workTree === null && paths.length > 0) ||
    inside.some((path) => path.startsWith('..'));
  if (isWhole) return () => true;
  return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}

/** The path of something relative to a folder, with `/`; empty for the folder itself. */
function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
