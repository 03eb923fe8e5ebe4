import { type ObjectId } from './object-id.js';
import type { ListedObject } from './objects.js';
import { type GitOptions } from './process.js';
import type { Repository } from './repository.js';
/** Which commits to look at. */
export type CommitRange = 
/** `A..B`: those of B that A does not have; `A...B`: those that only one of them has. An empty side is HEAD. */
{
    readonly kind: 'revisions';
    readonly text: string;
}
/**
 * What some objects reach and others do not; ids only. What of the others is not here is passed over; what of the
 * former is not here is a gap.
 */
 | {
    readonly kind: 'reachable';
    readonly from: readonly ObjectId[];
    readonly without: readonly ObjectId[];
}
/** These commits, and no other. */
 | {
    readonly kind: 'commits';
    readonly names: readonly string[];
};
export type RangeObjects = {
    readonly objects: readonly ListedObject[];
    /** Whether a shallow clone ends within the range, so that some of it is not here. */
    readonly isShallow: boolean;
};
/**
 * Everything that a range of commits brings in: the commits themselves for their messages, and each content that
 * stands at a path after one of them and did not in any of its parents. Each object once, in the order of git's walk.
 * @throws UserError for a revision that is not there.
 */
export declare function listRangeObjects(repository: Repository, range: CommitRange, options?: GitOptions): Promise<RangeObjects>;
