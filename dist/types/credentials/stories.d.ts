import type { Fingerprint } from './fingerprint.js';
import type { RepositoryFootholds } from './foothold.js';
import type { CredentialProvenance } from './provenance.js';
import type { ObjectTrace } from './trace.js';
/** What is told of places in history; see `tellStories`. */
export type Stories = {
    readonly traces: ReadonlyMap<ObjectTrace, TraceDetails>;
    readonly provenances: ReadonlyMap<Fingerprint, CredentialProvenance>;
    readonly footholds: ReadonlyMap<Fingerprint, readonly RepositoryFootholds[]>;
};
export type TraceDetails = {
    /** The commit that a tag is of. */
    readonly tagged: string | null;
    /** `Name <address>`. */
    readonly author: string | null;
    /** ISO 8601, of the author. */
    readonly date: string | null;
    /** Refs that hold it, in full, the most telling first; at most a few. */
    readonly refs: readonly string[];
    readonly moreRefs: number;
    /** Whether it is a note on a commit, whose path has no meaning to people. */
    readonly isNote: boolean;
};
export declare const NO_STORIES: Stories;
export declare const NO_DETAILS: TraceDetails;
