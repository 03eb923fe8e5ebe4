import type { CommitGraph } from './commit-graph.js';
import type { ObjectLinks } from './pack/object-links.js';
/** All commits of a history, and what its objects name. */
export type LinkedHistory = {
    readonly graph: CommitGraph;
    readonly links: ObjectLinks;
};
