import { CommitGraph } from './commit-graph.ts';
import type { KnownHistory } from './known-history.ts';
import { readObjectHeaders } from './object-headers.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { walkInput } from './object-walk.ts';
import { type GitOptions, startGit } from './process.ts';
import { hashLengthOf, type Repository } from './repository.ts';
import { readShallowCommits } from './shallow.ts';
import { NEWLINE, splitStream } from './split-stream.ts';
import { listStoredObjects, type StoredObjects } from './stored-objects.ts';
import { listTips } from './tips.ts';

export type CommitWalkOptions = GitOptions & {
  /** Every commit of the object database. */
  readonly allObjects?: boolean;
  /** Commits that need not be walked again. */
  readonly known?: Pick<KnownHistory, 'tips' | 'makeGraph'> | null;
  /** All from which the walk starts, where they have been listed. */
  readonly listedTips?: readonly ObjectId[] | null;
};

export type WalkedCommits = {
  readonly graph: CommitGraph;
  /** False when git could not walk to the end. Then all commits of the object database are in the graph. */
  readonly complete: boolean;
};

/**
 * The commits that refs, HEADs and reflogs of all worktrees, and `tips`, reach. Where the history is broken, git's walk
 * ends there: then every commit that is there is read on its own, so that what is known on both sides of the break is
 * in the graph.
 */
export async function walkCommits(
  repository: Repository,
  tips: readonly ObjectId[],
  options: CommitWalkOptions = {},
): Promise<WalkedCommits> {
  if (options.known?.makeGraph != null) {
    const { tips: old, makeGraph } = options.known;
    const graph = await walkNewCommits(repository, tips, old, makeGraph(), options);
    if (graph !== null) return { graph, complete: true };
  }
  const graph = new CommitGraph(2 * hashLengthOf(repository));
  const stored = options.allObjects === true ? await listStoredCommits(repository, options) : [];
  const walked = await addWalked(repository, walkInput([...tips, ...stored], []), graph, options);
  if (walked) return { graph, complete: true };
  options.signal?.throwIfAborted();
  const every = stored.length > 0 ? stored : await listStoredCommits(repository, options);
  await readCommits(repository, every, graph, options);
  return { graph, complete: false };
}

/** @returns whether git came to the end. */
async function addWalked(
  repository: Repository,
  input: string,
  graph: CommitGraph,
  options: GitOptions,
): Promise<boolean> {
  const roots = ['--all', '--reflog', '--stdin', '--end-of-options'];
  const git = startGit(repository, ['rev-list', '--parents', '--timestamp', ...roots], options);
  git.stdin.end(input);
  await splitStream(git.stdout, NEWLINE, (line) => addLine(graph, line));
  return (await git.exit).code === 0;
}

/**
 * Adds the new commits to a graph of the known, and takes out what nothing reaches any more.
 * @returns null when git cannot tell.
 */
async function walkNewCommits(
  repository: Repository,
  tips: readonly ObjectId[],
  known: readonly ObjectId[],
  graph: CommitGraph,
  options: CommitWalkOptions,
): Promise<CommitGraph | null> {
  const [all, walked] = await Promise.all([
    options.listedTips ?? listTips(repository, options),
    addWalked(repository, walkInput(tips, known), graph, options),
  ]);
  if (!walked || graph.missing().length > 0) return null;
  const reached = graph.ancestors(all.flatMap((oid) => graph.find(oid) ?? []));
  return reached.every((mark) => mark === 1) ? graph : graph.only(reached);
}

const SPACE = 32;

/** `<seconds> <oid> <parents…>`. */
function addLine(graph: CommitGraph, line: Buffer): void {
  const words: Buffer[] = [];
  let start = 0;
  for (let end = line.indexOf(SPACE); end !== -1; end = line.indexOf(SPACE, start)) {
    words.push(line.subarray(start, end));
    start = end + 1;
  }
  words.push(line.subarray(start));
  const [seconds, ...ids] = words;
  if (seconds !== undefined) graph.add(ids, Number(seconds.toString('latin1')));
}

/** Every commit that is there, also where git gives up on a part of the database. */
async function listStoredCommits(repository: Repository, options: GitOptions): Promise<ObjectId[]> {
  const hexLength = 2 * hashLengthOf(repository);
  const commits = new Set<ObjectId>();
  const receiver: StoredObjects = {
    object(line, type) {
      const oid = type === 'commit' ? parseObjectId(line.toString('latin1', 0, hexLength)) : null;
      if (oid !== null) commits.add(oid);
    },
    // Whoever reads the contents tells of these.
    corrupt: () => {},
    broken: () => {},
  };
  await listStoredObjects(repository, receiver, options);
  return [...commits];
}

async function readCommits(
  repository: Repository,
  commits: readonly ObjectId[],
  graph: CommitGraph,
  options: GitOptions,
): Promise<void> {
  const cut = await readShallowCommits(repository);
  const onHeader = (oid: ObjectId, header: string) => addCommit(graph, oid, header, cut.has(oid));
  await readObjectHeaders(repository, commits, onHeader, options);
}

/** Header lines, the parents before the committer. */
function addCommit(graph: CommitGraph, oid: ObjectId, header: string, isCut: boolean): void {
  const parents = isCut ? [] : [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = '']) => id);
  const seconds = /^committer .*> (-?\d{1,15}) /m.exec(header)?.[1] ?? '0';
  graph.add(
    [oid, ...parents].map((id) => Buffer.from(id, 'latin1')),
    Number(seconds),
  );
}
