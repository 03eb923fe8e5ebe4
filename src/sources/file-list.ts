import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { escapeControls, GitError, reasonOf } from '../git/git-error.ts';
import type { Repository } from '../git/repository.ts';
import {
  listIgnoredPaths,
  listWorkingTree,
  type WorkingFile,
  type WorkingFiles,
} from '../git/working-tree.ts';
import type { Coverage } from './coverage.ts';
import type { FileToRead } from './file-reader.ts';
import type { FileOptions } from './files.ts';
import { listFolder } from './folder.ts';
import { findNestedRepositories } from './nested-repositories.ts';

export type FileList = {
  /** The root as bytes, with `/` at its end and links resolved. */
  readonly root: Buffer;
  /** Each file once. */
  readonly files: AsyncIterable<FileToRead>;
  /** How many there are, or null while that is not known. */
  readonly total: number | null;
};

/** What `FileOptions` say, with the root resolved. */
type ListOptions = FileOptions & { readonly rootBytes: Buffer };

/** A path that the user named, relative to the root and with `/`; empty for the root. */
type Target = { readonly path: string; readonly isFolder: boolean; readonly inRepository: boolean };

/**
 * Finds the files to read.
 * @throws UserError when a path does not exist, is outside of the root, or is git's own folder.
 */
export async function listFiles(options: FileOptions, coverage: Coverage): Promise<FileList> {
  const root = realpathSync(options.root);
  const targets = (options.paths?.length ? options.paths : [root]).map((path) =>
    toTarget(path, root, options.repository),
  );
  const rootBytes = Buffer.from(root.endsWith(sep) ? root : `${root}${sep}`);
  const inGit = targets.filter((target) => target.inRepository);
  const fromGit = await listWithGit(inGit, { ...options, root, rootBytes }, coverage);
  const outside = fromGit === null ? targets : targets.filter((target) => !target.inRepository);
  return {
    root: rootBytes,
    files: eachOnce(fromGit ?? NOTHING, outside, { ...options, root }, coverage),
    total: outside.length === 0 ? (fromGit?.count ?? 0) : null,
  };
}

/** What git lists. There may be millions: they are not kept as they are given. */
type GitList = {
  readonly files: Iterable<FileToRead>;
  readonly count: number;
  /** Whether one may be among them more than once. */
  readonly mayRepeat: boolean;
};

const NOTHING: GitList = { files: [], count: 0, mayRepeat: false };

/** What git lists; null when it cannot, for example because its index is broken: then folders are just read. */
async function listWithGit(
  targets: readonly Target[],
  options: ListOptions,
  coverage: Coverage,
): Promise<GitList | null> {
  if (options.repository === null || targets.length === 0) return NOTHING;
  try {
    return await listInRepository(options.repository, targets, options, coverage);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    coverage.skip('unreadable', reasonOf(error));
    return null;
  }
}

function toTarget(path: string, root: string, repository: Repository | null): Target {
  // A link that the user names is meant; those that are met on the way are not followed.
  const absolute = resolveNamed(path);
  const below = relative(root, absolute).split(sep).join('/');
  if (below === '..' || below.startsWith('../') || isAbsolute(below)) {
    throw new UserError(`${escapeControls(path)} is outside of ${escapeControls(root)}: scan it on its own`);
  }
  const isFolder = lstatSync(absolute).isDirectory();
  if (isFolder && below.split('/').includes('.git')) {
    throw new UserError(
      `${escapeControls(path)} is git's own folder: its objects are scanned with --history`,
    );
  }
  const inRepository = repository?.workTree != null && !isInNestedRepository(root, below);
  return { path: below, isFolder, inRepository };
}

function resolveNamed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason =
      code === 'ENOENT' || code === 'ENOTDIR' ? 'no such file or folder' : `cannot be read (${code})`;
    throw new UserError(`${escapeControls(path)}: ${reason}`);
  }
}

/** A repository inside of the one that is scanned, such as a submodule, is listed by neither. */
function isInNestedRepository(root: string, path: string): boolean {
  const segments = path === '' ? [] : path.split('/');
  return segments.some((_, index) => existsSync(join(root, ...segments.slice(0, index + 1), '.git')));
}

