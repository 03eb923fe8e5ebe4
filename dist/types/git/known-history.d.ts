import type { CommitGraph } from './commit-graph.js';
import type { ObjectId } from './object-id.js';
import type { ListedObject } from './objects.js';
/**
 * What an earlier scan found out about a history. All of it are facts about objects, which never change: a history can
 * grow and lose branches, and each of them still holds.
 */
export type KnownHistory = {
    /** Everything that these reach was read, but for `missing`. */
    readonly tips: readonly ObjectId[];
    /** How many blobs, commits and tags that was. */
    readonly objects: number;
    /** How many of them are commits. */
    readonly commits: number;
    /** Those in which something was found; nothing is in the others. */
    readonly suspects: readonly ListedObject[];
    /** Objects that a partial clone did not have. */
    readonly missing: readonly ObjectId[];
    /** Makes a graph of the commits that the tips reach; null when nobody has needed one. */
    readonly makeGraph: (() => CommitGraph) | null;
    /** All changes to or from a suspect blob in these commits. */
    readonly changes: readonly KnownChange[];
};
/** A change of content at a path, as `ContentChange` has it. */
export type KnownChange = {
    readonly commit: ObjectId;
    readonly before: readonly string[];
    readonly after: string;
    readonly pathBytes: Buffer;
};
