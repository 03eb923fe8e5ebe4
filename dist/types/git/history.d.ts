import type { CommitGraph, CommitPlace } from './commit-graph.js';
import type { ObjectId } from './object-id.js';
import { type Ref, type RefList } from './refs.js';
/** How far something got: to a remote, into a ref of this repository, or only into a reflog or nothing at all. */
export type Reach = 'pushed' | 'local' | 'unreachable';
export declare function furthestReach(reaches: readonly Reach[]): Reach;
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
export declare class History {
    #private;
    readonly graph: CommitGraph;
    /** The most telling first. */
    readonly refs: readonly Ref[];
    readonly head: CommitPlace | null;
    constructor(graph: CommitGraph, { refs, broken }: RefList, head: ObjectId | null, unread: UnreadParts);
    /** Whether all of it could be read. */
    get isComplete(): boolean;
    reachOf(place: CommitPlace): Reach;
    /** Whether the commit that is checked out is this one or comes after it. */
    isInHead(place: CommitPlace): boolean;
    /** The one that got furthest, and among those the oldest. */
    mostTelling(places: readonly CommitPlace[]): CommitPlace | null;
    oldest(places: readonly CommitPlace[]): CommitPlace | null;
    /** Refs that point to an object without a commit in between. */
    refsAt(oid: ObjectId): readonly Ref[];
    /**
     * Follows up to `SETS_AT_ONCE` sets of commits at once, which takes as long as following one: whoever asks for one
     * after the other asks for this before.
     */
    follow(sets: readonly (readonly CommitPlace[])[]): void;
    /**
     * For each set of commits the refs from which at least one of them can be reached.
     * @param most refs of each kind to name.
     */
    holdersOf(sets: readonly (readonly CommitPlace[])[], most: number): Holders[];
    /** The last commits before a set that come after none of it: they have nothing of what the set brought. */
    basesOf(set: readonly CommitPlace[]): CommitPlace[];
    /** The commits that a stash consists of: what was changed, what was staged, and what was not tracked. */
    stashCommits(stash: Ref): readonly CommitPlace[];
    /**
     * How far something may have got that was found at some commits, or at none: at least as far as those, and as far as
     * the parts that could not be read, unless these come before it.
     */
    furthestPossible(set: readonly CommitPlace[]): Reach;
}