/** What git lists below the targets; a target that it ignores was named, so it is meant. */
async function listInRepository(
  repository: Repository,
  targets: readonly Target[],
  options: ListOptions,
  coverage: Coverage,
): Promise<GitList> {
  const { signal } = options;
  const takesIgnored = options.gitignore === false;
  const folders = targets.filter(({ isFolder }) => isFolder).map(({ path }) => path);
  const files = targets.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  const listed: WorkingFiles[] = [];
  const unreadable = new Set<string>();
  const list = async (named: readonly string[], ignored: boolean): Promise<void> => {
    const paths = named.includes('') ? [] : named;
    const tree = await listWorkingTree(repository, { signal, ignored, paths });
    listed.push(...tree.files);
    for (const path of tree.unreadable) unreadable.add(path);
  };
  const ignored =
    takesIgnored || folders.length === 0
      ? Promise.resolve([])
      : listIgnoredPaths(repository, { signal, paths: folders.includes('') ? [] : folders });
  ignored.catch(() => {});
  if (folders.length > 0) await list(folders, takesIgnored);
  const silent =
    takesIgnored || folders.includes('') ? [] : folders.filter((folder) => !hasFileIn(listed, folder));
  const named = [...silent, ...files];
  if (named.length > 0) await list(named, true);
  const unlisted = new Set(files);
  for (const { path } of files.length > 0 ? eachOf(listed) : []) unlisted.delete(path);
  for (const path of unreadable) coverage.skip('unreadable', path);
  countIgnored(
    (await ignored).filter((path) => !isBelow(path, silent)),
    coverage,
  );
  reportRepositories(listed, options, coverage);
  let count = unlisted.size;
  for (const file of eachOf(listed)) if (isReadable(file, coverage)) count += 1;
  return { files: readable(listed, unlisted), count, mayRepeat: named.length > 0 };
}

function* eachOf(lists: readonly WorkingFiles[]): Generator<WorkingFile, void, undefined> {
  for (const files of lists) yield* files;
}

function* readable(
  lists: readonly WorkingFiles[],
  unlisted: Iterable<string>,
): Generator<FileToRead, void, undefined> {
  for (const file of eachOf(lists)) if (file.kind === 'file') yield file;
  for (const path of unlisted) yield unversioned(path);
}

/** Files first: they are examples for a reader, and a folder tells less. */
function countIgnored(paths: readonly string[], coverage: Coverage): void {
  const isFolder = (path: string) => path.endsWith('/');
  for (const path of paths) if (!isFolder(path)) coverage.skip('ignored', path);
  for (const path of paths) if (isFolder(path)) coverage.skip('ignored', path);
}

function reportRepositories(lists: readonly WorkingFiles[], options: ListOptions, coverage: Coverage): void {
  const nested = findNestedRepositories(options.rootBytes, eachOf(lists));
  const isCheckedOut = new Set(nested);
  for (const path of nested) {
    if (options.onRepository === undefined) coverage.skip('repository', path);
    else options.onRepository(path);
  }
  for (const file of eachOf(lists)) {
    if (file.kind !== 'submodule') continue;
    if (!isCheckedOut.has(file.path.replace(/\/$/, ''))) coverage.skip('submodule', file.path);
  }
}

function hasFileIn(lists: readonly WorkingFiles[], folder: string): boolean {
  for (const { path } of eachOf(lists)) if (path.startsWith(`${folder}/`)) return true;
  return false;
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

function isReadable(file: WorkingFile, coverage: Coverage): boolean {
  if (file.kind === 'symbolic-link') coverage.skip(file.kind, file.path);
  return file.kind === 'file';
}

function unversioned(path: string): FileToRead {
  return { path, pathBytes: Buffer.from(path), state: 'unversioned' };
}

async function* eachOnce(
  fromGit: GitList,
  outside: readonly Target[],
  options: FileOptions,
  coverage: Coverage,
): AsyncIterable<FileToRead> {
  const seen = new Set<string>();
  // Neither git's whole list nor one folder has anything twice, and there may be millions of files.
  const isAlone =
    !fromGit.mayRepeat && (outside.length === 0 || (fromGit.count === 0 && outside.length === 1));
  const isNew = ({ pathBytes }: FileToRead): boolean => {
    if (isAlone) return true;
    const key = pathBytes.toString('latin1');
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  };
  for (const file of fromGit.files) if (isNew(file)) yield file;
  for (const { path, isFolder } of outside) {
    if (!isFolder) {
      const file = unversioned(path);
      if (isNew(file)) yield file;
      continue;
    }
    const { root, gitignore = true, signal } = options;
    for await (const file of listFolder({ root, folder: path, gitignore, signal }, coverage)) {
      if (isNew(file)) yield file;
    }
  }
}
