import { UserError } from '../errors.ts';
import { escapeControls } from './git-error.ts';
import { type ObjectId, parseObjectId } from './object-id.ts';
import type { ListedObject } from './objects.ts';
import { decodePath } from './path-name.ts';
import { expectSuccess, type GitOptions, type RunOptions, runGit, startGit } from './process.ts';
import { isNothing, RAW_LOG_FORMAT, RawLogParser } from './raw-log.ts';
import type { Repository } from './repository.ts';
import { readShallowCommits } from './shallow.ts';
import { NUL, splitStream } from './split-stream.ts';

/** Which commits to look at. */
export type CommitRange =
  /** `A..B`: those of B that A does not have; `A...B`: those that only one of them has. An empty side is HEAD. */
  | { readonly kind: 'revisions'; readonly text: string }
  /**
   * What some objects reach and others do not; ids only. What of the others is not here is passed over; what of the
   * former is not here is a gap.
   */
  | { readonly kind: 'reachable'; readonly from: readonly ObjectId[]; readonly without: readonly ObjectId[] }
  /** These commits, and no other. */
  | { readonly kind: 'commits'; readonly names: readonly string[] };

export type RangeObjects = {
  readonly objects: readonly ListedObject[];
  /** Whether a shallow clone ends within the range, so that some of it is not here. */
  readonly isShallow: boolean;
};

/** What git's walk is told: object ids, each on a line, with `^` before what is left out. */
type Walk = {
  readonly options: readonly string[];
  readonly lines: readonly string[];
  /** What the range was named by and is no commit: tags, whose messages belong to it, contents, and what is missing. */
  readonly others: readonly ListedObject[];
};

/**
 * Everything that a range of commits brings in: the commits themselves for their messages, and each content that
 * stands at a path after one of them and did not in any of its parents. Each object once, in the order of git's walk.
 * @throws UserError for a revision that is not there.
 */
export async function listRangeObjects(
  repository: Repository,
  range: CommitRange,
  options: GitOptions = {},
): Promise<RangeObjects> {
  const walk = await walkOf(repository, range, options);
  const objects = new Map<string, ListedObject>(walk.others.map((object) => [object.oid, object]));
  // All that a commit holds counts as brought in whose parents a shallow clone left at the remote.
  const cutOff = await readShallowCommits(repository);
  let isShallow = false;
  if (walk.lines.length === 0) return { objects: [...objects.values()], isShallow };
  // A submodule's commit is no object of this repository.
  const format = [...RAW_LOG_FORMAT, '--ignore-submodules=all'];
  const args = ['log', ...walk.options, ...format, '--stdin', '--end-of-options'];
  const git = startGit(repository, args, options);
  git.stdin.end(walk.lines.map((line) => `${line}\n`).join(''));
  const parser = new RawLogParser({
    commit({ oid }) {
      objects.set(oid, { oid, type: 'commit', path: null });
      isShallow ||= cutOff.has(oid);
    },
    change(oid, pathBytes) {
      const id = objects.has(oid) || isNothing(oid) ? null : parseObjectId(oid);
      if (id !== null) objects.set(oid, { oid: id, type: 'blob', path: decodePath(pathBytes) });
    },
  });
  await splitStream(git.stdout, NUL, (part) => parser.push(part));
  expectSuccess(repository, args, await git.exit);
  return { objects: [...objects.values()], isShallow };
}

async function walkOf(repository: Repository, range: CommitRange, options: GitOptions): Promise<Walk> {
  if (range.kind === 'reachable') return reachableWalk(repository, range.from, range.without, options);
  if (range.kind === 'commits') {
    const lines = await commitsOf(repository, range.names, options);
    return { options: ['--no-walk=unsorted'], lines, others: [] };
  }
  const [, from = '', dots = '', to = ''] = /^(.*?)(\.{2,3})(.*)$/s.exec(range.text) ?? [];
  if (dots === '') throw new UserError(`"${escapeControls(range.text)}" is no range: write A..B or A...B`);
  const [start, end] = await Promise.all(
    [from, to].map((name) => commitOf(repository, name === '' ? 'HEAD' : name, options)),
  );
  const tag = await tagOf(repository, to, options);
  const others: ListedObject[] = tag === null ? [] : [{ oid: tag, type: 'tag', path: null }];
  if (start === undefined || end === undefined) return { options: [], lines: [], others };
  if (dots === '..') return { options: [], lines: [end, `^${start}`], others };
  const bases = await mergeBases(repository, start, end, options);
  return { options: [], lines: [start, end, ...bases.map((base) => `^${base}`)], others };
}

