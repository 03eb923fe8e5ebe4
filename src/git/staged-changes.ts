import { type IndexEntry, kindOfMode, listIndexEntries } from './index-entries.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, startGit } from './process.ts';
import { readMergeHeads } from './pseudo-refs.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** A path that the next commit will change, or add. */
export type StagedChange = IndexEntry & {
  /** What stands there, or where it was renamed from, in the commits that the next one will follow. */
  readonly previous: readonly ObjectId[];
};

/** What git takes for a commit without files, where there is no commit yet. */
const EMPTY_TREE = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
} as const;

const MODE_OF_NOTHING = '000000';
const MODE_OF_SUBMODULE = '160000';

/**
 * What the index changes: against HEAD, and in a merge against every head merged, so that what one of them
 * brings along is no change. What is deleted is none either. All sides of a conflict are.
 */
export async function listStagedChanges(
  repository: Repository,
  options: GitOptions = {},
): Promise<StagedChange[]> {
  const against = (head: string) => changesAgainst(repository, head, options);
  // git is started at once: mostly nothing is merged.
  const [first, others] = await Promise.all([
    against(repository.head ?? EMPTY_TREE[repository.objectFormat]),
    readMergeHeads(repository).then((heads) => Promise.all(heads.map(against))),
  ]);
  const changes: StagedChange[] = [];
  for (const [key, change] of first) {
    const versions = others.map((other) => other.get(key));
    if (versions.every((version) => version !== undefined)) {
      const previous = versions.flatMap((version) => version?.previous ?? []);
      changes.push({ ...change, previous: [...new Set([...change.previous, ...previous])] });
    }
  }
  return resolveConflicts(repository, changes, options);
}

/** By the bytes of the path, as Latin-1. */
type Changes = Map<string, StagedChange & { readonly isConflict: boolean }>;

async function changesAgainst(repository: Repository, head: string, options: GitOptions): Promise<Changes> {
  const args = ['diff-index', '--cached', '--raw', '-z', '-M', '--no-ext-diff', '--no-textconv', head, '--'];
  const git = startGit(repository, args, options);
  git.stdin.end();
  const changes: Changes = new Map();
  const parser = new RawDiffParser((change) => {
    if (change.mode === MODE_OF_NOTHING && change.status !== 'U') return;
    changes.set(change.pathBytes.toString('latin1'), {
      kind: kindOfMode(change.mode),
      oid: change.oid,
      stage: 0,
      path: decodePath(change.pathBytes),
      pathBytes: change.pathBytes,
      previous: isBlob(change.previousMode) ? [change.previous] : [],
      isConflict: change.status === 'U',
    });
  });
  try {
    await splitStream(git.stdout, NUL, (part) => parser.push(part));
  } catch (error) {
    // A git that was ended in the middle of an entry is no bug: its status says what happened.
    git.kill();
    expectSuccess(repository, args, await git.exit);
    throw error;
  }
  expectSuccess(repository, args, await git.exit);
  return changes;
}

function isBlob(mode: string): boolean {
  return mode !== MODE_OF_NOTHING && mode !== MODE_OF_SUBMODULE;
}

/** What one entry of a raw diff says (https://git-scm.com/docs/diff-format). */
type RawDiff = {
  readonly previousMode: string;
  readonly mode: string;
  readonly previous: ObjectId;
  readonly oid: ObjectId;
  /** Its letter, such as `M`, or `R` of `R086`. */
  readonly status: string;
  readonly pathBytes: Buffer;
};

/** Parses `git diff-index --raw -z`, cut at its NULs; of a rename the new path counts. */
export class RawDiffParser {
  readonly #take: (diff: RawDiff) => void;
  #header: Omit<RawDiff, 'pathBytes'> | null = null;
  #pathsLeft = 0;

  constructor(take: (diff: RawDiff) => void) {
    this.#take = take;
  }

  /** @throws Error when the output is not what git documents. */
  push(part: Buffer): void {
    if (this.#header === null) {
      this.#header = parseHeader(part.toString('latin1'));
      this.#pathsLeft = this.#header.status === 'R' || this.#header.status === 'C' ? 2 : 1;
      return;
    }
    this.#pathsLeft -= 1;
    if (this.#pathsLeft > 0) return;
    this.#take({ ...this.#header, pathBytes: Buffer.from(part) });
    this.#header = null;
  }
}

function parseHeader(line: string): Omit<RawDiff, 'pathBytes'> {
  const [, previousMode = '', mode = '', previousId = '', id = '', status = ''] =
    /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(line) ?? [];
  const previous = parseObjectId(previousId);
  const oid = parseObjectId(id);
  if (previous === null || oid === null) {
    throw new Error(`unexpected output of git diff-index: ${JSON.stringify(line.slice(0, 200))}`);
  }
  return { previousMode, mode, previous, oid, status };
}

/** In place of a path in conflict each of its sides. */
async function resolveConflicts(
  repository: Repository,
  changes: readonly (StagedChange & { readonly isConflict?: boolean })[],
  options: GitOptions,
): Promise<StagedChange[]> {
  const conflicts = changes.filter(({ isConflict }) => isConflict === true);
  const settled = changes.filter(({ isConflict }) => isConflict !== true);
  if (conflicts.length === 0) return settled;
  const paths = new Set(conflicts.map(({ path }) => path));
  const entries = await listIndexEntries(repository, options);
  const sides = entries.filter(({ path, stage }) => stage > 0 && paths.has(path));
  return [...settled, ...sides.map((side) => ({ ...side, previous: [] }))];
}
