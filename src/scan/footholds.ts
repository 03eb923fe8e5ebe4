import type { Fingerprint } from '../credentials/fingerprint.ts';
import type {
  CommitFoothold,
  Foothold,
  ForgottenFoothold,
  RemoteFoothold,
  RepositoryFootholds,
  StagedFoothold,
  TagFoothold,
} from '../credentials/foothold.ts';
import type { PlacedSighting, SightingRoot } from '../credentials/trace.ts';
import type { CommitPlace } from '../git/commit-graph.ts';
import type { History } from '../git/history.ts';
import { type Ref, type RefKind, SOME_REMOTE } from '../git/refs.ts';
import type { ScanOptions } from '../scan-options.ts';
import { introducedBy, type Placed } from './holdings.ts';
import type { RepositoryStory } from './repository-story.ts';

/** More refs of a kind are not named one by one. */
const MOST_NAMES = 20;
const MOST_COMMITS = 10;

/** What one repository holds a credential by, in the order in which it is to be undone. */
export function footholdsOf(
  root: SightingRoot,
  fingerprint: Fingerprint,
  sightings: readonly PlacedSighting[],
  stories: ReadonlyMap<History, RepositoryStory>,
  options: ScanOptions,
): RepositoryFootholds {
  const traces = sightings.flatMap((sighting) => sighting.traces);
  const histories = new Set(traces.flatMap(({ origin }) => origin?.history ?? []));
  const inHistory = [...histories].flatMap((history) => {
    const story = stories.get(history);
    return story === undefined ? [] : historyFootholds(story, fingerprint);
  });
  const isUnknown = traces.some(({ isCertain }) => !isCertain);
  const isForgotten = traces.some(
    ({ origin, exposure }) => origin === undefined && exposure === 'unreachable',
  );
  return {
    folder: isWhereTheReaderIs(root, options) ? null : root.folder,
    isBare: root.repository?.bare ?? false,
    isUnborn: root.repository?.head == null,
    isInHead: traces.some(({ inHead, path }) => inHead === true && path !== null),
    footholds: [
      ...stagedFootholds(sightings, root.prefix ?? ''),
      ...inHistory,
      ...(sightings.some(isInName) ? [{ kind: 'name' } as const] : []),
      ...(isForgotten ? [NOWHERE] : []),
      ...(isUnknown ? [{ kind: 'unknown' } as const] : []),
    ],
  };
}

function isInName({ sighting: { origin } }: PlacedSighting): boolean {
  return origin.kind === 'ref' || (origin.kind === 'object' && origin.isName === true);
}

const NOWHERE: ForgottenFoothold = { kind: 'forgotten', entries: [], pseudoRefs: [], reflogs: [] };

function isWhereTheReaderIs({ folder, paths }: SightingRoot, options: ScanOptions): boolean {
  const asked = options.paths ?? [];
  const isDefault = asked.length === 0 || (asked.length === 1 && asked[0] === '.');
  return isDefault && paths.includes(folder);
}

/** @param prefix what the report puts before paths of the repository. */
function stagedFootholds(sightings: readonly PlacedSighting[], prefix: string): StagedFoothold[] {
  const paths = new Map<string | null, Set<string>>();
  const add = (worktree: string | null, path: string | null): void => {
    if (path === null) return;
    const own = path.startsWith(prefix) ? path.slice(prefix.length) : path;
    paths.set(worktree, (paths.get(worktree) ?? new Set<string>()).add(own));
  };
  for (const { sighting, traces } of sightings) {
    if (sighting.origin.kind === 'index') add(null, sighting.origin.path);
    for (const trace of traces) {
      if (trace.exposure === 'staged') add(trace.worktree ?? null, trace.path);
    }
  }
  return [...paths].map(([worktree, all]) => ({ kind: 'staged', worktree, paths: [...all].sort() }));
}

function historyFootholds(story: RepositoryStory, fingerprint: Fingerprint): Foothold[] {
  const { history } = story;
  const placed = story.placedOf(fingerprint).filter(({ isName }) => !isName);
  const groups = new Map<Foothold['kind'], Placed[]>();
  for (const each of placed) {
    const kind = kindOf(each, story);
    const own = groups.get(kind) ?? [];
    groups.set(kind, own);
    own.push(each);
  }
  const group = (kind: Foothold['kind']) => groups.get(kind) ?? [];
  const commits = group('commits');
  return [
    ...(commits.length > 0 ? [commitFoothold(history, commits)] : []),
    ...tagFootholds('tag-message', group('tag-message')),
    ...tagFootholds('tagged', group('tagged')),
    ...noteFootholds(story, group('note')),
    ...stashFootholds('stash', story, group('stash')),
    ...stashFootholds('stash-base', story, group('stash-base')),
    ...forgottenFootholds(story, group('forgotten')),
  ];
}

/** What has to be done about a place depends on what holds it. */
function kindOf({ type, origin, trace }: Placed, story: RepositoryStory): Foothold['kind'] {
  const { introducedBy, refs: direct } = origin.trace;
  if (!trace.isCertain) return 'unknown';
  if (introducedBy.length === 0 && direct.length > 0) return type === 'tag' ? 'tag-message' : 'tagged';
  const { refs } = story.holdersOf(trace);
  if (refs.length === 0) return 'forgotten';
  const kinds = new Set(refs.map(({ kind }) => kind));
  if (kinds.size > 1 || !(kinds.has('note') || kinds.has('stash'))) return 'commits';
  if (kinds.has('note')) return 'note';
  const stashed = new Set(
    story.history.refs.filter(isStash).flatMap((ref) => story.history.stashCommits(ref)),
  );
  return introducedBy.every((place) => stashed.has(place)) ? 'stash' : 'stash-base';
}

