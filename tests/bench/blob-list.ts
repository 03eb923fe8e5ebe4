import { git } from './git.ts';

/** The blobs of a history: their ids, and their size unpacked in bytes. */
export type BlobList = { readonly oids: readonly string[]; readonly bytes: number };

/**
 * The blobs that any ref or reflog of `repository` reaches, in pack order: the order in which git
 * unpacks them fastest, so that the yardstick is as short as it can be.
 */
export async function listBlobs(repository: string): Promise<BlobList> {
  // Without --missing a repository that lacks one object could not be measured at all.
  const reachable = new Set(
    lines(
      await git(
        repository,
        'rev-list',
        '--objects',
        '--no-object-names',
        '--missing=allow-any',
        '--all',
        '--reflog',
      ),
    ),
  );
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize)';
  const objects = lines(await git(repository, 'cat-file', '--batch-all-objects', '--unordered', format))
    .map((line) => line.split(' '))
    .filter(([oid = '', type]) => type === 'blob' && reachable.has(oid));
  return {
    oids: objects.map(([oid = '']) => oid),
    bytes: objects.reduce((sum, [, , size]) => sum + Number(size), 0),
  };
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