/** An object by its id, and what is left when tags are followed to their end. */
type Peeled = {
  readonly oid: ObjectId;
  readonly type: string;
  readonly end: ObjectId;
  readonly endType: string;
};

async function reachableWalk(
  repository: Repository,
  from: readonly ObjectId[],
  without: readonly ObjectId[],
  options: GitOptions,
): Promise<Walk> {
  const [included, excluded] = await Promise.all([
    peel(repository, from, options),
    peel(repository, without, options),
  ]);
  const commits = (objects: readonly Peeled[]) => objects.filter(({ endType }) => endType === 'commit');
  const tags = included.filter(({ type }) => type === 'tag');
  const blobs = included.filter(({ endType }) => endType === 'blob');
  const here = new Set(included.map(({ oid }) => oid));
  const missing = from.filter((oid) => !here.has(oid));
  return {
    options: [],
    lines: [...commits(included).map(({ end }) => end), ...commits(excluded).map(({ end }) => `^${end}`)],
    others: [
      ...tags.map(({ oid }): ListedObject => ({ oid, type: 'tag', path: null })),
      ...blobs.map(({ end }): ListedObject => ({ oid: end, type: 'blob', path: null })),
      // Reading them tells that they are not here: a gap, and not a range without anything in it.
      ...missing.map((oid): ListedObject => ({ oid, type: 'commit', path: null })),
    ],
  };
}

/** What is not here is left out. */
async function peel(
  repository: Repository,
  ids: readonly ObjectId[],
  options: GitOptions,
): Promise<Peeled[]> {
  const names = ids.flatMap((id) => [id, `${id}^{}`]);
  const described = await describeObjects(repository, names, options);
  return ids.flatMap((_, index) => {
    const [oid, type] = described[2 * index] ?? [null, ''];
    const [end, endType] = described[2 * index + 1] ?? [null, ''];
    return oid === null || end === null ? [] : [{ oid, type, end, endType }];
  });
}

/** The id and the type of each name, in one question; null for what is not here. */
async function describeObjects(
  repository: Repository,
  names: readonly string[],
  options: GitOptions,
): Promise<(readonly [ObjectId | null, string])[]> {
  if (names.length === 0) return [];
  const input = names.map((name) => `${name}\n`).join('');
  const args = ['cat-file', '--batch-check=%(objectname) %(objecttype)', '--buffer'];
  const lines = (await runGit(repository, args, { ...options, input })).toString('utf8').split('\n');
  return names.map((_, index) => {
    const [id = '', type = ''] = (lines[index] ?? '').split(' ');
    return [parseObjectId(id), type];
  });
}

/** @throws UserError when there is no such commit here. */
async function commitOf(repository: Repository, name: string, options: GitOptions): Promise<ObjectId> {
  const oid = await verified(repository, `${name}^{commit}`, { ...options, okCodes: [0, 1, 128] });
  if (oid === null) throw noCommit(repository, name);
  return oid;
}

/** The same for a list that may be long, in one question. */
async function commitsOf(
  repository: Repository,
  names: readonly string[],
  options: GitOptions,
): Promise<ObjectId[]> {
  const asked = names.map((name) => `${name}^{commit}`);
  const described = await describeObjects(repository, asked, options);
  return names.map((name, index) => {
    const [oid, type] = described[index] ?? [null, ''];
    if (oid === null || type !== 'commit') throw noCommit(repository, name);
    return oid;
  });
}

function noCommit({ shallow }: Repository, name: string): UserError {
  const advice = shallow ? '; the clone is shallow: fetch more of its history' : '';
  return new UserError(`there is no commit "${escapeControls(name)}" here${advice}`);
}

async function tagOf(repository: Repository, name: string, options: GitOptions): Promise<ObjectId | null> {
  // It names a commit, so that only a git that fails can end with 128.
  return name === '' ? null : verified(repository, `${name}^{tag}`, { ...options, okCodes: [0, 1] });
}

async function verified(repository: Repository, name: string, options: RunOptions): Promise<ObjectId | null> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', name];
  const output = await runGit(repository, args, options);
  return parseObjectId(output.toString('latin1').trim());
}

async function mergeBases(
  repository: Repository,
  one: ObjectId,
  other: ObjectId,
  options: GitOptions,
): Promise<ObjectId[]> {
  // 1: they have no common ancestor.
  const output = await runGit(repository, ['merge-base', '--all', one, other], {
    ...options,
    okCodes: [0, 1],
  });
  return output
    .toString('latin1')
    .split('\n')
    .flatMap((line) => parseObjectId(line) ?? []);
}