function isStash({ kind }: Ref): boolean {
  return kind === 'stash';
}

function commitFoothold(history: History, placed: readonly Placed[]): CommitFoothold {
  const set = introducedBy(placed);
  const [{ refs, count } = { refs: [], count: 0 }] = history.holdersOf([set], Number.POSITIVE_INFINITY);
  const ofKind = (kind: RefKind) => refs.filter((ref) => ref.kind === kind);
  const branches = ofKind('branch');
  const isAlone = refs.every(
    ({ kind, isCurrentBranch }) => (kind === 'branch' && isCurrentBranch) || kind === 'head',
  );
  const id = (place: CommitPlace) => history.graph.idAt(place);
  return {
    kind: 'commits',
    isPushed:
      refs.some(({ remote }) => remote !== null) || placed.some(({ trace }) => trace.exposure === 'pushed'),
    inContents: placed.some(({ type }) => type === 'blob'),
    inMessages: placed.some(({ type }) => type === 'commit'),
    headPaths: [
      ...new Set(
        placed.flatMap(({ trace, origin }) => (trace.inHead === true ? (origin.trace.path ?? []) : [])),
      ),
    ].sort(),
    isLastCommit: count === 1 && isAlone && set.length === 1 && set[0] === history.head,
    introducedBy: set.slice(0, MOST_COMMITS).map(id),
    bases: history.basesOf(set).slice(0, MOST_NAMES).map(id),
    branches: namesOf(branches),
    tags: namesOf(ofKind('tag')),
    isDetached: branches.length === 0 && ofKind('head').length > 0,
    stashes: ofKind('stash').map(({ name }) => shortStash(name)),
    remotes: remoteFootholds(history, refs),
  };
}

function namesOf(refs: readonly Ref[]): string[] | null {
  return refs.length > MOST_NAMES ? null : refs.map(({ name }) => name);
}

function remoteFootholds(history: History, refs: readonly Ref[]): RemoteFoothold[] {
  const remotes = new Map<string, Ref[]>();
  for (const ref of refs) {
    if (ref.remote === null) continue;
    const own = remotes.get(ref.remote) ?? [];
    remotes.set(ref.remote, own);
    own.push(ref);
  }
  if (remotes.size === 0) return [];
  const local = new Set(history.refs.filter(({ kind }) => kind === 'branch').map(({ name }) => name));
  return [...remotes].map(([remote, own]) => ({
    name: remote === SOME_REMOTE ? null : remote,
    branches: own.flatMap(({ name, target }) => {
      const branch = branchAt(remote, name);
      return branch === null
        ? []
        : [{ name: branch, tip: target, isLocal: local.has(`refs/heads/${branch}`) }];
    }),
    hasReviews: own.some(({ kind }) => kind === 'pull-request' || kind === 'fetched'),
  }));
}

/** The branch at the remote that a ref here stands for; `HEAD` there is one of the others. */
function branchAt(remote: string, name: string): string | null {
  for (const prefix of [`refs/remotes/${remote}/`, 'refs/heads/']) {
    if (name.startsWith(prefix) && name !== `${prefix}HEAD`) return name.slice(prefix.length);
  }
  return null;
}

function tagFootholds(kind: TagFoothold['kind'], placed: readonly Placed[]): TagFoothold[] {
  const refs = placed.flatMap(({ origin }) => origin.trace.refs);
  if (refs.length === 0) return [];
  const remote = refs.find((ref) => ref.remote !== null)?.remote ?? null;
  return [{ kind, refs: [...new Set(refs.map(({ name }) => name))], remote }];
}

function noteFootholds({ history }: RepositoryStory, placed: readonly Placed[]): Foothold[] {
  if (placed.length === 0) return [];
  const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], MOST_NAMES);
  return [
    {
      kind: 'note',
      refs: refs.map(({ name }) => name),
      isPushed: refs.some(({ remote }) => remote !== null),
    },
  ];
}

/** The last first: dropping one moves those behind it. */
function stashFootholds(
  kind: 'stash' | 'stash-base',
  { history }: RepositoryStory,
  placed: readonly Placed[],
): Foothold[] {
  if (placed.length === 0) return [];
  const [{ refs } = { refs: [] }] = history.holdersOf([introducedBy(placed)], Number.POSITIVE_INFINITY);
  return [{ kind, stashes: refs.map(({ name }) => shortStash(name)).reverse() }];
}

function shortStash(name: string): string {
  return name.replace(/^refs\//, '');
}

function forgottenFootholds(story: RepositoryStory, placed: readonly Placed[]): Foothold[] {
  if (placed.length === 0) return [];
  const names = [...new Set(placed.flatMap(({ trace }) => story.forgottenBy(trace).map(({ name }) => name)))];
  const entries = names.filter((name) => name.endsWith('}'));
  return [
    {
      kind: 'forgotten',
      entries: entries.length > MOST_NAMES ? null : lastFirst(entries),
      pseudoRefs: names.filter((name) => !name.endsWith('}')),
      reflogs: [...new Set(entries.map((name) => name.replace(/@\{\d+\}$/, '')))],
    },
  ];
}

/** Deleting an entry moves those behind it, so that the last of each reflog has to go first. */
function lastFirst(entries: readonly string[]): string[] {
  const numbered = entries.map((name) => {
    const [, log = name, number = '0'] = /^(.*)@\{(\d+)\}$/s.exec(name) ?? [];
    return { name, log, number: Number(number) };
  });
  return numbered
    .sort((a, b) => (a.log === b.log ? b.number - a.number : a.log < b.log ? -1 : 1))
    .map(({ name }) => name);
}
