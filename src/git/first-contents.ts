import { readObjects } from './cat-file.ts';
import type { ObjectId } from './object-id.ts';
import type { GitOptions } from './process.ts';
import { hashLengthOf, type Repository } from './repository.ts';
import { treeEntries } from './tree-entries.ts';

/** Folders nested deeper are not followed. */
const MAX_DEPTH = 64;

/** One content, or submodule, somewhere below each of some trees; trees without any are left out. */
export async function firstContents(
  repository: Repository,
  trees: readonly ObjectId[],
  options: GitOptions,
): Promise<Map<ObjectId, ObjectId>> {
  const hashLength = hashLengthOf(repository);
  const found = new Map<ObjectId, ObjectId>();
  /** A tree that is asked for, and a folder in it that has not been looked into. */
  let pending = [...new Set(trees)].map((root) => ({ root, oid: root }));
  for (let depth = 0; depth < MAX_DEPTH && pending.length > 0; depth += 1) {
    const next: typeof pending = [];
    let content: Buffer[] = [];
    await readObjects(
      repository,
      [pending],
      {
        begin: () => {
          content = [];
        },
        part: (bytes) => void content.push(Buffer.from(bytes)),
        end: ({ root }) => {
          const entries = [...treeEntries(Buffer.concat(content), hashLength)];
          const first = entries.find(({ type }) => type !== 'tree') ?? entries[0];
          if (first?.type === 'tree') next.push({ root, oid: first.oid });
          else if (first !== undefined) found.set(root, first.oid);
        },
        missing: () => {},
        corrupt: () => {},
      },
      options,
    );
    pending = next;
  }
  return found;
}
