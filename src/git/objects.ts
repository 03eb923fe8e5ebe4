import { reasonOf } from './git-error.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { ObjectTable, type ObjectType } from './object-table.ts';
import { startObjectWalk } from './object-walk.ts';
import { decodePath } from './path-name.ts';
import type { GitOptions } from './process.ts';
import { listPseudoRefs } from './pseudo-refs.ts';
import { hashLengthOf, type Repository } from './repository.ts';
import { NEWLINE, Splitter } from './split-stream.ts';
import { listStoredObjects, type StoredObjects } from './stored-objects.ts';

/** An object to read. */
export type ListedObject = {
  readonly oid: ObjectId;
  readonly type: ObjectType;
  /** One path at which it was met, or null. */
  readonly path: string | null;
};

/** What cannot be read, found while listing. */
export type ListProblem = {
  readonly reason: 'missing-object' | 'corrupt-object' | 'unreadable';
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
 * Lists every object that is reachable from a ref, HEAD, a reflog or an index, of all
 * worktrees, each once; in blocks, while git still walks. When the walk stops at a missing or broken commit,
 * every object that is there is listed, so that nothing behind the break is lost.
 */
export async function* listObjects(
  repository: Repository,
  options: ListOptions,
): AsyncGenerator<readonly ListedObject[], void, undefined> {
  const hexLength = 2 * hashLengthOf(repository);
  const table = new ObjectTable(hexLength);
  const pseudoRefs = await listPseudoRefs(repository, options);
  const corrupt = new Set<string>();
  // What is corrupt is missing to the walk: it counts once.
  const onProblem = (problem: ListProblem): void => {
    if (!corrupt.has(problem.example)) options.onProblem(problem);
    if (problem.reason === 'corrupt-object') corrupt.add(problem.example);
  };
  // Both run at once; the walk's output waits in its pipe until the table is there to look ids up in.
  const walk = startObjectWalk(repository, pseudoRefs, options);
  try {
    const stored: StoredObjects = {
      object: (line, type) => void table.add(line, 0, type),
      corrupt: (example) => onProblem({ reason: 'corrupt-object', example }),
      broken: (example) => onProblem({ reason: 'unreadable', example }),
    };
    await listStoredObjects(repository, stored, options);
    const met = new MetObjects(table, hexLength, corrupt, onProblem);
    for await (const chunk of walk.stdout) {
      met.push(chunk);
      if (met.count >= BLOCK_SIZE) yield met.takeBlock();
    }
    const exit = await walk.exit;
    if (exit.code !== 0) onProblem(describeBreak(exit.stderr, table));
    yield met.takeBlock();
    if (exit.code !== 0 || options.allObjects === true) yield* listUnmarked(table);
    options.onListed?.(table.markedCount);
  } finally {
    walk.kill();
  }
}

/** Marks in the table what the walk meets, and collects it into blocks. */
class MetObjects {
  readonly #table: ObjectTable;
  readonly #hexLength: number;
  readonly #corrupt: ReadonlySet<string>;
  readonly #onProblem: (problem: ListProblem) => void;
  readonly #splitter: Splitter;
  #block: { place: number; path: string | null }[] = [];
  /** What the table does not have. */
  #unlisted: ListedObject[] = [];

  /** @param corrupt ids in hex: the walk knows them, and nobody can read them. */
  constructor(
    table: ObjectTable,
    hexLength: number,
    corrupt: ReadonlySet<string>,
    onProblem: (problem: ListProblem) => void,
  ) {
    this.#table = table;
    this.#hexLength = hexLength;
    this.#corrupt = corrupt;
    this.#onProblem = onProblem;
    this.#splitter = new Splitter(NEWLINE, (line) => this.#takeLine(line));
  }

  get count(): number {
    return this.#block.length + this.#unlisted.length;
  }

  push(chunk: Buffer): void {
    this.#splitter.push(chunk);
  }

  takeBlock(): readonly ListedObject[] {
    const block = this.#block.sort((a, b) => a.place - b.place);
    const unlisted = this.#unlisted;
    this.#block = [];
    this.#unlisted = [];
    return [...block.map(({ place, path }) => ({ ...describe(this.#table, place), path })), ...unlisted];
  }

  /** `<oid>` of a commit, `<oid> <path>` of another object, `?<oid>` of one that is missing. */
  #takeLine(line: Buffer): void {
    const pathStart = this.#hexLength + 1;
    if (line[0] === QUESTION_MARK) {
      this.#onProblem({ reason: 'missing-object', example: line.toString('latin1', 1, pathStart) });
      return;
    }
    const place = this.#table.find(line, 0);
    if (place !== -1 && !this.#table.mark(place)) return;
    const path = line.length > pathStart ? decodePath(line.subarray(pathStart)) : null;
    if (place !== -1) this.#block.push({ place, path });
    else {
      // Added since it was listed, or listed by nobody because the database is broken. A commit-graph can also name
      // a commit that is not there: whoever reads it finds out, and its type too.
      const oid = parseObjectId(line.toString('latin1', 0, this.#hexLength));
      if (oid !== null && !this.#corrupt.has(oid)) this.#unlisted.push({ oid, type: 'blob', path });
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
  if (ref !== undefined) return { reason: 'missing-object', example: ref };
  return { reason: 'unreadable', example: reasonOf({ stderr }) };
}
