import { type ObjectId, parseObjectId } from './object-id.ts';
import { TreeEntryCursor } from './pack/tree-entry-cursor.ts';

/** A name in a tree, and what it stands for. */
export type TreeEntry = {
  /** Valid as long as the content of the tree. */
  readonly name: Buffer;
  readonly oid: ObjectId;
  /** A submodule's commit is no object of the repository. */
  readonly type: 'blob' | 'tree' | 'submodule';
};

/**
 * The entries of a tree object: `<mode> SP <name> NUL <id in bytes>`, again and again. Ends at what is none.
 * @param hashLength bytes of an object id: 20 (SHA-1) or 32 (SHA-256).
 */
export function* treeEntries(content: Buffer, hashLength: number): Generator<TreeEntry, void, undefined> {
  const cursor = new TreeEntryCursor(hashLength);
  cursor.start(content);
  while (cursor.next()) {
    const { nameStart, nameEnd, idStart, entryEnd } = cursor;
    const oid = parseObjectId(content.toString('hex', idStart, entryEnd));
    if (oid === null) return;
    const type = cursor.isTree ? 'tree' : cursor.isSubmodule ? 'submodule' : 'blob';
    yield { name: content.subarray(nameStart, nameEnd), oid, type };
  }
}
