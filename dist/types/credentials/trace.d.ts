import type { History } from '../git/history.js';
import type { ObjectId } from '../git/object-id.js';
import type { Trace } from '../git/provenance.js';
import type { Repository } from '../git/repository.js';
import type { Sighting } from './collector.js';
import type { Fingerprint } from './fingerprint.js';
/** Where a git object came into history: one entry for each path that it was at. */
export type ObjectTrace = {
    readonly path: string | null;
    /** The commit that brought it there: of those that did the one that got furthest, and of these the oldest. */
    readonly commit: string | null;
    /** Null where that has no meaning, as for a tag, or could not be read. */
    readonly inHead: boolean | null;
    /** Where part of the history could not be read, the furthest that is possible. */
    readonly exposure: 'staged' | 'committed' | 'pushed' | 'unreachable';
    /** False: it may also have got less far, or come from elsewhere. */
    readonly isCertain: boolean;
    /** For what is staged in another work tree: its folder, or empty where that is not known. */
    readonly worktree?: string;
    /** What the rest is told from, once it is known which places count; see `stories.ts`. */
    readonly origin?: TraceOrigin;
};
export type TraceOrigin = {
    readonly repository: Repository;
    readonly history: History;
    readonly oid: ObjectId;
    readonly trace: Trace;
};
/** A sighting with where its object came into history; `traces` is empty for what is no git object. */
export type PlacedSighting = {
    readonly fingerprint: Fingerprint;
    readonly sighting: Sighting;
    readonly traces: readonly ObjectTrace[];
    /** The folder or repository that was scanned. */
    readonly root?: SightingRoot;
};
export type SightingRoot = {
    /** Absolute. */
    readonly folder: string;
    readonly repository: Repository | null;
    /** What was asked for of it, absolute. */
    readonly paths: readonly string[];
    /** What stands before its paths in the report, where it lies within another root. */
    readonly prefix?: string;
};
