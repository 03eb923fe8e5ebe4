import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { discoverRepository, type Repository } from '../git/repository.ts';

/** A folder or repository to scan, and what of it. */
export type Root = {
  /** Absolute; paths in reports are relative to it. */
  readonly folder: string;
  readonly repository: Repository | null;
  /** What was asked for, absolute. */
  readonly paths: readonly string[];
  /**
   * Whether a path relative to the folder was asked for; null stands for what has no path, such as
   * commit messages, and belongs to the whole repository only.
   */
  readonly isInScope: (path: string | null) => boolean;
};

/**
 * Sorts paths by the repository that they are in.
 * @param indexFile see `ScanOptions`.
 * @throws {UserError} for a path that does not exist.
 */
export async function findRoots(
  paths: readonly string[],
  indexFile: string | null,
  signal?: AbortSignal,
): Promise<Root[]> {
  const groups = new Map<string, { repository: Repository | null; paths: string[] }>();
  for (const path of paths) {
    const absolute = await existingPath(path);
    const repository = await discoverRepository(absolute, { indexFile, signal });
    const folder =
      repository === null ? await folderOf(absolute) : (repository.workTree ?? repository.gitDir);
    const group = groups.get(folder) ?? { repository, paths: [] };
    group.paths.push(absolute);
    groups.set(folder, group);
  }
  return [...groups].map(([folder, group]) => ({
    folder,
    ...group,
    isInScope: scopeOf(folder, group.repository, group.paths),
  }));
}

async function existingPath(path: string): Promise<string> {
  try {
    return await realpath(resolve(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UserError(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `there is no file or folder ${JSON.stringify(path)}`
        : `cannot open ${JSON.stringify(path)} (${code ?? 'unknown error'})`,
    );
  }
}

async function folderOf(path: string): Promise<string> {
  return (await stat(path)).isDirectory() ? path : dirname(path);
}

function scopeOf(
  folder: string,
  repository: Repository | null,
  paths: readonly string[],
): (path: string | null) => boolean {
  const inside = paths.map((path) => relative(folder, path).split(sep).join('/'));
  const isWhole =
    inside.includes('') ||
    (repository !== null && repository.workTree === null) ||
    inside.some((path) => path.startsWith('..'));
  if (isWhole) return () => true;
  return (path) => path !== null && inside.some((each) => path === each || path.startsWith(`${each}/`));
}
