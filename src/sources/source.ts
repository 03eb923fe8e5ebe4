import type { ObjectId } from '../git/object-id.ts';
import type { Coverage } from './coverage.ts';

/** Where some content came from. Paths are relative to the scanned root, with `/`. */
export type ContentOrigin =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly state: FileState;
      /** Whether the content is the last name in the path, and not what stands there; the same below. */
      readonly isName?: true;
    }
  | {
      readonly kind: 'index';
      readonly path: string;
      readonly oid: ObjectId;
      /** What stands in its place in the commits that the next one will follow, where that matters. */
      readonly previous?: readonly ObjectId[];
      readonly isName?: true;
    }
  | {
      readonly kind: 'object';
      /** What a name stands for may also be a folder, or a commit of a submodule. */
      readonly type: 'blob' | 'commit' | 'tag' | 'tree' | 'submodule';
      readonly oid: ObjectId;
      /** A path at which the object is known, where listing it told one; provenance finds the rest. */
      readonly path: string | null;
      readonly isName?: true;
    }
  /** The name of a ref, in full; the content is what it ends with, such as the name of a branch. */
  | { readonly kind: 'ref'; readonly name: string }
  | { readonly kind: 'stdin' };

/** The path of what was scanned; null for what has none. */
export function pathOf(origin: ContentOrigin): string | null {
  return 'path' in origin ? origin.path : null;
}

/** How git sees a file; `unversioned` outside a repository. */
export type FileState = 'tracked' | 'untracked' | 'ignored' | 'unversioned';

/**
 * Bytes to scan, valid only until `emit` returns. Content larger than a window arrives in several
 * overlapping pieces, so that size never excludes content and memory stays bounded.
 */
export type Content = {
  readonly origin: ContentOrigin;
  readonly bytes: Uint8Array;
  readonly piece: Piece;
};

/** Where a piece stands within its whole content. A finding belongs to the piece that owns its first byte. */
export type Piece = {
  /** Line (from 1) and UTF-16 column (from 1) of `bytes[0]` in the whole content. */
  readonly line: number;
  readonly column: number;
  /** Findings that start in `bytes[ownedStart..ownedEnd)` are this piece's to report. */
  readonly ownedStart: number;
  readonly ownedEnd: number;
};

/** Receives content, one at a time, and is done with its bytes when it returns. */
export type Emit = (content: Content) => void;

/**
 * A source finds content and hands it on; it knows no rule. It counts what it scanned and what it
 * could not read in `coverage`, and throws only a `UserError` or on a bug.
 */
export type Source = (emit: Emit, coverage: Coverage) => Promise<void>;

/** The piece that is a whole content of `length` bytes. */
export function wholePiece(length: number): Piece {
  return { line: 1, column: 1, ownedStart: 0, ownedEnd: length };
}
