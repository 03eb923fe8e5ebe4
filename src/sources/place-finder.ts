import { advance, type Position } from './position.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

type Cursor = { readonly offset: number; readonly position: Position };

const NEWLINE = 10;

/** Tells the places of offsets in one content, cheaply when asked in ascending order. */
export class PlaceFinder {
  readonly #bytes: Uint8Array;
  readonly #piece: Position;
  readonly #cursors = new Map<TextEncoding, Cursor>();

  /** @param piece where the content begins, as `advance` counts. */
  constructor(bytes: Uint8Array, piece: Position) {
    this.#bytes = bytes;
    this.#piece = piece;
  }

  /** @param decodedFrom what the text at `offset` was decoded from, the outermost encoding first. */
  at(offset: number, decodedFrom: readonly string[]): Position {
    const encoding = textEncodingOf(decodedFrom);
    const known = this.#cursors.get(encoding);
    const from = known !== undefined && known.offset <= offset ? known : this.#startIn(encoding);
    const position =
      encoding === 'utf-8'
        ? advance(from.position, this.#bytes, from.offset, offset)
        : advanceUtf16(from.position, this.#bytes, from.offset, offset, encoding);
    this.#cursors.set(encoding, { offset, position });
    return position;
  }

  #startIn(encoding: TextEncoding): Cursor {
    const { line, column } = this.#piece;
    // What came before was counted by bytes.
    return {
      offset: 0,
      position: { line, column: encoding === 'utf-8' ? column : Math.floor((column - 1) / 2) + 1 },
    };
  }
}

function textEncodingOf([outermost]: readonly string[]): TextEncoding {
  return outermost === 'utf-16le' || outermost === 'utf-16be' ? outermost : 'utf-8';
}

/** As `advance`, in UTF-16: each two bytes are a code unit. A byte order mark at the start counts nothing. */
function advanceUtf16(
  from: Position,
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: 'utf-16le' | 'utf-16be',
): Position {
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  let { line, column } = from;
  for (let at = start; at + 1 < end; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0);
    if (unit === NEWLINE) {
      line += 1;
      column = 1;
    } else if (at > 0 || unit !== BYTE_ORDER_MARK) column += 1;
  }
  return { line, column };
}

const BYTE_ORDER_MARK = 0xfeff;
