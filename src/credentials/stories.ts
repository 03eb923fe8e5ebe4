import type { Fingerprint } from './fingerprint.ts';
import type { RepositoryFootholds } from './foothold.ts';
import type { CredentialProvenance } from './provenance.ts';
import type { ObjectTrace } from './trace.ts';

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

export const NO_STORIES: Stories = { traces: new Map(), provenances: new Map(), footholds: new Map() };
export const NO_DETAILS: TraceDetails = {
  tagged: null,
  author: null,
  date: null,
  refs: [],
  moreRefs: 0,
  isNote: false,
};
