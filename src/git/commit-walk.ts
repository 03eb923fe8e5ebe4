import { readObjects } from './cat-file.ts';
import { CommitGraph } from './commit-graph.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { type GitOptions, startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { readShallowCommits } from './shallow.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

export type CommitWalkOptions = GitOptions & {
  /** Every commit of the object database. */
  readonly allObjects?: boolean;
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
  const graph = new CommitGraph(repository.objectFormat === 'sha256' ? 64 : 40);
  const stored = options.allObjects === true ? await listStoredCommits(repository, options) : [];
  const roots = ['--all', '--reflog', '--stdin', '--end-of-options'];
  const git = startGit(repository, ['rev-list', '--parents', '--timestamp', ...roots], options);
  git.stdin.end([...tips, ...stored].map((oid) => `${oid}\n`).join(''));
  await splitStream(git.stdout, NEWLINE, (line) => addLine(graph, line));
  const { code } = await git.exit;
  if (code === 0) return { graph, complete: true };
  options.signal?.throwIfAborted();
  const every = stored.length > 0 ? stored : await listStoredCommits(repository, options);
  await readCommits(repository, every, graph, options);
  return { graph, complete: false };
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

async function listStoredCommits(repository: Repository, options: GitOptions): Promise<ObjectId[]> {
  const format = '--batch-check=%(objectname) %(objecttype)';
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', format];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const commits: ObjectId[] = [];
  await splitStream(git.stdout, NEWLINE, (line) => {
    const text = line.toString('latin1');
    const oid = text.endsWith(' commit') ? parseObjectId(text.slice(0, text.indexOf(' '))) : null;
    if (oid !== null) commits.push(oid);
  });
  await git.exit;
  return commits;
}

/** Bytes of a commit that its header may take: an octopus has a line for each parent. */
const MAX_HEADER = 64 * 1024;

async function readCommits(
  repository: Repository,
  commits: readonly ObjectId[],
  graph: CommitGraph,
  options: GitOptions,
): Promise<void> {
  const cut = await readShallowCommits(repository);
  let header = '';
  const receiver = {
    begin: () => {
      header = '';
    },
    part: (bytes: Buffer) => {
      if (header.length < MAX_HEADER) header += bytes.toString('latin1', 0, MAX_HEADER);
    },
    end: ({ oid }: { oid: ObjectId }) => addCommit(graph, oid, header, cut.has(oid)),
    missing: () => {},
    corrupt: () => {},
  };
  await readObjects(repository, [commits.map((oid) => ({ oid }))], receiver, options);
}

/** Header lines, the parents before the committer, then an empty line and the message. */
function addCommit(graph: CommitGraph, oid: ObjectId, text: string, isCut: boolean): void {
  const end = text.indexOf('\n\n');
  const header = end === -1 ? text : text.slice(0, end);
  const parents = isCut ? [] : [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = '']) => id);
  const seconds = /^committer .*> (-?\d{1,15}) /m.exec(header)?.[1] ?? '0';
  graph.add(
    [oid, ...parents].map((id) => Buffer.from(id, 'latin1')),
    Number(seconds),
  );
}
