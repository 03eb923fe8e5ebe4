import type { ObjectId } from './object-id.ts';
import { type ContentType, ObjectTable } from './object-table.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, type GitProcess, gitFailure, startGit } from './process.ts';
import { listPseudoRefs } from './pseudo-refs.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, splitStream } from './split-stream.ts';

export type ListOptions = GitOptions & {
  /** Unreachable objects as well. */
  readonly allObjects?: boolean;
};

/** What cannot be read, found while listing. */
export type ListProblem = {
  readonly reason: 'missing-object' | 'corrupt-object';
  /** Object id, or the ref that names it. */
  readonly example: string;
};

/** An object to read. */
export type ListedObject = {
  readonly oid: ObjectId;
  readonly type: ContentType;
  /** One path at which it was met, or null. */
  readonly path: string | null;
};

export type ObjectList = {
  /** Objects to read, in the order in which they lie in the packs: reading in that order is fastest. */
  readonly objects: () => Iterable<ListedObject>;
  readonly count: number;
  readonly problems: readonly ListProblem[];
};

/**
 * Lists every blob, commit and tag that is reachable from a ref, HEAD, a reflog or an index, of all
 * worktrees, each once. When the walk stops at a missing or broken commit, every object that is there is
 * listed instead, so that nothing behind the break is lost.
 * @throws GitError when the object database cannot be listed at all.
 */
export async function listObjects(repository: Repository, options: ListOptions = {}): Promise<ObjectList> {
  const hexLength = repository.objectFormat === 'sha256' ? 64 : 40;
  const table = new ObjectTable(hexLength);
  const problems: ListProblem[] = [];
  const pseudoRefs = await listPseudoRefs(repository, options);
  // Both run at once; the walk's output waits in its pipe until the table is there to look ids up in.
  const walk = startWalk(repository, pseudoRefs, options);
  let walked: boolean;
  try {
    await listStored(repository, table, problems, options);
    walked = await markReachable(walk, table, problems, hexLength);
  } finally {
    walk.kill();
  }
  const everything = options.allObjects === true || !walked;
  const isListed = (place: number): boolean => everything || table.isWanted(place);
  let count = 0;
  for (let place = 0; place < table.size; place += 1) if (isListed(place)) count += 1;
  return { count, problems, objects: () => listed(table, isListed) };
}

function* listed(table: ObjectTable, isListed: (place: number) => boolean): Iterable<ListedObject> {
  for (let place = 0; place < table.size; place += 1) {
    if (!isListed(place)) continue;
    yield { oid: table.idAt(place), type: table.typeAt(place), path: table.pathAt(place) };
  }
}

/** Fills the table with all objects of the database, in pack order. */
async function listStored(
  repository: Repository,
  table: ObjectTable,
  problems: ListProblem[],
  options: GitOptions,
): Promise<void> {
  const format = '--batch-check=%(objectname) %(objecttype)';
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', format];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const hexLength = repository.objectFormat === 'sha256' ? 64 : 40;
  await splitStream(git.stdout, NEWLINE, (line) => {
    const word = readListedWord(line, hexLength + 1);
    if (word === 'missing') {
      // The entry is there, but its header cannot be read.
      problems.push({ reason: 'corrupt-object', example: line.toString('latin1', 0, hexLength) });
    } else if (word !== 'tree') table.add(line, 0, word);
  });
  const exit = await git.exit;
  if (exit.code === 0) return;
  if (table.size === 0) expectSuccess(repository, args, exit);
  problems.push({ reason: 'corrupt-object', example: gitFailure(repository, args, exit).message });
}

/** The type in a line of `--batch-check`, told by its first letters: there are millions of lines. */
function readListedWord(line: Buffer, at: number): ContentType | 'tree' | 'missing' {
  switch (line[at]) {
    case 0x62:
      return 'blob';
    case 0x63:
      return 'commit';
    case 0x74:
      return line[at + 1] === 0x61 ? 'tag' : 'tree';
    default:
      return 'missing';
  }
}

function startWalk(repository: Repository, tips: readonly ObjectId[], options: GitOptions): GitProcess {
  const roots = ['--all', '--reflog', '--indexed-objects'];
  const args = ['rev-list', '--objects', '--missing=print', ...roots, '--stdin', '--end-of-options'];
  const git = startGit(repository, args, options);
  git.stdin.end(tips.map((oid) => `${oid}\n`).join(''));
  return git;
}

/**
 * Marks what the walk meets and notes paths.
 * @returns false when the walk stopped early, and what it did not reach is unknown.
 */
async function markReachable(
  walk: GitProcess,
  table: ObjectTable,
  problems: ListProblem[],
  hexLength: number,
): Promise<boolean> {
  const space = 0x20;
  const questionMark = 0x3f;
  await splitStream(walk.stdout, NEWLINE, (line) => {
    if (line[0] === questionMark) {
      problems.push({ reason: 'missing-object', example: line.toString('latin1', 1, hexLength + 1) });
      return;
    }
    const place = table.find(line, 0);
    if (place !== -1) {
      table.want(place);
      if (line.length > hexLength + 1) table.setPath(place, decodePath(line.subarray(hexLength + 1)));
    } else if (line[hexLength] !== space) {
      // Commits stand alone on their line; what is not in the table otherwise is a tree. A commit-graph
      // can name a commit that is not there.
      problems.push({ reason: 'missing-object', example: line.toString('latin1', 0, hexLength) });
    }
  });
  const exit = await walk.exit;
  if (exit.code === 0) return true;
  problems.push(describeBreak(exit.stderr, table));
  return false;
}

/** What the walk stopped at: git names an object it could not read, or a ref that points to nothing. */
function describeBreak(stderr: string, table: ObjectTable): ListProblem {
  const named =
    /(?:Could not read|unable to (?:read|parse|load)[a-z ]*|bad object|object) '?([0-9a-f]{40,64})/i.exec(
      stderr,
    )?.[1];
  if (named !== undefined) {
    const isThere = table.find(Buffer.from(named, 'latin1'), 0) !== -1;
    return { reason: isThere ? 'corrupt-object' : 'missing-object', example: named };
  }
  const ref = /bad object (\S+)/.exec(stderr)?.[1];
  return { reason: 'missing-object', example: ref ?? stderr.split('\n', 1)[0] ?? '' };
}
