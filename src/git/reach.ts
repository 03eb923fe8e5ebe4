import type { ObjectId } from './object-id.ts';
import type { Ref } from './refs.ts';

/** How far something got: to a remote, into a local ref, or only into the reflog or no ref at all. */
export type Reach = 'pushed' | 'local' | 'unreachable';

export type CommitReach = {
  readonly reach: Reach;
  /** Refs that contain the commit, the most telling first; at most `MAX_REFS`. */
  readonly refs: readonly string[];
};

/** How many refs are kept for each commit. */
export const MAX_REFS = 3;

type State = { readonly pushed: boolean; readonly refs: readonly number[]; readonly key: string };

/**
 * Tells for every commit how far it got and which refs contain it, in one pass over the history: give it
 * the commits children first. The best few of all refs above a commit are the best few of those above its
 * children, so a few are all that has to be handed down.
 */
export class ReachTracker {
  readonly #refs: readonly Ref[];
  readonly #tips = new Map<ObjectId, State>();
  /** By everything that a ref names, also tags on the way to a commit. */
  readonly #direct = new Map<ObjectId, State>();
  /** What is known of commits that have not come yet; never more than the width of the history. */
  readonly #pending = new Map<ObjectId, State>();
  /** States are few: kept once each, and compared by identity. */
  readonly #states = new Map<string, State>();
  readonly #none: State;

  constructor(refs: readonly Ref[]) {
    this.#refs = [...refs].sort(byRank);
    this.#none = this.#intern(false, []);
    for (const [index, { peeled, target, pushed }] of this.#refs.entries()) {
      const state = this.#intern(pushed, [index]);
      const tip = peeled ?? target;
      this.#tips.set(tip, this.#merge(this.#tips.get(tip), state));
      for (const oid of new Set([target, tip])) {
        this.#direct.set(oid, this.#merge(this.#direct.get(oid), state));
      }
    }
  }

  /** Takes the next commit, after all its children. */
  visit(commit: ObjectId, parents: readonly ObjectId[]): CommitReach {
    const state = this.#merge(this.#pending.get(commit), this.#tips.get(commit) ?? this.#none);
    this.#pending.delete(commit);
    for (const parent of parents) this.#pending.set(parent, this.#merge(this.#pending.get(parent), state));
    return this.#describe(state);
  }

  /** Of something that refs point to without a commit in between: a tag, or a tagged blob. */
  ofTarget(oid: ObjectId): CommitReach {
    return this.#describe(this.#direct.get(oid) ?? this.#none);
  }

  #describe({ pushed, refs }: State): CommitReach {
    const reach = pushed ? 'pushed' : refs.length > 0 ? 'local' : 'unreachable';
    return { reach, refs: refs.map((index) => this.#refs[index]?.name ?? '') };
  }

  #merge(one: State | undefined, other: State): State {
    if (one === undefined || one === other) return other;
    const refs = [...new Set([...one.refs, ...other.refs])].sort((a, b) => a - b).slice(0, MAX_REFS);
    return this.#intern(one.pushed || other.pushed, refs);
  }

  #intern(pushed: boolean, refs: readonly number[]): State {
    const key = `${pushed}:${refs.join()}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state = { pushed, refs, key };
    this.#states.set(key, state);
    return state;
  }
}

const NAMESPACES = ['refs/heads/', 'refs/remotes/', 'refs/tags/', 'refs/'];

/** The branch that is checked out first, then branches, remote branches, tags and the rest. */
function byRank(a: Ref, b: Ref): number {
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}

function rank({ name, isCurrentBranch }: Ref): number {
  if (isCurrentBranch) return -1;
  const index = NAMESPACES.findIndex((namespace) => name.startsWith(namespace));
  return index === -1 ? NAMESPACES.length : index;
}
