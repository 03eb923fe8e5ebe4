import { advance, type Position, START } from './position.ts';
import { type Content, type ContentOrigin, type Emit, type Piece, wholePiece } from './source.ts';

/** Sizes in bytes. */
export type WindowSizes = {
  /** How much of the content a piece owns; content up to this size is never cut. */
  readonly window: number;
  /** How much a piece repeats on either side, so that evidence near a seam is seen from both. */
  readonly overlap: number;
};

export const WINDOW_SIZES: WindowSizes = { window: 8 * 1024 * 1024, overlap: 64 * 1024 };

/** A UTF-8 character has at most three bytes behind its first. */
const LONGEST_TAIL = 3;

/**
 * Cuts contents that come in parts of any size into pieces: the whole content when it is small, overlapping
 * windows otherwise. Pieces own every byte exactly once. Use one for many contents, one after the other:
 * it keeps its buffer, and a small content that comes in one part is passed on without a copy.
 */
export class Windower {
  readonly #emit: Emit;
  readonly #sizes: WindowSizes;
  #origins: readonly ContentOrigin[] = [];
  #buffer = Buffer.alloc(0);
  #length = 0;
  /** Where in the buffer the bytes start that no piece owns yet. */
  #ownedStart = 0;
  #position: Position = START;
  #size: number | null = null;
  #isEmitted = false;

  constructor(emit: Emit, sizes: WindowSizes = WINDOW_SIZES) {
    this.#emit = emit;
    this.#sizes = sizes;
  }

  /**
   * Starts a content.
   * @param origins where it came from; each piece is emitted once for each.
   * @param size its length in bytes, or null while that is not known.
   */
  begin(origins: readonly ContentOrigin[], size: number | null): void {
    this.#origins = origins;
    this.#size = size;
    this.#length = 0;
    this.#ownedStart = 0;
    this.#position = START;
    this.#isEmitted = false;
  }

  /** Takes the next bytes. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#length === 0 && bytes.length === this.#size && bytes.length <= this.#sizes.window) {
      this.#emitPiece(bytes, wholePiece(bytes.length));
      this.#isEmitted = true;
      return;
    }
    for (let at = 0; at < bytes.length; ) {
      if (this.#length === this.#capacity()) this.#emitWindow();
      const count = Math.min(bytes.length - at, this.#capacity() - this.#length);
      this.#reserve(this.#length + count);
      this.#buffer.set(bytes.subarray(at, at + count), this.#length);
      this.#length += count;
      at += count;
    }
  }

  /** Ends the content, and emits what is left. */
  end(): void {
    if (this.#isEmitted) return;
    this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(this.#length));
  }

  /** The most that a piece may hold: what it owns, and the overlaps. */
  #capacity(): number {
    return this.#sizes.window + 2 * this.#sizes.overlap;
  }

  /** More bytes are to come: emits all but the overlap, and keeps what the next window repeats. */
  #emitWindow(): void {
    const { overlap } = this.#sizes;
    const ownedEnd = this.#length - overlap;
    this.#emitPiece(this.#buffer.subarray(0, this.#length), this.#piece(ownedEnd));
    const keptFrom = this.#characterStart(ownedEnd - overlap);
    this.#position = advance(this.#position, this.#buffer, 0, keptFrom);
    this.#buffer.copyWithin(0, keptFrom, this.#length);
    this.#length -= keptFrom;
    this.#ownedStart = ownedEnd - keptFrom;
  }

  /** The start of the UTF-8 character that holds the byte at `at`, so that no piece starts inside one. */
  #characterStart(at: number): number {
    for (let start = at; start > 0 && start >= at - LONGEST_TAIL; start -= 1) {
      if (((this.#buffer[start] ?? 0) & 0xc0) !== 0x80) return start;
    }
    return at;
  }

  #piece(ownedEnd: number): Piece {
    return { ...this.#position, ownedStart: this.#ownedStart, ownedEnd };
  }

  #emitPiece(bytes: Uint8Array, piece: Piece): void {
    for (const origin of this.#origins) {
      const content: Content = { origin, bytes, piece };
      this.#emit(content);
    }
  }

  /** Grows the buffer by doubling up to one window: small contents never pay for a large one. */
  #reserve(length: number): void {
    if (length <= this.#buffer.length) return;
    const known = this.#size !== null && this.#size <= this.#capacity() ? this.#size : 0;
    const size = Math.min(this.#capacity(), Math.max(length, known, 2 * this.#buffer.length, 64 * 1024));
    const buffer = Buffer.allocUnsafeSlow(size);
    this.#buffer.copy(buffer, 0, 0, this.#length);
    this.#buffer = buffer;
  }
}
