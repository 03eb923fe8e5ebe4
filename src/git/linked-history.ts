import type { CommitGraph } from './commit-graph.ts';
import type { ObjectLinks } from './pack/object-links.ts';

/** All commits of a history, and what its objects name. */
export type LinkedHistory = { readonly graph: CommitGraph; readonly links: ObjectLinks };
