import type { Repository } from '../git/repository.js';
/** Where what is known of a repository's history lies. */
export type CachePlace = {
    readonly folder: string;
    readonly name: string;
    /** What ties the file to this very copy of the repository; empty where the user answers for the folder. */
    readonly binding: string;
};
/** In the git folder, or in a folder that the user names. */
export type CacheChoice = 'git-folder' | {
    readonly folder: string;
};
/**
 * The place for a repository's cache.
 *
 * A git folder may come from a stranger, in an archive, with a forged cache that calls everything known. So what lies
 * there is tied to the folder's inode and the nanosecond in which it was made, which nobody can choose who packs it.
 * @param key what stands for the rules and the version.
 * @returns null when there can be none: the repository belongs to somebody else, or its file system keeps no such time.
 */
export declare function findCachePlace({ commonDir }: Repository, choice: CacheChoice, key: string): Promise<CachePlace | null>;
