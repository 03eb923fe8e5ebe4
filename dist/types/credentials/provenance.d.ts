/** A commit, and who made it when. */
export type CommitStamp = {
    readonly commit: string;
    /** `Name <address>`. */
    readonly author: string | null;
    /** ISO 8601, of the author. */
    readonly date: string | null;
};
export type FirstCommit = CommitStamp & {
    /** Where it stood in that commit; null for a message. */
    readonly path: string | null;
    /** Whether the clone is cut off there, so that it may be older. */
    readonly orEarlier: boolean;
};
export type Rename = CommitStamp & {
    readonly from: string;
    readonly to: string;
};
/** A remote that has it. */
export type RemoteHolding = {
    /** Null: some remote, and the clone does not tell which; `.` is the scanned repository itself, which is bare. */
    readonly name: string | null;
    /** Refs here that show it, in full; at most a few. */
    readonly refs: readonly string[];
    readonly moreRefs: number;
};
/** How a credential came into a repository's history, and who holds it there. */
export type CredentialProvenance = {
    /** False: a part of the history could not be read, and the exposure is the furthest that is possible. */
    readonly complete: boolean;
    /** The oldest commit that has it; null when no commit does. */
    readonly first: FirstCommit | null;
    /** Oldest first; at most a few. */
    readonly renames: readonly Rename[];
    /** Whether the commit that is checked out has it; null where that cannot be said. */
    readonly inHead: boolean | null;
    /** The commit on HEAD's own line of first parents since which HEAD does not have it any more. */
    readonly removed: CommitStamp | null;
    /** Refs, stashes and reflog entries that hold it, the most telling first; at most a few. */
    readonly refs: readonly string[];
    readonly moreRefs: number;
    readonly remotes: readonly RemoteHolding[];
};
