import { type ObjectId, parseObjectId } from './object-id.ts';

/** A name in a tree, and what it stands for. */
export type TreeEntry = {
  /** Valid as long as the content of the tree. */
  readonly name: Buffer;
  readonly oid: ObjectId;
  /** A submodule's commit is no object of the repository. */
  readonly type: 'blob' | 'tree' | 'submodule';
};

const SPACE = 0x20;
const TYPE_MASK = 0o170000;
const TREE_MODE = 0o040000;
const SUBMODULE_MODE = 0o160000;

/**
 * The entries of a tree object: `<mode> SP <name> NUL <id in bytes>`, again and again. Ends at what is none.
 * @param hashLength bytes of an object id: 20 (SHA-1) or 32 (SHA-256).
 */
export function* treeEntries(content: Buffer, hashLength: number): Generator<TreeEntry, void, undefined> {
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(SPACE, at);
    const end = content.indexOf(0, at);
    if (space === -1 || end < space || end + 1 + hashLength > content.length) return;
    // Old trees have a zero before the mode of a folder.
    const mode = Number.parseInt(content.toString('latin1', at, space), 8) & TYPE_MASK;
    const oid = parseObjectId(content.toString('hex', end + 1, end + 1 + hashLength));
    if (oid === null) return;
    const type = mode === TREE_MODE ? 'tree' : mode === SUBMODULE_MODE ? 'submodule' : 'blob';
    yield { name: content.subarray(space + 1, end), oid, type };
    at = end + 1 + hashLength;
  }
}
