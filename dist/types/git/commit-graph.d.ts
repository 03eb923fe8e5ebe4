import type { ObjectId } from './object-id.js';
/** A commit's place in a `CommitGraph`: from 0, in no order that means anything. */
export type CommitPlace = number & {
    readonly __brand: 'CommitPlace';
};
/** How many sets of commits `spread` follows at once: one for each bit of a number. */
export declare const SETS_AT_ONCE = 32;
/**
 * Commits and their parents. Repositories have millions: all of it is in typed arrays, some 60 bytes for each commit.
 * A commit that is named as a parent and never added is missing: it has a place, and no parents.
 */
export declare class CommitGraph {
    #private;
    /** @param hexLength characters of an object id: 40 (SHA-1) or 64 (SHA-256). */
    constructor(hexLength: number);
    get hexLength(): number;
    /** How many commits have a place, missing ones among them. */
    get size(): number;
    /**
     * Adds a commit; nothing happens when it is there.
     * @param ids in hex as ASCII: its own, then those of its parents.
     * @param committed seconds since 1970, of the committer.
     */
    add(ids: readonly Uint8Array[], committed: number): void;
    find(oid: string): CommitPlace | null;
    idAt(place: CommitPlace): ObjectId;
    /** Seconds since 1970, of the committer; 0 for a missing one. */
    committedAt(place: CommitPlace): number;
    parentsOf(place: CommitPlace): readonly CommitPlace[];
    isMissing(place: CommitPlace): boolean;
    missing(): CommitPlace[];
    /** Those that were added, in the order in which they were. */
    added(): CommitPlace[];
    /** A graph of the marked commits only. @param marks one for each place; parents of a marked commit are marked. */
    only(marks: Uint8Array): CommitGraph;
    /**
     * Follows up to 32 sets of commits to all their descendants.
     * @returns for each place a number whose bit `n` says that it is in set `n` or descends from one that is.
     */
    spread(sets: readonly Iterable<CommitPlace>[]): Uint32Array;
    /** A mark for each place: 1 for the commits given and all their ancestors. */
    ancestors(of: Iterable<CommitPlace>): Uint8Array;
    /**
     * Whether a commit is older than another: by its date, or where that is the same by what comes before it. Of two that
     * neither tells apart it is the same one in every graph that has them.
     */
    isOlder(one: CommitPlace, other: CommitPlace): boolean;
}
