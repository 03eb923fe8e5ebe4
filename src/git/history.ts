import type { CommitGraph, CommitPlace } from './commit-graph.ts';
import { SETS_AT_ONCE } from './commit-graph.ts';
import type { ObjectId } from './object-id.ts';
import { REF_KINDS, type Ref, type RefList } from './refs.ts';

/** How far something got: to a remote, into a ref of this repository, or only into a reflog or nothing at all. */
export type Reach = 'pushed' | 'local' | 'unreachable';

const REACHES: readonly Reach[] = ['unreachable', 'local', 'pushed'];

export function furthestReach(reaches: readonly Reach[]): Reach {
  return REACHES.findLast((reach) => reaches.includes(reach)) ?? 'unreachable';
}

/** Parts of the history that could not be read. What they hold is not known. */
export type UnreadParts = {
  /** Commits whose files could not be compared with those before. */
  readonly commits: readonly CommitPlace[];
  /** Whether git's walk broke off: what is behind a break may be held by anything before it. */
  readonly isBroken: boolean;
};

/** The refs that hold some commits. */
export type Holders = {
  /** The most telling first; at most as many of each kind as asked for. */
  readonly refs: readonly Ref[];
  readonly count: number;
};

/** The commits of a repository and what refers to them: all that can be told without asking git again. */
export class History {
  readonly graph: CommitGraph;
  /** The most telling first. */
  readonly refs: readonly Ref[];
  readonly head: CommitPlace | null;
  readonly #tips: readonly (CommitPlace | null)[];
  readonly #direct = new Map<ObjectId, Ref[]>();
  readonly #pushed: Uint8Array;
  readonly #local: Uint8Array;
  readonly #inHead: Uint8Array;
  readonly #unread: UnreadParts;
  /** How far what a ref holds that cannot be read has got. */
  readonly #broken: readonly Reach[];
  /** The sets that were followed last. */
  #followed: Followed = { bits: new Map(), marks: new Uint32Array(0) };

