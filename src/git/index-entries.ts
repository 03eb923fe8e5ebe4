import { type ObjectId, parseObjectId } from './object-id.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** What an index entry is, by its mode. */
export type EntryKind = 'file' | 'symbolic-link' | 'submodule';

export type IndexEntry = {
  readonly kind: EntryKind;
  readonly oid: ObjectId;
  /** 0; in a merge conflict 1 (base), 2 (ours) and 3 (theirs). */
  readonly stage: number;
  /** Relative to the top of the work tree, as text; see `decodePath`. */
  readonly path: string;
  /** The bytes of the path, to open the file by. */
  readonly pathBytes: Buffer;
};

export type IndexOptions = GitOptions & {
  /** Only these files and what is below these folders, relative to the top of the work tree; none means all. */
  readonly paths?: readonly string[];
  /** Also the sides of conflicts that have been resolved, which the index keeps to undo that: at the end. */
  readonly resolved?: boolean;
};

/** The entries of the index, in its order. */
export async function listIndexEntries(
  repository: Repository,
  options: IndexOptions = {},
): Promise<IndexEntry[]> {
  const entries: IndexEntry[] = [];
  await eachIndexEntry(repository, (entry) => void entries.push(entry), options);
  return entries;
}

/** The same for a repository of any size: gives them one by one, and keeps none. */
export async function eachIndexEntry(
  repository: Repository,
  take: (entry: IndexEntry) => void,
  options: IndexOptions = {},
): Promise<void> {
  const resolved = options.resolved === true ? ['--resolve-undo'] : [];
  const args = ['ls-files', '--stage', ...resolved, '--full-name', '-z', '--', ...(options.paths ?? [])];
  const git = startGit(repository, args, options);
  git.stdin.end();
  await splitStream(git.stdout, NUL, (part) => {
    const entry = parseIndexEntry(part);
    if (entry !== null) take(entry);
  });
  expectSuccess(repository, args, await git.exit);
}

/** Parses one entry of `git ls-files --stage -z`: `<mode> <oid> <stage>\t<path>`; null when it is none. */
export function parseIndexEntry(part: Buffer): IndexEntry | null {
  const tab = part.indexOf('\t');
  const [mode = '', id = '', stage = ''] = part.toString('latin1', 0, Math.max(tab, 0)).split(' ');
  const oid = parseObjectId(id);
  if (oid === null) return null;
  const pathBytes = Buffer.from(part.subarray(tab + 1));
  return { kind: kindOfMode(mode), oid, stage: Number(stage), path: decodePath(pathBytes), pathBytes };
}

/** What an entry with this octal mode is. */
export function kindOfMode(mode: string): EntryKind {
  if (mode === '160000') return 'submodule';
  return mode === '120000' ? 'symbolic-link' : 'file';
}
