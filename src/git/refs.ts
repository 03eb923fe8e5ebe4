import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, runGit } from './process.ts';
import { readFetchHead } from './pseudo-refs.ts';
import { listFetchDestinations } from './remotes.ts';
import type { Repository } from './repository.ts';

/** Something that keeps objects reachable. */
export type Ref = {
  /** In full (`refs/heads/main`), or `HEAD` where that names a commit itself. */
  readonly name: string;
  /** What it points to: a commit mostly; for an annotated tag the tag. */
  readonly target: ObjectId;
  /** What is left when tags are followed to their end; null when that is missing. */
  readonly peeled: ObjectId | null;
  /** Whether what it points to is known to be at a remote. */
  readonly pushed: boolean;
  readonly isCurrentBranch: boolean;
};

/**
 * All refs, detached HEADs of all worktrees, and FETCH_HEAD. In a bare repository all of them count as
 * pushed: nobody commits there, what it has was fetched or pushed.
 */
export async function listRefs(repository: Repository, options: GitOptions = {}): Promise<Ref[]> {
  const format = '%(objectname) %(HEAD) %(refname)';
  const [output, destinations, detached, fetched] = await Promise.all([
    runGit(repository, ['for-each-ref', `--format=${format}`], options),
    repository.bare ? [] : listFetchDestinations(repository),
    listDetachedHeads(repository),
    readFetchHead(repository),
  ]);
  const named = output.toString('utf8').split('\n').flatMap(parseRefLine);
  const heads = detached.map((target) => ({ name: 'HEAD', target, isCurrentBranch: false }));
  const remote = fetched.map((target) => ({ name: 'FETCH_HEAD', target, isCurrentBranch: false }));
  const refs = [...named, ...heads, ...remote];
  const peeled = await peel(repository, [...new Set(refs.map(({ target }) => target))], options);
  return refs.map((ref) => ({
    ...ref,
    peeled: peeled.get(ref.target) ?? null,
    pushed: repository.bare || isFetched(ref.name, destinations),
  }));
}

/** Where services keep what was pushed to them for review; nobody makes such refs by hand. */
const REMOTE_NAMESPACES = [
  'refs/remotes/',
  'refs/pull/',
  'refs/merge-requests/',
  'refs/changes/',
  'FETCH_HEAD',
];

/** @param destinations right-hand sides of fetch refspecs, such as `refs/remotes/origin/*`. */
function isFetched(name: string, destinations: readonly string[]): boolean {
  if (REMOTE_NAMESPACES.some((namespace) => name.startsWith(namespace))) return true;
  return destinations.some((destination) => {
    const star = destination.indexOf('*');
    if (star === -1) return name === destination;
    return name.startsWith(destination.slice(0, star)) && name.endsWith(destination.slice(star + 1));
  });
}

function parseRefLine(line: string): Pick<Ref, 'name' | 'target' | 'isCurrentBranch'>[] {
  const [id = '', ...rest] = line.split(' ');
  const target = parseObjectId(id);
  // `%(HEAD)` is a space or an asterisk.
  const name = rest.at(-1) ?? '';
  return target === null ? [] : [{ name, target, isCurrentBranch: rest[0] === '*' }];
}

/** Follows tags to their end, in one process. Asking for `^{}` in a list never fails as a whole. */
async function peel(
  repository: Repository,
  ids: readonly ObjectId[],
  options: GitOptions,
): Promise<Map<ObjectId, ObjectId>> {
  const peeled = new Map<ObjectId, ObjectId>();
  if (ids.length === 0) return peeled;
  const args = ['cat-file', '--batch-check=%(objectname)', '--buffer'];
  const input = ids.map((oid) => `${oid}^{}\n`).join('');
  const answers = (await runGit(repository, args, { ...options, input })).toString('latin1').split('\n');
  for (const [index, oid] of ids.entries()) {
    const end = parseObjectId(answers[index] ?? '');
    if (end !== null) peeled.set(oid, end);
  }
  return peeled;
}

/** Commits that a worktree has checked out without a branch. */
async function listDetachedHeads(repository: Repository): Promise<ObjectId[]> {
  const worktrees = join(repository.commonDir, 'worktrees');
  const names = await readdir(worktrees).catch(() => []);
  const folders = [repository.commonDir, repository.gitDir, ...names.map((name) => join(worktrees, name))];
  const heads = await Promise.all([...new Set(folders)].map((folder) => readDetachedHead(folder)));
  return [...new Set(heads.flatMap((head) => head ?? []))];
}

async function readDetachedHead(folder: string): Promise<ObjectId | null> {
  const text = await readFile(join(folder, 'HEAD'), 'latin1').catch(() => '');
  return parseObjectId(text.trim());
}