  constructor(graph: CommitGraph, { refs, broken }: RefList, head: ObjectId | null, unread: UnreadParts) {
    this.graph = graph;
    this.refs = [...refs].sort(byRank);
    this.head = head === null ? null : graph.find(head);
    this.#tips = this.refs.map(({ target, peeled }) => graph.find(peeled ?? target));
    this.#unread = unread;
    this.#broken = [
      ...broken.map((name): Reach => (name.startsWith('refs/remotes/') ? 'pushed' : 'local')),
      // A missing commit that others name as their parent is looked at with these. What was fetched without a ref may
      // have been pruned since.
      ...this.refs
        .filter(
          ({ peeled, kind }, index) => peeled === null && this.#tips[index] === null && kind !== 'fetched',
        )
        .map(({ remote }): Reach => (remote === null ? 'local' : 'pushed')),
    ];
    for (const ref of this.refs) {
      for (const oid of new Set([ref.target, ref.peeled ?? ref.target])) {
        const own = this.#direct.get(oid) ?? [];
        this.#direct.set(oid, own);
        own.push(ref);
      }
    }
    const tipsOf = (isWanted: (ref: Ref) => boolean) =>
      this.#tips.filter((tip, index): tip is CommitPlace => {
        const ref = this.refs[index];
        return tip !== null && ref !== undefined && isWanted(ref);
      });
    this.#pushed = graph.ancestors(tipsOf(({ remote }) => remote !== null));
    this.#local = graph.ancestors(tipsOf(() => true));
    this.#inHead = graph.ancestors(this.head === null ? [] : [this.head]);
  }

  /** Whether all of it could be read. */
  get isComplete(): boolean {
    return !this.#unread.isBroken && this.#unread.commits.length === 0 && this.#broken.length === 0;
  }

  reachOf(place: CommitPlace): Reach {
    if (this.#pushed[place] === 1) return 'pushed';
    return this.#local[place] === 1 ? 'local' : 'unreachable';
  }

  /** Whether the commit that is checked out is this one or comes after it. */
  isInHead(place: CommitPlace): boolean {
    return this.#inHead[place] === 1;
  }

  /** The one that got furthest, and among those the oldest. */
  mostTelling(places: readonly CommitPlace[]): CommitPlace | null {
    const reach = furthestReach(places.map((place) => this.reachOf(place)));
    return this.oldest(places.filter((place) => this.reachOf(place) === reach));
  }

  oldest(places: readonly CommitPlace[]): CommitPlace | null {
    return places.reduce<CommitPlace | null>(
      (oldest, place) => (oldest === null || this.graph.isOlder(place, oldest) ? place : oldest),
      null,
    );
  }

  /** Refs that point to an object without a commit in between. */
  refsAt(oid: ObjectId): readonly Ref[] {
    return this.#direct.get(oid) ?? [];
  }

  /**
   * Follows up to `SETS_AT_ONCE` sets of commits at once, which takes as long as following one: whoever asks for one
   * after the other asks for this before.
   */
  follow(sets: readonly (readonly CommitPlace[])[]): void {
    const distinct = [...new Map(sets.map((set) => [keyOf(set), set]))].slice(0, SETS_AT_ONCE);
    const bits = new Map(distinct.map(([key], bit) => [key, bit]));
    this.#followed = { bits, marks: this.graph.spread(distinct.map(([, set]) => set)) };
  }

  /** For each place whether it is in a set or comes after one of it. */
  #comesAfter(set: readonly CommitPlace[]): (place: CommitPlace) => boolean {
    if (!this.#followed.bits.has(keyOf(set))) this.follow([set]);
    const { bits, marks } = this.#followed;
    const bit = bits.get(keyOf(set)) ?? 0;
    return (place) => (((marks[place] ?? 0) >>> bit) & 1) === 1;
  }

  /**
   * For each set of commits the refs from which at least one of them can be reached.
   * @param most refs of each kind to name.
   */
  holdersOf(sets: readonly (readonly CommitPlace[])[], most: number): Holders[] {
    // Contents that came with the same commits are held by the same refs.
    const keys = sets.map(keyOf);
    const distinct = [...new Map(keys.map((key, index) => [key, sets[index] ?? []]))];
    const found = new Map<string, Holders>();
    for (let start = 0; start < distinct.length; start += SETS_AT_ONCE) {
      const batch = distinct.slice(start, start + SETS_AT_ONCE);
      const isFollowed = batch.every(([key]) => this.#followed.bits.has(key));
      if (!isFollowed) this.follow(batch.map(([, set]) => set));
      for (const [key, set] of batch) found.set(key, this.#holders(this.#comesAfter(set), most));
    }
    return keys.map((key) => found.get(key) ?? { refs: [], count: 0 });
  }

  #holders(isHolder: (place: CommitPlace) => boolean, most: number): Holders {
    const refs: Ref[] = [];
    const counts = new Map<string, number>();
    let count = 0;
    for (const [index, tip] of this.#tips.entries()) {
      const ref = this.refs[index];
      if (tip === null || ref === undefined || !isHolder(tip)) continue;
      count += 1;
      const ofKind = (counts.get(ref.kind) ?? 0) + 1;
      counts.set(ref.kind, ofKind);
      if (ofKind <= most) refs.push(ref);
    }
    return { refs, count };
  }

  /** The last commits before a set that come after none of it: they have nothing of what the set brought. */
  basesOf(set: readonly CommitPlace[]): CommitPlace[] {
    const comesAfter = this.#comesAfter(set);
    const parents = set.flatMap((place) => this.graph.parentsOf(place));
    return [...new Set(parents)].filter((place) => !comesAfter(place) && !this.graph.isMissing(place));
  }

  /** The commits that a stash consists of: what was changed, what was staged, and what was not tracked. */
  stashCommits(stash: Ref): readonly CommitPlace[] {
    const top = this.graph.find(stash.target);
    return top === null ? [] : [top, ...this.graph.parentsOf(top).slice(1)];
  }

  /**
   * How far something may have got that was found at some commits, or at none: at least as far as those, and as far as
   * the parts that could not be read, unless these come before it.
   */
  furthestPossible(set: readonly CommitPlace[]): Reach {
    const known = furthestReach(set.map((place) => this.reachOf(place)));
    return furthestReach([known, ...this.#reachesNotExcluded(set)]);
  }

  #reachesNotExcluded(set: readonly CommitPlace[]): Reach[] {
    // What no commit is known to hold may stand in each one that could not be read.
    const unread = set.length === 0 ? this.#unread.commits : [];
    const reaches = [...this.#broken, ...unread.map((place) => this.reachOf(place))];
    const missing = this.graph.missing();
    if (missing.length === 0) return reaches;
    // A commit is no parent of what it comes after.
    const before = this.graph.ancestors(set);
    const open = set.length === 0 ? missing : missing.filter((place) => before[place] === 0);
    return [...reaches, ...open.map((place) => this.reachOf(place))];
  }
}

/** Sets of commits by `keyOf`, and for each commit a bit for each that it is in or comes after: see `spread`. */
type Followed = { readonly bits: ReadonlyMap<string, number>; readonly marks: Uint32Array };

function keyOf(set: readonly CommitPlace[]): string {
  return [...set].sort((a, b) => a - b).join();
}

/** The branch that is checked out first, then by kind and name. */
function byRank(a: Ref, b: Ref): number {
  return (
    Number(b.isCurrentBranch) - Number(a.isCurrentBranch) ||
    REF_KINDS.indexOf(a.kind) - REF_KINDS.indexOf(b.kind) ||
    compareNames(a.name, b.name)
  );
}

/** `refs/stash@{10}` comes behind `refs/stash@{9}`. */
function compareNames(a: string, b: string): number {
  const [, first = a, one = ''] = /^(.*@\{)(\d+)\}$/s.exec(a) ?? [];
  const [, second = b, other = ''] = /^(.*@\{)(\d+)\}$/s.exec(b) ?? [];
  if (first === second) return Number(one) - Number(other);
  return first < second ? -1 : 1;
}
