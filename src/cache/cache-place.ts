import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Repository } from '../git/repository.ts';

/** Where what is known of a repository's history lies. */
export type CachePlace = {
  readonly folder: string;
  readonly name: string;
  /** What ties the file to this very copy of the repository; empty where the user answers for the folder. */
  readonly binding: string;
};

/** In the git folder, or in a folder that the user names. */
export type CacheChoice = 'git-folder' | { readonly folder: string };

/**
 * The place for a repository's cache.
 *
 * A git folder may come from a stranger, in an archive, with a forged cache that calls everything known. So what lies
 * there is tied to the folder's inode and the nanosecond in which it was made, which nobody can choose who packs it.
 * @param key what stands for the rules and the version.
 * @returns null when there can be none: the repository belongs to somebody else, or its file system keeps no such time.
 */
export async function findCachePlace(
  { commonDir }: Repository,
  choice: CacheChoice,
  key: string,
): Promise<CachePlace | null> {
  if (choice !== 'git-folder') {
    return { folder: resolve(choice.folder), name: `${shortHash(commonDir)}-${shortHash(key)}`, binding: '' };
  }
  const { uid, ino, birthtimeNs } = await stat(commonDir, { bigint: true });
  if (process.getuid !== undefined && uid !== BigInt(process.getuid())) return null;
  if (birthtimeNs <= 0n || ino === 0n) return null;
  return { folder: join(commonDir, 'keypetrel'), name: shortHash(key), binding: `${ino}:${birthtimeNs}` };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
