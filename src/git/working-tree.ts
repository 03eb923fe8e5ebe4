import { ByteStrings } from './byte-strings.ts';
import { eachIndexEntry, type IndexEntry } from './index-entries.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** A file that git knows of or sees in the work tree; a tracked one may have been deleted since. */
export type WorkingFile = {
  readonly state: 'tracked' | 'untracked' | 'ignored';
  /** `submodule` is a folder that is a repository of its own, whether or not the index has it. */
  readonly kind: 'file' | 'symbolic-link' | 'submodule';
  /** Relative to the top of the work tree, as text; see `decodePath`. */
  readonly path: string;
  readonly pathBytes: Buffer;
};

export type WorkingTree = {
  /** Each once: tracked ones in the order of the index, then the others. */
  readonly files: readonly WorkingFiles[];
  /** Folders that git may not look into; there may be files in them that it does not list. */
  readonly unreadable: readonly string[];
};

export type WorkingTreeOptions = GitOptions & {
  /** Ignored files as well. */
  readonly ignored?: boolean;
  /** Only these files and what is below these folders, relative to the top; none means all. */
  readonly paths?: readonly string[];
};

const STATES: readonly WorkingFile['state'][] = ['tracked', 'untracked', 'ignored'];
const KINDS: readonly WorkingFile['kind'][] = ['file', 'symbolic-link', 'submodule'];

/** Files of a work tree, of which there may be millions: each is made anew from what is kept of it when it is asked for. */
export class WorkingFiles implements Iterable<WorkingFile> {
  readonly #paths = new ByteStrings();
  #types = new Uint8Array(1024);

  get count(): number {
    return this.#paths.count;
  }

  add(state: WorkingFile['state'], kind: WorkingFile['kind'], pathBytes: Uint8Array): void {
    const number = this.#paths.add(pathBytes);
    if (number === this.#types.length) {
      const types = new Uint8Array(2 * number);
      types.set(this.#types);
      this.#types = types;
    }
    this.#types[number] = STATES.indexOf(state) * KINDS.length + KINDS.indexOf(kind);
  }

  *[Symbol.iterator](): Generator<WorkingFile, void, undefined> {
    for (let number = 0; number < this.#paths.count; number += 1) {
      const type = this.#types[number] ?? 0;
      const state = STATES[Math.floor(type / KINDS.length)] ?? 'tracked';
      const kind = KINDS[type % KINDS.length] ?? 'file';
      yield new ListedFile(state, kind, this.#paths.at(number));
    }
  }
}

/** Its path as text is worked out when it is asked for: most lists are gone through more than once. */
class ListedFile implements WorkingFile {
  readonly state: WorkingFile['state'];
  readonly kind: WorkingFile['kind'];
  readonly pathBytes: Buffer;

  constructor(state: WorkingFile['state'], kind: WorkingFile['kind'], pathBytes: Buffer) {
    this.state = state;
    this.kind = kind;
    this.pathBytes = pathBytes;
  }

  get path(): string {
    return decodePath(this.pathBytes);
  }
}

/**
 * The files of the work tree.
 * @throws GitError when the index cannot be read.
 */
export async function listWorkingTree(
  repository: Repository,
  options: WorkingTreeOptions = {},
): Promise<WorkingTree> {
  const [tracked, untracked, ignored] = await Promise.all([
    listTracked(repository, options),
    listOthers(repository, 'untracked', options),
    options.ignored === true ? listOthers(repository, 'ignored', options) : NONE,
  ]);
  const unreadable = new Set([...untracked.unreadable, ...ignored.unreadable]);
  return { files: [tracked, ...untracked.files, ...ignored.files], unreadable: [...unreadable] };
}

const NONE: WorkingTree = { files: [], unreadable: [] };

async function listTracked(repository: Repository, options: WorkingTreeOptions): Promise<WorkingFiles> {
  const files = new WorkingFiles();
  let last: Buffer | null = null;
  const add = ({ kind, pathBytes }: IndexEntry): void => {
    // The stages of a conflict stand next to each other under the same path.
    if (last?.equals(pathBytes)) return;
    last = pathBytes;
    files.add('tracked', kind, pathBytes);
  };
  await eachIndexEntry(repository, add, options);
  return files;
}

async function listOthers(
  repository: Repository,
  state: 'untracked' | 'ignored',
  options: WorkingTreeOptions,
): Promise<WorkingTree> {
  const which = state === 'ignored' ? ['--others', '--ignored'] : ['--others'];
  const args = [
    'ls-files',
    '-z',
    '--full-name',
    ...which,
    '--exclude-standard',
    '--',
    ...(options.paths ?? []),
  ];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const files = new WorkingFiles();
  // The type of a link is found out when it is opened; a folder's name ends with a slash.
  await splitStream(git.stdout, NUL, (part) =>
    files.add(state, part.at(-1) === 0x2f ? 'submodule' : 'file', part),
  );
  const exit = await git.exit;
  expectSuccess(repository, args, exit);
  return { files: [files], unreadable: closedFolders(exit.stderr) };
}

/** git lists what it can, warns of the rest, and ends well. */
function closedFolders(stderr: string): string[] {
  const warnings = stderr.matchAll(/^warning: could not open directory '(.*)': (?!No such file)/gm);
  return [...warnings].map(([, folder = '']) => folder);
}

/**
 * What git ignores, as few paths as possible: a folder of which everything is ignored stands for what is in it, and
 * ends with a slash.
 * @param paths see `WorkingTreeOptions`.
 */
export async function listIgnoredPaths(
  repository: Repository,
  options: GitOptions & { readonly paths?: readonly string[] } = {},
): Promise<string[]> {
  const args = [
    'ls-files',
    '-z',
    '--full-name',
    '--others',
    '--ignored',
    '--exclude-standard',
    '--directory',
  ];
  const git = startGit(repository, [...args, '--', ...(options.paths ?? [])], options);
  git.stdin.end();
  const listed: string[] = [];
  await splitStream(git.stdout, NUL, (part) => void listed.push(decodePath(part)));
  await git.exit;
  // A folder in which git goes on to list something is itself not ignored.
  return listed.filter((path, index) => !path.endsWith('/') || listed[index + 1]?.startsWith(path) !== true);
}
