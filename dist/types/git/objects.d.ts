import { type ObjectId } from './object-id.js';
import { type ObjectType } from './object-table.js';
import type { GitOptions } from './process.js';
import { type Repository } from './repository.js';
/** An object to read. */
export type ListedObject = {
    readonly oid: ObjectId;
    readonly type: ObjectType;
    /** One path at which it was met, or null. */
    readonly path: string | null;
};
/** What cannot be read, found while listing. */
export type ListProblem = {
    readonly reason: 'missing-object' | 'corrupt-object' | 'unreadable';
    /** Object id, the ref that names it, or git's words. */
    readonly example: string;
};
export type ListOptions = GitOptions & {
    /** Unreachable objects as well. */
    readonly allObjects?: boolean;
    readonly onProblem: (problem: ListProblem) => void;
    /** Called once, at the end, with the number of objects listed. */
    readonly onListed?: (count: number) => void;
};
/**
 * Lists every object that is reachable from a ref, HEAD, a reflog or an index, of all
 * worktrees, each once; in blocks, while git still walks. When the walk stops at a missing or broken commit,
 * every object that is there is listed, so that nothing behind the break is lost.
 */
export declare function listObjects(repository: Repository, options: ListOptions): AsyncGenerator<readonly ListedObject[], void, undefined>;
