import type { Fingerprint } from '../credentials/fingerprint.ts';
import type {
  CommitStamp,
  CredentialProvenance,
  FirstCommit,
  RemoteHolding,
  Rename,
} from '../credentials/provenance.ts';
import type { TraceDetails } from '../credentials/stories.ts';
import type { ObjectTrace } from '../credentials/trace.ts';
import { readCommitDetails } from '../git/commit-details.ts';
import type { CommitPlace } from '../git/commit-graph.ts';
import { listRemovals, type Removal } from '../git/head-line.ts';
import type { History, Holders } from '../git/history.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { GitOptions } from '../git/process.ts';
import type { LoggedCommit } from '../git/raw-log.ts';
import type { ReflogEntry } from '../git/reflog.ts';
import { type Ref, SOME_REMOTE } from '../git/refs.ts';
import type { Repository } from '../git/repository.ts';
import { readShallowCommits } from '../git/shallow.ts';
import { readTaggers, type Tagger } from '../git/taggers.ts';
import type { ScanOptions } from '../scan-options.ts';
import { type Holding, holdingsOf, introducedBy, MOST_REFS, type Placed } from './holdings.ts';
import { movesIn } from './moves.ts';

/** What git was asked. */
type Sources = {
  readonly holdings: ReadonlyMap<ObjectTrace, Holding>;
  readonly details: ReadonlyMap<CommitPlace, LoggedCommit>;
  readonly removals: readonly Removal[];
  readonly shallow: ReadonlySet<ObjectId>;
  readonly taggers: ReadonlyMap<ObjectId, Tagger>;
};

const MOST_RENAMES = 5;

/** What one repository tells about the credentials in its history. */
export class RepositoryStory {
  readonly history: History;
  readonly #placed: ReadonlyMap<Fingerprint, readonly Placed[]>;
  readonly #sources: Sources;

  /** @param placed all of this history, at least one. */
  static async tell(
    history: History,
    placed: readonly Placed[],
    { signal }: ScanOptions,
  ): Promise<RepositoryStory> {
    const repository = placed[0]?.origin.repository;
    if (repository === undefined) throw new Error('a story of nothing');
    const tags = placed.flatMap(({ type, origin }) => (type === 'tag' ? [origin.oid] : []));
    const [details, removals, shallow, holdings, taggers] = await Promise.all([
      readCommitDetails(repository, history.graph, commitsToName(history, placed), { signal }),
      removalsOf(repository, history, placed, { signal }),
      readShallowCommits(repository),
      holdingsOf(repository, history, placed, { signal }),
      readTaggers(repository, [...new Set(tags)], { signal }),
    ]);
    return new RepositoryStory(history, placed, { holdings, details, removals, shallow, taggers });
  }

  private constructor(history: History, placed: readonly Placed[], sources: Sources) {
    this.history = history;
    this.#placed = byCredential(placed);
    this.#sources = sources;
  }

  /** Of every credential that has a place in this history. */
  get fingerprints(): Iterable<Fingerprint> {
    return this.#placed.keys();
  }

  /** What is asked of some credentials, up to `SETS_AT_ONCE`, one after the other, is faster after this. */
  follow(fingerprints: readonly Fingerprint[]): void {
    this.history.follow(fingerprints.map((fingerprint) => introducedBy(this.placedOf(fingerprint))));
  }

  /** The places of one credential. */
  placedOf(fingerprint: Fingerprint): readonly Placed[] {
    return this.#placed.get(fingerprint) ?? [];
  }

  holdersOf(trace: ObjectTrace): Holders {
    return this.#sources.holdings.get(trace)?.holders ?? { refs: [], count: 0 };
  }

  /** Reflog entries and pseudo refs that hold what no ref does. */
  forgottenBy(trace: ObjectTrace): readonly ReflogEntry[] {
    return this.#sources.holdings.get(trace)?.forgotten ?? [];
  }

