import type { ObjectId } from './object-id.ts';
import type { ContentType } from './object-table.ts';
import { decodePath } from './path-name.ts';
import type { LoggedCommit } from './raw-log.ts';
import { type CommitReach, type Reach, ReachTracker } from './reach.ts';
import type { Ref } from './refs.ts';
import type { Tagger } from './taggers.ts';

/** An object to trace. */
export type TracedObject = { readonly oid: ObjectId; readonly type: ContentType };

/** How an object came to stand at a path; for a commit or tag, how it came to be. */
export type Introduction = {
  /** Null for commits, tags and blobs that only a ref names. */
  readonly path: string | null;
  /** Of those that brought it there the one that got furthest, and among those the oldest. */
  readonly commit: ObjectId | null;
  readonly authorName: string | null;
  readonly authorEmail: string | null;
  /** ISO 8601, of the author. */
  readonly date: string | null;
  /** Refs that contain it, in full; at most a few. */
  readonly refs: readonly string[];
  readonly reach: Reach;
  /** Whether the commit that is checked out has the object at the path. */
  readonly inHead: boolean;
};

export type ObjectProvenance = {
  /** How far it got by any way. */
  readonly reach: Reach;
  /** One for each path, oldest first. Empty for what no commit holds: staged only, or unreachable. */
  readonly introductions: readonly Introduction[];
};

const COMMITS_PER_PROGRESS = 1024;

/** Collects what the log tells about the wanted objects. */
export class Trail {
  readonly #wanted: ReadonlySet<string>;
  readonly #inHead: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #tracker: ReachTracker;
  readonly #onProgress: ((commits: number) => void) | undefined;
  /** By object, then by path (empty for a commit). */
  readonly #found = new Map<string, Map<string, Found>>();
  #commit: LoggedCommit | null = null;
  #reach: CommitReach = { reach: 'unreachable', refs: [] };
  #commits = 0;

  constructor(
    wanted: ReadonlySet<string>,
    inHead: ReadonlyMap<string, ReadonlySet<string>>,
    refs: readonly Ref[],
    onProgress: ((commits: number) => void) | undefined,
  ) {
    this.#wanted = wanted;
    this.#inHead = inHead;
    this.#tracker = new ReachTracker(refs);
    this.#onProgress = onProgress;
  }

  commit(commit: LoggedCommit): void {
    this.#commit = commit;
    this.#reach = this.#tracker.visit(commit.oid, commit.parents);
    this.#commits += 1;
    if (this.#commits % COMMITS_PER_PROGRESS === 0) this.#onProgress?.(this.#commits);
    if (this.#wanted.has(commit.oid)) this.#add(commit.oid, '');
  }

  change(oid: string, pathBytes: Buffer): void {
    if (this.#wanted.has(oid)) this.#add(oid, decodePath(pathBytes));
  }

  finish(
    objects: readonly TracedObject[],
    taggers: ReadonlyMap<ObjectId, Tagger>,
  ): Map<ObjectId, ObjectProvenance> {
    return new Map(objects.map((object) => [object.oid, this.#describe(object, taggers.get(object.oid))]));
  }

  #add(oid: string, path: string): void {
    if (this.#commit === null) return;
    const paths = this.#found.get(oid) ?? new Map<string, Found>();
    this.#found.set(oid, paths);
    const found: Found = { commit: this.#commit, reach: this.#reach };
    const known = paths.get(path);
    if (known === undefined || isBetter(found, known)) paths.set(path, found);
  }

  #describe({ oid, type }: TracedObject, tagger: Tagger | undefined): ObjectProvenance {
    const found = [...(this.#found.get(oid) ?? [])].sort(
      ([, a], [, b]) => a.commit.committed - b.commit.committed,
    );
    const introductions: Introduction[] = found.map(([path, { commit, reach }]) => ({
      path: type === 'blob' ? path : null,
      commit: commit.oid,
      authorName: commit.authorName,
      authorEmail: commit.authorEmail,
      date: commit.date,
      ...reach,
      inHead: this.#inHead.get(oid)?.has(path) ?? false,
    }));
    const direct = this.#tracker.ofTarget(oid);
    if (type === 'tag' || (introductions.length === 0 && direct.refs.length > 0)) {
      introductions.push(ofTarget(direct, tagger));
    }
    return { reach: furthest(introductions.map(({ reach }) => reach)), introductions };
  }
}

type Found = { readonly commit: LoggedCommit; readonly reach: CommitReach };

const REACHES: readonly Reach[] = ['unreachable', 'local', 'pushed'];

/** Whether it got further, or as far and is older. The log prints newest first, so a tie is older too. */
function isBetter(one: Found, other: Found): boolean {
  const further = REACHES.indexOf(one.reach.reach) - REACHES.indexOf(other.reach.reach);
  return further > 0 || (further === 0 && one.commit.committed <= other.commit.committed);
}

function furthest(reaches: readonly Reach[]): Reach {
  return REACHES.findLast((reach) => reaches.includes(reach)) ?? 'unreachable';
}

/** What a ref names without a commit in between. */
function ofTarget(direct: CommitReach, tagger: Tagger | undefined): Introduction {
  return {
    path: null,
    commit: tagger?.commit ?? null,
    authorName: tagger?.name ?? null,
    authorEmail: tagger?.email ?? null,
    date: tagger?.date ?? null,
    ...direct,
    inHead: false,
  };
}
