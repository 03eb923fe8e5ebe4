import type { CommitPlace } from './commit-graph.js';
import { History } from './history.js';
import type { KnownChange, KnownHistory } from './known-history.js';
import type { LinkedHistory } from './linked-history.js';
import type { ObjectId } from './object-id.js';
import type { ContentType } from './object-table.js';
import type { GitOptions } from './process.js';
import { type Ref } from './refs.js';
import type { Repository } from './repository.js';
/** An object to trace. */
export type TracedObject = {
    readonly oid: ObjectId;
    readonly type: ContentType;
};
/** How an object came to stand at a path; for a commit or tag, how it came to be. */
export type Trace = {
    /** Null for commits, tags and blobs that only a ref names. */
    readonly path: string | null;
    /** The commits that have it there and none of whose parents has; for a commit itself. */
    readonly introducedBy: readonly CommitPlace[];
    /** The commits that do not have it there any more, and whose parent has. */
    readonly removedBy: readonly CommitPlace[];
    /** Refs that hold it without a commit in between. */
    readonly refs: readonly Ref[];
    /** Whether the commit that is checked out has it there; null where that has no meaning or cannot be read. */
    readonly inHead: boolean | null;
};
export type Provenance = {
    readonly history: History;
    /** By object; without an entry: nothing that was read tells where it comes from. */
    readonly traces: ReadonlyMap<ObjectId, readonly Trace[]>;
    /** All changes to or from one of the blobs. */
    readonly changes: readonly KnownChange[];
};
export type TraceOptions = GitOptions & {
    /** Commits that nothing reaches as well. */
    readonly allObjects?: boolean;
    /** What an earlier scan found out. */
    readonly known?: KnownHistory | null;
    /** What the objects of the history name, where that is known. */
    readonly linked?: LinkedHistory | null;
    /** All from which the walk starts, where they have been listed. */
    readonly listedTips?: readonly ObjectId[] | null;
    /** Called now and then with the number of commits compared. */
    readonly onProgress?: ((commits: number) => void) | undefined;
};
/**
 * Finds out where objects come from, in one pass over the history whatever their number.
 * @throws GitError when not even the refs can be read.
 */
export declare function traceObjects(repository: Repository, objects: readonly TracedObject[], options?: TraceOptions): Promise<Provenance>;
