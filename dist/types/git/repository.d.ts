import { type ObjectId } from './object-id.js';
import { type GitOptions } from './process.js';
/** A repository as git sees it from some path. All paths are absolute, with links resolved. */
export type Repository = {
    /** Where git is started: the top of the work tree, or the git folder when there is none. */
    readonly cwd: string;
    readonly indexFile: string | null;
    /** Top folder of the files that are checked out; null in a bare repository and inside `.git`. */
    readonly workTree: string | null;
    readonly gitDir: string;
    /** The git folder that worktrees share; otherwise equal to `gitDir`. */
    readonly commonDir: string;
    readonly bare: boolean;
    /** History is cut off (`git clone --depth`): what lies before is not here. */
    readonly shallow: boolean;
    /** Objects are left at the remote (`git clone --filter`): what was not fetched is not here. */
    readonly partialClone: boolean;
    readonly objectFormat: 'sha1' | 'sha256';
    /** The commit that is checked out; null while there is none (unborn branch). */
    readonly head: ObjectId | null;
};
/** Bytes of an object id; in hex it is twice as long. */
export declare function hashLengthOf({ objectFormat }: Pick<Repository, 'objectFormat'>): 20 | 32;
export type DiscoverOptions = GitOptions & {
    /** See `GitPlace.indexFile`. */
    readonly indexFile?: string | null;
};
/**
 * Finds the repository that holds `path`, which has to exist.
 * @returns null when there is none.
 * @throws UserError when git is not installed or refuses the repository's owner; GitError when the
 *   repository is broken.
 */
export declare function discoverRepository(path: string, options?: DiscoverOptions): Promise<Repository | null>;
/** The folder itself or that of a file; where git cannot be started in it, the nearest above. */
export declare function startingFolder(path: string): string;
