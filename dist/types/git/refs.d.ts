import { type ObjectId } from './object-id.js';
import { type GitOptions } from './process.js';
import type { Repository } from './repository.js';
/** What a ref is to people, in the order in which they would name one. */
export type RefKind = (typeof REF_KINDS)[number];
export declare const REF_KINDS: readonly ['branch', 'remote-branch', 'tag', 'head', 'stash', 'note', 'pull-request', 'fetched', 'other'];
/** Something that keeps objects reachable. */
export type Ref = {
    /** As git understands it: `refs/heads/main`, `refs/stash@{1}`, or `HEAD` where that names a commit itself. */
    readonly name: string;
    readonly kind: RefKind;
    /** What it points to: a commit mostly; for an annotated tag the tag. */
    readonly target: ObjectId;
    /** What is left when tags are followed to their end; null when that is missing. */
    readonly peeled: ObjectId | null;
    /** The remote that is known to have what it points to; null when none is. */
    readonly remote: string | null;
    readonly isCurrentBranch: boolean;
};
/** In place of the name of a remote: the repository itself, which is bare, so that what it has was pushed to it. */
export declare const THIS_REPOSITORY = ".";
/** In place of the name of a remote: some remote, and the clone does not say which. */
export declare const SOME_REMOTE = "?";
export type RefList = {
    readonly refs: readonly Ref[];
    /** Names of refs that are there and cannot be read. What they kept reachable is not known. */
    readonly broken: readonly string[];
};
/**
 * All refs, every stash, detached HEADs of all worktrees, and FETCH_HEAD. In a bare repository all of them count as
 * pushed: nobody commits there, what it has was fetched or pushed.
 */
export declare function listRefs(repository: Repository, options?: GitOptions): Promise<RefList>;
/** What a ref is, by its name. */
export declare function kindOf(name: string): RefKind;
