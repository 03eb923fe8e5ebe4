/** What a repository holds a credential by: one entry for each that has to be undone in its own way. */
export type Foothold =
  | StagedFoothold
  | CommitFoothold
  | TagFoothold
  | NoteFoothold
  | StashFoothold
  | ForgottenFoothold
  /** The name of a file, folder or ref. */
  | { readonly kind: 'name' }
  | { readonly kind: 'unknown' };

export type StagedFoothold = {
  readonly kind: 'staged';
  /** In the index, relative to the top of the work tree. */
  readonly paths: readonly string[];
  /** The folder of another work tree; null for the one that was scanned, empty where it is not known. */
  readonly worktree: string | null;
};

/** Commits that branches, tags, remotes and the like hold. */
export type CommitFoothold = {
  readonly kind: 'commits';
  readonly isPushed: boolean;
  readonly inContents: boolean;
  readonly inMessages: boolean;
  /** Files of the commit that is checked out which have it. */
  readonly headPaths: readonly string[];
  /** Whether the commit that is checked out brought it, and nothing but its branch has that commit. */
  readonly isLastCommit: boolean;
  /** Commits that brought it, by id; at most a few. */
  readonly introducedBy: readonly string[];
  /** The last commits without it, by id: what they have need not be written anew. */
  readonly bases: readonly string[];
  /** Full names of local branches and of tags that hold it; null when they are too many to name. */
  readonly branches: readonly string[] | null;
  readonly tags: readonly string[] | null;
  /** Whether a work tree has such a commit checked out without a branch, and nothing else has it. */
  readonly isDetached: boolean;
  /** Stashes that were made on top of such a commit. */
  readonly stashes: readonly string[];
  readonly remotes: readonly RemoteFoothold[];
};

/** A remote that has such commits. */
export type RemoteFoothold = {
  /** As in `RemoteHolding`. */
  readonly name: string | null;
  /** Branches by their name at the remote, and where each stood when it was last looked at. */
  readonly branches: readonly { readonly name: string; readonly tip: string; readonly isLocal: boolean }[];
  /** Pull requests and the like, which only the host can remove. */
  readonly hasReviews: boolean;
};

/** A tag whose message has it, or that names it directly; full names. */
export type TagFoothold = {
  readonly kind: 'tag-message' | 'tagged';
  readonly refs: readonly string[];
  readonly remote: string | null;
};

export type NoteFoothold = {
  readonly kind: 'note';
  readonly refs: readonly string[];
  readonly isPushed: boolean;
};

export type StashFoothold = {
  /** A stash that brought it, or one that was made on top of a commit that nothing else holds. */
  readonly kind: 'stash' | 'stash-base';
  /** As git understands them: `stash@{1}`; the last first. */
  readonly stashes: readonly string[];
};

/** What only a reflog still has, or nothing at all. */
export type ForgottenFoothold = {
  readonly kind: 'forgotten';
  /** As git understands them, the last of each reflog first; null when they are too many to name. */
  readonly entries: readonly string[] | null;
  /** Such as `ORIG_HEAD`. */
  readonly pseudoRefs: readonly string[];
  /** Reflogs with such entries, for when those are too many to name. */
  readonly reflogs: readonly string[];
};

/** Everything in one repository that has to be undone. */
export type RepositoryFootholds = {
  /** Where the commands are to be run; null: where the reader is. */
  readonly folder: string | null;
  readonly isBare: boolean;
  /** Whether no commit is checked out, because there is none yet. */
  readonly isUnborn: boolean;
  /** Whether the commit that is checked out has the credential. */
  readonly isInHead: boolean;
  readonly footholds: readonly Foothold[];
};
