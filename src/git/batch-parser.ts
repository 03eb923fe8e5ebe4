import { type ObjectId, parseObjectId } from './object-id.ts';

/** The line that `git cat-file --batch` writes before a content. */
export type ObjectHeader = { readonly oid: ObjectId; readonly type: string; readonly size: number };

export type BatchEvents = {
  begin(header: ObjectHeader): void;
  part(bytes: Buffer): void;
  end(header: ObjectHeader): void;
  missing(): void;
};

const NEWLINE = 10;

/**
 * Parses the output of `git cat-file --batch` as it comes: `<oid> <type> <size>\n<content>\n`, or
 * `<name> missing\n`. Contents are handed on as parts of the chunks they came in, never joined or copied.
 */
export class BatchParser {
  readonly #events: BatchEvents;
  #state: 'header' | 'content' | 'newline' = 'header';
  /** The start of a header that the last chunk ended in. */
  #headerStart = '';
  /** The object whose content is being read, and how many bytes of it are still to come. */
  #current: ObjectHeader | null = null;
  #left = 0;

  constructor(events: BatchEvents) {
    this.#events = events;
  }

  /** @throws Error when the output is not what git documents. */
  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.#state === 'header') at = this.#readHeader(chunk, at);
      else if (this.#state === 'content') at = this.#readContent(chunk, at);
      else {
        this.#state = 'header';
        at += 1;
      }
    }
  }

  #readHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(NEWLINE, at);
    if (end === -1) {
      this.#headerStart += chunk.toString('latin1', at);
      return chunk.length;
    }
    const line = this.#headerStart + chunk.toString('latin1', at, end);
    this.#headerStart = '';
    if (line.endsWith(' missing')) {
      this.#events.missing();
      return end + 1;
    }
    const header = parseHeader(line);
    this.#events.begin(header);
    this.#current = header;
    this.#left = header.size;
    this.#state = 'content';
    if (header.size === 0) this.#endContent();
    return end + 1;
  }

  #readContent(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.#left, chunk.length);
    this.#left -= end - at;
    this.#events.part(chunk.subarray(at, end));
    if (this.#left === 0) this.#endContent();
    return end;
  }

  #endContent(): void {
    this.#state = 'newline';
    if (this.#current !== null) this.#events.end(this.#current);
  }
}

function parseHeader(line: string): ObjectHeader {
  const [name = '', type = '', size = ''] = line.split(' ');
  const oid = parseObjectId(name);
  if (oid === null || !/^\d+$/.test(size)) {
    throw new Error(`unexpected answer of git cat-file: ${JSON.stringify(line.slice(0, 200))}`);
  }
  return { oid, type, size: Number(size) };
}
