import { decodePath } from '../git/path-name.ts';

/** Starts and ends a token that stands for a name; a character for private use. */
const MARK = '\uf8ff';

/** Names that do not survive as text: not UTF-8, or with a character that globs do not match or treat otherwise. */
const NEEDS_TOKEN = /[\ufffd\uf8ff\n\r\u2028\u2029\\]/;

/**
 * Carries file names of any bytes through a library that knows only text: a name that would get lost is
 * replaced by a token, and put back afterwards.
 */
export class FolderNames {
  readonly #names: Buffer[] = [];

  /** The name itself, or a token for it. */
  encode(name: Buffer): string {
    const text = name.toString('utf8');
    if (!NEEDS_TOKEN.test(text)) return text;
    this.#names.push(name);
    return `${MARK}${this.#names.length - 1}${MARK}`;
  }

  /** The bytes of a path whose names were encoded. */
  toBytes(path: string): Buffer {
    if (!path.includes(MARK)) return Buffer.from(path, 'utf8');
    const segments = path.split('/').map((segment) => {
      const isToken = segment.startsWith(MARK);
      return (
        (isToken ? this.#names[Number(segment.slice(1, -1))] : undefined) ?? Buffer.from(segment, 'utf8')
      );
    });
    const slash = Buffer.from('/');
    return Buffer.concat(segments.flatMap((segment, index) => (index === 0 ? [segment] : [slash, segment])));
  }

  /** The path as a person reads it. */
  toText(path: string): string {
    return path.includes(MARK) ? decodePath(this.toBytes(path)) : path;
  }
}
