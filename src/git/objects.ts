import type { ObjectId } from './object-id.ts';
import { type ContentType, ObjectTable } from './object-table.ts';
import { startObjectWalk } from './object-walk.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, gitFailure, startGit } from './process.ts';
import { listPseudoRefs } from './pseudo-refs.ts';
import type { Repository } from './repository.ts';
import { NEWLINE, Splitter, splitStream } from './split-stream.ts';

/** An object to read. */
export type ListedObject = {
  readonly oid: ObjectId;
  readonly type: ContentType;
  /** One path at which it was met, or null. */
  readonly path: string | null;
};

/** What cannot be read, found while listing. */
export type ListProblem = {
  readonly reason: 'missing-object' | 'corrupt-object';
  /** Object id, the ref that names it, or git's words. */
  readonly example: string;
};

export type ListOptions = GitOptions & {
  /** Unreachable objects as well. */
  readonly allObjects?: boolean;
  readonly onProblem: (problem: ListProblem) => void;
  /** Called once, at the end, with the number of objects listed. */
  readonly onListed?: (count: number) => void;
};

/** Objects are listed in blocks of at least this many, each in pack order: reading in that order is fastest. */
const BLOCK_SIZE = 1024;

/**
 * Lists every blob, commit and tag that is reachable from a ref, HEAD, a reflog or an index, of all
 * worktrees, each once; in blocks, while git still walks. When the walk stops at a missing or broken commit,
 * every object that is there is listed, so that nothing behind the break is lost.
 * @throws GitError when the object database cannot be listed at all.
 */
export async function* listObjects(
  repository: Repository,
  options: ListOptions,
): AsyncGenerator<readonly ListedObject[], void, undefined> {
  const hexLength = repository.objectFormat === 'sha256' ? 64 : 40;
  const table = new ObjectTable(hexLength);
  const pseudoRefs = await listPseudoRefs(repository, options);
  // Both run at once; the walk's output waits in its pipe until the table is there to look ids up in.
  const walk = startObjectWalk(repository, pseudoRefs, options);
  try {
    await listStored(repository, table, hexLength, options);
    const met = new MetObjects(table, hexLength, options.onProblem);
    for await (const chunk of walk.stdout) {
      met.push(chunk);
      if (met.count >= BLOCK_SIZE) yield met.takeBlock();
    }
    const exit = await walk.exit;
    if (exit.code !== 0) options.onProblem(describeBreak(exit.stderr, table));
    yield met.takeBlock();
    if (exit.code !== 0 || options.allObjects === true) yield* listUnmarked(table);
    options.onListed?.(table.markedCount);
  } finally {
    walk.kill();
  }
}

/** Fills the table with all objects of the database, in pack order. */
async function listStored(
  repository: Repository,
  table: ObjectTable,
  hexLength: number,
  options: ListOptions,
): Promise<void> {
  const format = '--batch-check=%(objectname) %(objecttype)';
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--buffer', format];
  const git = startGit(repository, args, options);
  git.stdin.end();
  await splitStream(git.stdout, NEWLINE, (line) => {
    const word = readListedWord(line, hexLength + 1);
    if (word === 'missing') {
      // The entry is there, but its header cannot be read.
      options.onProblem({ reason: 'corrupt-object', example: line.toString('latin1', 0, hexLength) });
    } else if (word !== 'tree') table.add(line, 0, word);
  });
  const exit = await git.exit;
  if (exit.code === 0) return;
  if (table.size === 0) expectSuccess(repository, args, exit);
  options.onProblem({ reason: 'corrupt-object', example: gitFailure(repository, args, exit).message });
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

/** Marks in the table what the walk meets, and collects it into blocks. */
class MetObjects {
  readonly #table: ObjectTable;
  readonly #hexLength: number;
  readonly #onProblem: (problem: ListProblem) => void;
  readonly #splitter: Splitter;
  #block: { place: number; path: string | null }[] = [];

  constructor(table: ObjectTable, hexLength: number, onProblem: (problem: ListProblem) => void) {
    this.#table = table;
    this.#hexLength = hexLength;
    this.#onProblem = onProblem;
    this.#splitter = new Splitter(NEWLINE, (line) => this.#takeLine(line));
  }

  get count(): number {
    return this.#block.length;
  }

  push(chunk: Buffer): void {
    this.#splitter.push(chunk);
  }

  takeBlock(): readonly ListedObject[] {
    const block = this.#block.sort((a, b) => a.place - b.place);
    this.#block = [];
    return block.map(({ place, path }) => ({ ...describe(this.#table, place), path }));
  }

  /** `<oid>` of a commit, `<oid> <path>` of another object, `?<oid>` of one that is missing. */
  #takeLine(line: Buffer): void {
    const pathStart = this.#hexLength + 1;
    if (line[0] === QUESTION_MARK) {
      this.#onProblem({ reason: 'missing-object', example: line.toString('latin1', 1, pathStart) });
      return;
    }
    const place = this.#table.find(line, 0);
    if (place !== -1) {
      if (!this.#table.mark(place)) return;
      const path = line.length > pathStart ? decodePath(line.subarray(pathStart)) : null;
      this.#block.push({ place, path });
    } else if (line.length < pathStart) {
      // What is not in the table and has a path is a tree. A commit-graph can name a commit that is not there.
      this.#onProblem({ reason: 'missing-object', example: line.toString('latin1', 0, this.#hexLength) });
    }
  }
}

const QUESTION_MARK = 0x3f;

function* listUnmarked(table: ObjectTable): Iterable<readonly ListedObject[]> {
  let block: ListedObject[] = [];
  for (let place = 0; place < table.size; place += 1) {
    if (!table.mark(place)) continue;
    block.push({ ...describe(table, place), path: null });
    if (block.length < BLOCK_SIZE) continue;
    yield block;
    block = [];
  }
  yield block;
}

function describe(table: ObjectTable, place: number): Pick<ListedObject, 'oid' | 'type'> {
  return { oid: table.idAt(place), type: table.typeAt(place) };
}

/** What the walk stopped at: git names an object that it could not read, or a ref that points to nothing. */
function describeBreak(stderr: string, table: ObjectTable): ListProblem {
  const named = /\b([0-9a-f]{64}|[0-9a-f]{40})\b/.exec(stderr.replace(/^warning: .*$/gm, ''))?.[1];
  if (named !== undefined) {
    const isThere = table.find(Buffer.from(named, 'latin1'), 0) !== -1;
    return { reason: isThere ? 'corrupt-object' : 'missing-object', example: named };
  }
  const ref = /bad object (\S+)/.exec(stderr)?.[1];
  return { reason: 'missing-object', example: ref ?? stderr.split('\n', 1)[0] ?? '' };
}
