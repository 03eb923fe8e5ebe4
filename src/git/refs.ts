import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { textOrNothing } from './pack/open-regular-file.ts';
import { expectSuccess, type GitOptions, runGit, startGit } from './process.ts';
import { readFetchHead } from './pseudo-refs.ts';
import { listStashes } from './reflog.ts';
import { listRemotes, type Remote } from './remotes.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

/** What a ref is to people, in the order in which they would name one. */
export type RefKind = (typeof REF_KINDS)[number];
export const REF_KINDS = [
  'branch',
  'remote-branch',
  'tag',
  'head',
  'stash',
  'note',
  'pull-request',
  'fetched',
  'other',
] as const;

/** Something that keeps objects reachable. */
export type Ref = {
  /** As git understands it: `refs/heads/main`, `refs/stash@{1}`, or `HEAD` where that names a commit itself. */
  readonly name: string;
  readonly kind: RefKind;
  /** What it points to: a commit mostly; for an annotated tag the tag. */
  readonly target: ObjectId;
  /** What is left when tags are followed to their end; null when that is missing. */
  readonly peeled: ObjectId | null;
  /** The remote that is known to have what it points to; null when none is. */
  readonly remote: string | null;
  readonly isCurrentBranch: boolean;
};

/** In place of the name of a remote: the repository itself, which is bare, so that what it has was pushed to it. */
export const THIS_REPOSITORY = '.';
/** In place of the name of a remote: some remote, and the clone does not say which. */
export const SOME_REMOTE = '?';

export type RefList = {
  readonly refs: readonly Ref[];
  /** Names of refs that are there and cannot be read. What they kept reachable is not known. */
  readonly broken: readonly string[];
};

/**
 * All refs, every stash, detached HEADs of all worktrees, and FETCH_HEAD. In a bare repository all of them count as
 * pushed: nobody commits there, what it has was fetched or pushed.
 */
export async function listRefs(repository: Repository, options: GitOptions = {}): Promise<RefList> {
  const [{ named, broken }, remotes, detached, fetched] = await Promise.all([
    listNamed(repository, options),
    listRemotes(repository, options),
    listDetachedHeads(repository),
    readFetchHead(repository),
  ]);
  const stashes = named.some(({ name }) => name === STASH) ? await listStashes(repository, options) : [];
  const all: FoundRef[] = [
    // The stash itself is the first of its reflog, where there is one.
    ...named.filter(({ name }) => name !== STASH || stashes.length === 0),
    ...stashes,
    ...detached.map((target) => ({ name: 'HEAD', target })),
    ...fetched.map((target) => ({ name: 'FETCH_HEAD', target })),
  ];
  const peeled = await peel(repository, [...new Set(all.map(({ target }) => target))], options);
  const refs = all.map(
    ({ name, target, isCurrentBranch = false }): Ref => ({
      name,
      kind: kindOf(name),
      target,
      peeled: peeled.get(target) ?? null,
      remote: repository.bare ? remoteOfBare(remotes) : remoteOf(name, remotes),
      isCurrentBranch,
    }),
  );
  return { refs, broken };
}

type FoundRef = { readonly name: string; readonly target: ObjectId; readonly isCurrentBranch?: boolean };

const STASH = 'refs/stash';

async function listNamed(
  repository: Repository,
  options: GitOptions,
): Promise<{ named: FoundRef[]; broken: string[] }> {
  const args = ['for-each-ref', '--format=%(objectname) %(HEAD) %(refname)'];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const named: FoundRef[] = [];
  await splitStream(git.stdout, NEWLINE, (line) => {
    const ref = parseRefLine(line, named.at(-1)?.target);
    if (ref !== null) named.push(ref);
  });
  const exit = await git.exit;
  expectSuccess(repository, args, exit);
  const broken = [...exit.stderr.matchAll(/^(?:warning|error): ignoring broken ref (.+)$/gm)];
  return { named, broken: broken.map(([, name = '']) => name) };
}

/**
 * `<oid> <space or asterisk> <name>`. There may be a million: the texts hold no more than their own bytes.
 * @param last the target of the ref before, which is often the same.
 */
function parseRefLine(line: Buffer, last: ObjectId | undefined): FoundRef | null {
  const space = line.indexOf(SPACE);
  const id = line.toString('latin1', 0, Math.max(0, space));
  const target = id === last ? last : parseObjectId(id);
  if (target === null) return null;
  const name = line.toString('utf8', line.lastIndexOf(SPACE) + 1);
  return { name, target, isCurrentBranch: line[space + 1] === ASTERISK };
}

const SPACE = 0x20;
const ASTERISK = 0x2a;

/** Where services keep what was pushed to them for review; nobody makes such refs by hand. */
const REVIEW_NAMESPACES = ['refs/pull/', 'refs/merge-requests/', 'refs/pull-requests/', 'refs/changes/'];

const KINDS: readonly (readonly [string, RefKind])[] = [
  ['refs/heads/', 'branch'],
  ['refs/remotes/', 'remote-branch'],
  ['refs/tags/', 'tag'],
  ['refs/notes/', 'note'],
  [STASH, 'stash'],
  ...REVIEW_NAMESPACES.map((namespace) => [namespace, 'pull-request'] as const),
  ['FETCH_HEAD', 'fetched'],
  ['HEAD', 'head'],
];

/** What a ref is, by its name. */
export function kindOf(name: string): RefKind {
  return KINDS.find(([start]) => name.startsWith(start))?.[1] ?? 'other';
}

/** Whether a ref of this name is known to be at a remote, and at which. */
function remoteOf(name: string, remotes: readonly Remote[]): string | null {
  const owner = remotes.find(({ destinations }) => destinations.some((pattern) => isIn(pattern, name)));
  if (owner !== undefined) return owner.name;
  const kind = kindOf(name);
  // A remote that has been removed from the configuration leaves its branches behind.
  if (kind === 'remote-branch') return name.split('/')[2] ?? SOME_REMOTE;
  if (kind === 'pull-request' || kind === 'fetched') return onlyOne(remotes) ?? SOME_REMOTE;
  return null;
}

function remoteOfBare(remotes: readonly Remote[]): string {
  return onlyOne(remotes) ?? THIS_REPOSITORY;
}

function onlyOne(remotes: readonly Remote[]): string | null {
  return remotes.length === 1 ? (remotes[0]?.name ?? null) : null;
}

/** @param pattern the right-hand side of a fetch refspec, such as `refs/remotes/origin/*`. */
function isIn(pattern: string, name: string): boolean {
  const star = pattern.indexOf('*');
  if (star === -1) return name === pattern;
  return name.startsWith(pattern.slice(0, star)) && name.endsWith(pattern.slice(star + 1));
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
  return parseObjectId(textOrNothing(join(folder, 'HEAD')).trim());
}
