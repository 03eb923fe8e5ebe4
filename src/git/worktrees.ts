import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emptyWhenUnreadable } from './empty-when-unreadable.ts';
import { textOrNothing } from './pack/open-regular-file.ts';
import type { Repository } from './repository.ts';

/** A further work tree of a repository. */
export type Worktree = {
  /** Its top folder, absolute; null when that is not known. */
  readonly folder: string | null;
  readonly indexFile: string;
};

/** The work trees that share this repository's objects, without its own. */
export async function listOtherWorktrees(repository: Repository): Promise<Worktree[]> {
  const { commonDir, gitDir } = repository;
  const names = await readdir(join(commonDir, 'worktrees')).catch(emptyWhenUnreadable);
  const linked = names.map((name) => join(commonDir, 'worktrees', name));
  const others = [commonDir, ...linked].filter((folder) => folder !== gitDir);
  return Promise.all(
    others.map(async (folder) => ({
      folder: folder === commonDir ? mainFolder(commonDir) : await linkedFolder(folder),
      indexFile: join(folder, 'index'),
    })),
  );
}

/** An index: the repository as a work tree sees it, and that tree's folder, empty when it is not known. */
export type IndexPlace = { readonly place: Repository; readonly worktree: string | undefined };

/** The indexes of all work trees, this repository's own first, which has no `worktree`; a bare one has none. */
export async function listIndexes(repository: Repository): Promise<IndexPlace[]> {
  const others = await listOtherWorktrees(repository);
  return [
    ...(repository.workTree === null ? [] : [{ place: repository, worktree: undefined }]),
    ...others.map(({ folder, indexFile }) => ({
      place: { ...repository, indexFile },
      worktree: folder ?? '',
    })),
  ];
}

/** The main work tree lies around its git folder, unless it is set up otherwise. */
function mainFolder(commonDir: string): string | null {
  return commonDir.endsWith('.git') ? dirname(commonDir) : null;
}

/** `gitdir` holds the path of the `.git` file in the work tree. */
async function linkedFolder(folder: string): Promise<string | null> {
  const path = Buffer.from(textOrNothing(join(folder, 'gitdir')), 'latin1')
    .toString()
    .replace(/\n$/, '');
  return path === '' ? null : dirname(path);
}