  detailsOf(trace: ObjectTrace): TraceDetails {
    const place = trace.commit === null ? null : this.history.graph.find(trace.commit);
    const { refs, count } = this.holdersOf(trace);
    const names =
      refs.length > 0 ? refs.map(({ name }) => name) : this.forgottenBy(trace).map(({ name }) => name);
    const shown = names.slice(0, MOST_REFS);
    const tagger = trace.origin === undefined ? undefined : this.#sources.taggers.get(trace.origin.oid);
    return {
      tagged: tagger?.commit ?? null,
      ...(tagger === undefined ? this.#authorship(place) : authorshipOf(tagger)),
      refs: shown,
      moreRefs: Math.max(count, names.length) - shown.length,
      isNote: refs.length > 0 && refs.every(({ kind }) => kind === 'note'),
    };
  }

  provenanceOf(fingerprint: Fingerprint): CredentialProvenance {
    const own = this.placedOf(fingerprint);
    const set = introducedBy(own);
    const direct = own.flatMap(({ origin }) => origin.trace.refs);
    const [held = { refs: [], count: 0 }] = this.history.holdersOf([set], Number.POSITIVE_INFINITY);
    const refs = [...new Set([...held.refs, ...direct])];
    const forgotten = own.flatMap(({ trace }) => this.forgottenBy(trace).map(({ name }) => name));
    const names = refs.length > 0 ? refs.map(({ name }) => name) : [...new Set(forgotten)];
    return {
      complete: own.every(({ trace }) => trace.isCertain),
      first: this.#firstOf(own),
      renames: this.#renamesOf(own),
      inHead: inHeadOf(own),
      removed: this.#removedOf(own),
      refs: names.slice(0, 2 * MOST_REFS),
      moreRefs: Math.max(0, names.length - 2 * MOST_REFS),
      remotes: remotesOf(refs),
    };
  }

  #firstOf(own: readonly Placed[]): FirstCommit | null {
    const place = this.history.oldest(own.flatMap(({ origin }) => origin.trace.introducedBy));
    if (place === null) return null;
    const from = own.find(({ origin }) => origin.trace.introducedBy.includes(place));
    const commit = this.history.graph.idAt(place);
    const orEarlier = this.#sources.shallow.has(commit) || !this.history.isComplete;
    return { commit, ...this.#authorship(place), path: from?.trace.path ?? null, orEarlier };
  }

  /** A commit that takes it away at one path and brings it at another moved it, changed or not. */
  #renamesOf(own: readonly Placed[]): Rename[] {
    return movesIn(this.history, own)
      .slice(0, MOST_RENAMES)
      .map(({ place, from, to }) => ({
        commit: this.history.graph.idAt(place),
        ...this.#authorship(place),
        from,
        to,
      }));
  }

  /** The latest removal, since before it HEAD's line still had it. */
  #removedOf(own: readonly Placed[]): CommitStamp | null {
    if (inHeadOf(own) !== false) return null;
    const places = new Set(own.map(({ origin }) => `${origin.oid} ${origin.trace.path}`));
    const removal = this.#sources.removals.find(({ before, path }) => places.has(`${before} ${path}`));
    if (removal === undefined) return null;
    const { oid, authorName, authorEmail, date } = removal.commit;
    return { commit: oid, author: `${authorName} <${authorEmail}>`, date };
  }

  #authorship(place: CommitPlace | null): { readonly author: string | null; readonly date: string | null } {
    const commit = place === null ? undefined : this.#sources.details.get(place);
    if (commit === undefined) return { author: null, date: null };
    return { author: `${commit.authorName} <${commit.authorEmail}>`, date: commit.date };
  }
}

function authorshipOf({ name, email, date }: Tagger): Pick<TraceDetails, 'author' | 'date'> {
  return { author: name === null ? null : `${name} <${email ?? ''}>`, date };
}

/** Whether HEAD has it in a file or, where it is in messages only, in a commit before it. */
function inHeadOf(own: readonly Placed[]): boolean | null {
  const contents = own.filter(({ type }) => type === 'blob');
  const answers = (contents.length > 0 ? contents : own).map(({ trace }) => trace.inHead);
  if (answers.includes(true)) return true;
  return answers.length > 0 && answers.every((answer) => answer === false) ? false : null;
}

function byCredential(placed: readonly Placed[]): Map<Fingerprint, Placed[]> {
  const groups = new Map<Fingerprint, Placed[]>();
  for (const each of placed) {
    const group = groups.get(each.fingerprint) ?? [];
    groups.set(each.fingerprint, group);
    group.push(each);
  }
  return groups;
}

function commitsToName(history: History, placed: readonly Placed[]): CommitPlace[] {
  const places = placed.map(({ trace }) => (trace.commit === null ? null : history.graph.find(trace.commit)));
  for (const group of byCredential(placed).values()) {
    places.push(history.oldest(group.flatMap(({ origin }) => origin.trace.introducedBy)));
    for (const { place } of movesIn(history, group).slice(0, MOST_RENAMES)) places.push(place);
  }
  return places.filter((place) => place !== null);
}

/** Asked only for what HEAD had once and does not have any more. */
async function removalsOf(
  repository: Repository,
  history: History,
  placed: readonly Placed[],
  options: GitOptions,
): Promise<Removal[]> {
  const gone = placed.filter(
    ({ type, trace, origin }) =>
      type === 'blob' &&
      trace.inHead === false &&
      origin.trace.introducedBy.some((place) => history.isInHead(place)),
  );
  const contents = new Set<string>(gone.map(({ origin }) => origin.oid));
  const paths = new Set(gone.flatMap(({ origin }) => origin.trace.path ?? []));
  return listRemovals(repository, contents, paths, options);
}

function remotesOf(refs: readonly Ref[]): RemoteHolding[] {
  const remotes = new Map<string, string[]>();
  for (const { name, remote } of refs) {
    if (remote === null) continue;
    const names = remotes.get(remote) ?? [];
    remotes.set(remote, names);
    names.push(name);
  }
  return [...remotes].map(([name, names]) => ({
    name: name === SOME_REMOTE ? null : name,
    refs: names.slice(0, MOST_REFS),
    moreRefs: Math.max(0, names.length - MOST_REFS),
  }));
}
