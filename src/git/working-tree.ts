import { listIndexEntries } from './index-entries.ts';
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

export type WorkingTreeOptions = GitOptions & {
  /** Ignored files as well. */
  readonly ignored?: boolean;
  /** Only these files and what is below these folders, relative to the top; none means all. */
  readonly paths?: readonly string[];
};

/** The files of the work tree, each once: tracked ones in the order of the index, then the others. */
export async function listWorkingTree(
  repository: Repository,
  options: WorkingTreeOptions = {},
): Promise<WorkingFile[]> {
  const [entries, untracked, ignored] = await Promise.all([
    listIndexEntries(repository, options),
    listOthers(repository, 'untracked', options),
    options.ignored === true ? listOthers(repository, 'ignored', options) : [],
  ]);
  const tracked: WorkingFile[] = [];
  let last: Buffer | null = null;
  for (const { kind, path, pathBytes } of entries) {
    // The stages of a conflict stand next to each other under the same path.
    if (last?.equals(pathBytes)) continue;
    last = pathBytes;
    tracked.push({ state: 'tracked', kind, path, pathBytes });
  }
  return [...tracked, ...untracked, ...ignored];
}

async function listOthers(
  repository: Repository,
  state: 'untracked' | 'ignored',
  options: WorkingTreeOptions,
): Promise<WorkingFile[]> {
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
  const files: WorkingFile[] = [];
  await splitStream(git.stdout, NUL, (part) => {
    const pathBytes = Buffer.from(part);
    // The type of a link is found out when it is opened; a folder's name ends with a slash.
    const kind = part.at(-1) === 0x2f ? 'submodule' : 'file';
    files.push({ state, kind, path: decodePath(pathBytes), pathBytes });
  });
  expectSuccess(repository, args, await git.exit);
  return files;
}
