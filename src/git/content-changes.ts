import { availableParallelism } from 'node:os';
import type { CommitGraph, CommitPlace } from './commit-graph.ts';
import { type GitOptions, startGit, writeTo } from './process.ts';
import { parseRawChange, type RawChange } from './raw-log.ts';
import type { Repository } from './repository.ts';
import { NUL, splitStream } from './split-stream.ts';

/** A path whose content differs between a commit and each of its parents. */
export type ContentChange = {
  readonly commit: CommitPlace;
  /** What its parents have there, by id; zeros for nothing. Empty for a commit without parents. */
  readonly before: readonly string[];
  /** What it has there; zeros for nothing. */
  readonly after: string;
  /** Valid only during the call. */
  readonly pathBytes: Buffer;
};

/** Commits whose files could not be compared with those of their parents, since a tree is missing or broken. */
export type UnreadableCommits = readonly CommitPlace[];

/** More processes than this gain nothing: they wait for the same disk. */
const MOST_PROCESSES = 4;
/**
 * What git needs for a commit that changes four million files, in bytes. Where it takes more, trees are made of each other,
 * so that a dozen objects are ten billion files: see `eachPath`.
 */
const MOST_MEMORY = 1024 ** 3;
/** It takes a while until so much is taken: after so many times, nothing more is compared. */
const MOST_ENDED = 2;
/** In a repository where more commits cannot be read, all behind are taken for unreadable. */
const MOST_RESTARTS = 200;

/**
 * Compares commits with their parents and tells of every change to or from one of the wanted contents. Of a merge it
 * tells what is in none of its parents: all else was introduced before at the same path.
 * @param wanted ids of blobs.
 */
export async function findContentChanges(
  repository: Repository,
  graph: CommitGraph,
  commits: readonly CommitPlace[],
  wanted: ReadonlySet<string>,
  onChange: (change: ContentChange) => void,
  options: GitOptions & { readonly onProgress?: ((commits: number) => void) | undefined } = {},
): Promise<UnreadableCommits> {
  const count = Math.min(availableParallelism(), MOST_PROCESSES, Math.ceil(commits.length / 500));
  const size = Math.ceil(commits.length / Math.max(1, count));
  let done = 0;
  const report = (): void => {
    done += 1;
    if (done % COMMITS_PER_PROGRESS === 0) options.onProgress?.(done);
  };
  const parts = Array.from({ length: count }, (_, index) => commits.slice(index * size, (index + 1) * size));
  const unreadable = await Promise.all(
    parts.map((part) => comparePart(repository, graph, part, wanted, onChange, { ...options, report })),
  );
  return unreadable.flat();
}

const COMMITS_PER_PROGRESS = 1024;

type PartOptions = GitOptions & { readonly report: () => void };

/** Goes on behind each commit at which git gave up. */
async function comparePart(
  repository: Repository,
  graph: CommitGraph,
  commits: readonly CommitPlace[],
  wanted: ReadonlySet<string>,
  onChange: (change: ContentChange) => void,
  options: PartOptions,
): Promise<CommitPlace[]> {
  const unreadable: CommitPlace[] = [];
  let left = commits;
  let filters = filterArguments(wanted);
  let ended = 0;
  for (let restarts = 0; left.length > 0; restarts += 1) {
    if (restarts > MOST_RESTARTS || ended === MOST_ENDED) return [...unreadable, ...left];
    const { read, wasEnded } = await compareUntilBreak(
      repository,
      graph,
      left,
      wanted,
      filters,
      onChange,
      options,
    );
    if (wasEnded) ended += 1;
    const [broken, ...rest] = left.slice(read);
    // To filter, git wants every content of a partial clone, and stops at the first that was left at the remote.
    const isFilterToBlame = repository.partialClone && filters.length > 0 && broken !== undefined;
    if (isFilterToBlame) filters = [];
    else if (broken !== undefined) unreadable.push(broken);
    left = isFilterToBlame ? left.slice(read) : rest;
  }
  return unreadable;
}

const ARGUMENTS: readonly string[] = [
  'diff-tree',
  '--stdin',
  // Each commit is named, so that it shows where git stopped.
  '--always',
  '-r',
  '-c',
  '--root',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
  '-O/dev/null',
];

/** @returns how many of the commits were compared. */
async function compareUntilBreak(
  repository: Repository,
  graph: CommitGraph,
  commits: readonly CommitPlace[],
  wanted: ReadonlySet<string>,
  filters: readonly string[],
  onChange: (change: ContentChange) => void,
  options: PartOptions,
): Promise<{ readonly read: number; readonly wasEnded: boolean }> {
  const git = startGit(repository, [...ARGUMENTS, ...filters], { ...options, mostMemory: MOST_MEMORY });
  const asked = ask(git, graph, commits);
  // It is awaited below, but may fail while stdout is still being read.
  asked.catch(() => {});
  let named = 0;
  let change: RawChange | null = null;
  try {
    await splitStream(git.stdout, NUL, (part) => {
      if (change !== null) {
        const commit = commits[named - 1];
        if (commit !== undefined && isWanted(change, wanted))
          onChange({ commit, ...change, pathBytes: part });
        change = null;
      } else if (part[0] === COLON) change = parseRawChange(part.toString('latin1'));
      else {
        named += 1;
        options.report();
      }
    });
  } finally {
    git.kill();
  }
  await asked;
  const { code, wasEnded } = await git.exit;
  if (code === 0) return { read: commits.length, wasEnded };
  // git names a commit once it has compared it. One that a signal ended may not have written all of the last one.
  return { read: code === null ? Math.max(0, named - 1) : named, wasEnded };
}

const COLON = 0x3a;

/** Written in blocks, no faster than git reads. */
async function ask(
  git: ReturnType<typeof startGit>,
  graph: CommitGraph,
  commits: readonly CommitPlace[],
): Promise<void> {
  try {
    for (let start = 0; start < commits.length; start += BLOCK_SIZE) {
      const block = commits.slice(start, start + BLOCK_SIZE);
      const ids = block.map((place) => `${graph.idAt(place)}\n`).join('');
      if (!(await writeTo(git, Buffer.from(ids, 'latin1')))) return;
    }
  } finally {
    git.stdin.end();
  }
}

const BLOCK_SIZE = 1024;

/** A file whose mode alone has changed holds what it held before. */
function isWanted({ before, after }: RawChange, wanted: ReadonlySet<string>): boolean {
  if (before.includes(after)) return false;
  return wanted.has(after) || before.some((oid) => wanted.has(oid));
}

/** A command line has a limit: 32 KB in Windows, and in all 128 KB to several MB elsewhere. */
const MOST_ARGUMENT_BYTES = process.platform === 'win32' ? 16_000 : 100_000;

/** Lets git leave out what is not wanted, which spares reading a hundred times as much; as long as it fits. */
function filterArguments(wanted: ReadonlySet<string>): string[] {
  const filters = [...wanted].map((oid) => `--find-object=${oid}`);
  const bytes = filters.reduce((sum, filter) => sum + filter.length + 1, 0);
  return bytes <= MOST_ARGUMENT_BYTES ? filters : [];
}
