import type { Dir } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { decodePath } from '../git/path-name.ts';
import type { Coverage } from './coverage.ts';
import type { FileToRead } from './file-reader.ts';
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

/** Entries of a folder that the system hands out at once. */
const ENTRIES_AT_ONCE = 256;

/**
 * The regular files below a folder that no repository tells about, dotfiles included. `.git` is never entered
 * and no link followed; links, special files, ignored paths, repositories and folders that cannot be read are counted.
 * Nothing is listed before it is asked for, and no file is kept in mind: there may be millions.
 */
export async function* listFolder(options: FolderOptions, coverage: Coverage): AsyncIterable<FileToRead> {
  const rules = options.gitignore ? await rulesAbove(options) : null;
  const top = options.folder === '' ? '' : `${options.folder}/`;
  /** Folders that are still to be listed, as bytes of which each is one character: these take the least memory. */
  const pending = [Buffer.from(top).toString('latin1')];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    options.signal?.throwIfAborted();
    const bytes = Buffer.from(folder, 'latin1');
    for await (const entry of entriesOf(bytes, options, coverage, rules)) {
      if (entry.isFolder) pending.push(Buffer.concat([bytes, entry.name, SLASH]).toString('latin1'));
      else {
        const pathBytes = Buffer.concat([bytes, entry.name]);
        yield { path: decodePath(pathBytes), pathBytes, state: 'unversioned' };
      }
    }
  }
}

const SLASH = Buffer.from('/');

/** The rules above the folder hold in it too. */
async function rulesAbove({ root, folder }: FolderOptions): Promise<GitignoreRules> {
  const { default: createMatcher } = await import('ignore');
  const rules = new GitignoreRules(createMatcher);
  const segments = folder === '' ? [] : folder.split('/');
  for (let depth = 0; depth < segments.length; depth += 1) {
    const parent = segments.slice(0, depth).map((segment) => `${segment}/`);
    rules.enter(parent.join(''), `${root}/${parent.join('')}`);
  }
  return rules;
}

type Entry = { readonly name: Buffer; readonly isFolder: boolean };

/**
 * The files and folders in a folder that are to be read; what is not is counted.
 * @param folder relative to the root, empty or with a slash at its end.
 */
async function* entriesOf(
  folder: Buffer,
  { root, folder: top }: FolderOptions,
  coverage: Coverage,
  rules: GitignoreRules | null,
): AsyncIterable<Entry> {
  const text = decodePath(folder);
  const absolute = Buffer.concat([Buffer.from(`${root}/`), folder]);
  rules?.enter(text, absolute.toString());
  try {
    for await (const entry of await openFolder(absolute)) {
      // Its type is that of a name as text.
      const name = entry.name as unknown as Buffer;
      const path = `${text}${decodePath(name)}`;
      if (name.equals(GIT)) {
        // Whose folder was named, whoever scans knows.
        if (text !== '' && text !== `${top}/`) coverage.skip('repository', text);
      } else if (rules?.ignores(entry.isDirectory() ? `${path}/` : path)) {
        coverage.skip('ignored', entry.isDirectory() ? `${path}/` : path);
      } else if (entry.isSymbolicLink()) coverage.skip('symbolic-link', path);
      else if (entry.isDirectory() || entry.isFile()) yield { name, isFolder: entry.isDirectory() };
      else coverage.skip('special-file', path);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    coverage.skip(code === 'ENOENT' ? 'vanished' : 'unreadable', text || '.');
  }
}

const GIT = Buffer.from('.git');

/** A folder whose names are bytes, which the types do not know of: https://nodejs.org/api/fs.html#fspromisesopendirpath-options */
function openFolder(path: Buffer): Promise<Dir> {
  return opendir(path, { encoding: 'buffer' as BufferEncoding, bufferSize: ENTRIES_AT_ONCE });
}
