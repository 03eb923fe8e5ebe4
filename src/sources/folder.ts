import { type Dirent, lstat, readdir, stat } from 'node:fs';
import type { Options } from 'fast-glob';
import type { Coverage } from './coverage.ts';
import type { FileToRead } from './file-reader.ts';
import { FolderNames } from './folder-names.ts';
import { GitignoreRules } from './gitignore.ts';

export type FolderOptions = {
  /** Absolute. */
  readonly root: string;
  /** Relative to the root, with `/`; empty for the root itself. */
  readonly folder: string;
  /** Whether `.gitignore` files count. */
  readonly gitignore: boolean;
  readonly signal?: AbortSignal | undefined;
};

/**
 * The regular files below a folder that no repository tells about, dotfiles included. `.git` is never entered
 * and no link followed; links, special files, ignored paths, repositories and folders that cannot be read are counted.
 */
export async function* listFolder(options: FolderOptions, coverage: Coverage): AsyncIterable<FileToRead> {
  const [{ default: glob }, { default: createMatcher }] = await Promise.all([
    import('fast-glob'),
    import('ignore'),
  ]);
  const names = new FolderNames();
  const rules = options.gitignore ? new GitignoreRules(createMatcher) : null;
  const base = joinPath(options.root, options.folder);
  if (rules !== null) enterParents(rules, options);
  const files = glob.stream('**', {
    cwd: base,
    dot: true,
    unique: false,
    followSymbolicLinks: false,
    fs: {
      lstat,
      stat,
      // Only this of `readdir`'s forms is ever called, on all versions of Node that we run on.
      readdir: prunedReaddir(base, options, names, rules, coverage) as unknown as FileSystem['readdir'],
    },
  });
  for await (const file of files) {
    options.signal?.throwIfAborted();
    const below = joinPath(options.folder, String(file));
    yield { path: names.toText(below), pathBytes: names.toBytes(below), state: 'unversioned' };
  }
}

/** The rules above the folder hold in it too. */
function enterParents(rules: GitignoreRules, { root, folder }: FolderOptions): void {
  const segments = folder === '' ? [] : folder.split('/');
  for (let depth = 0; depth < segments.length; depth += 1) {
    const parent = segments.slice(0, depth).join('/');
    rules.enter(parent === '' ? '' : `${parent}/`, joinPath(root, parent));
  }
}

type FileSystem = Required<NonNullable<Options['fs']>>;

type Readdir = (
  path: string,
  options: { withFileTypes: true },
  done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
) => void;

/** A `readdir` for fast-glob that shows only what is to be walked. */
function prunedReaddir(
  base: string,
  options: FolderOptions,
  names: FolderNames,
  rules: GitignoreRules | null,
  coverage: Coverage,
): Readdir {
  return (path, _, done) => {
    const below = path.slice(base.length).replace(/^\/+/, '');
    const relative = joinPath(options.folder, below);
    const folder = relative === '' ? '' : `${relative}/`;
    const absolute = Buffer.concat([Buffer.from(`${base}/`), names.toBytes(below)]);
    readdir(absolute, { withFileTypes: true, encoding: 'buffer' }, (error, entries) => {
      if (error !== null) {
        coverage.skip(error.code === 'ENOENT' ? 'vanished' : 'unreadable', names.toText(folder) || '.');
        done(null, []);
        return;
      }
      rules?.enter(folder, absolute.toString());
      const shown: Dirent[] = [];
      for (const entry of entries) {
        const name = names.encode(entry.name);
        const path = entry.isDirectory() ? `${folder}${name}/` : `${folder}${name}`;
        if (name === '.git') {
          // Whose folder was named, whoever scans knows.
          if (below !== '') coverage.skip('repository', names.toText(folder));
        } else if (rules?.ignores(path)) coverage.skip('ignored', names.toText(path));
        else if (entry.isSymbolicLink()) coverage.skip('symbolic-link', names.toText(path));
        else if (entry.isDirectory() || entry.isFile()) shown.push(namedEntry(name, entry));
        else coverage.skip('special-file', names.toText(path));
      }
      done(null, shown);
    });
  };
}

/** The entry under another name: `Dirent` cannot be made. */
function namedEntry(name: string, entry: Dirent<Buffer>): Dirent {
  return Object.create(entry, { name: { value: name, enumerable: true } }) as Dirent;
}

function joinPath(folder: string, name: string): string {
  if (folder === '') return name;
  return name === '' ? folder : `${folder.replace(/\/$/, '')}/${name}`;
}
