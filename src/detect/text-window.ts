/**
 * A stretch of content as text, in which one character is one byte: index `i` is byte `base + i`.
 * Escape sequences are blanked out in place, so names, quotes and word borders can be read as they
 * will be when the text is unescaped, while every position stays what it is in the file.
 */
export type TextWindow = { readonly text: string; readonly base: number };

/** JSON and C escapes, percent encoding (also doubled), and HTML entities. */
const ESCAPES =
  /\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})|\\([nrtbfv0"'`\\/])|%(?:25){0,3}([0-9a-fA-F]{2})|&(?:amp;){0,2}(quot|apos|amp|lt|gt|#\d{1,3}|#x[0-9a-fA-F]{1,2});/g;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const PERCENT = 0x25;
const HAS_ESCAPE = /[\\%&]/;
const CONTROL_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

/** The text of `bytes[start..end)`, both held within the content. */
export function textWindow(bytes: Uint8Array, start: number, end: number): TextWindow {
  const base = Math.max(0, start);
  return { text: blankEscapes(latin1(bytes, base, end)), base };
}

/** Bytes as text, one character a byte; the range is cut to the content. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    Math.max(0, start),
    Math.min(bytes.length, end),
  );
}

/** Replaces each escape sequence by what it stands for, filled up on the left to its own length. */
export function blankEscapes(text: string): string {
  if (!HAS_ESCAPE.test(text)) return text;
  return text.replace(ESCAPES, (sequence, unicode, hex, control, percent, entity) => {
    const code: string | undefined = unicode ?? hex ?? percent;
    const character =
      code !== undefined
        ? printable(Number.parseInt(code, 16))
        : control !== undefined
          ? (CONTROL_ESCAPES[control] ?? (/[a-z0]/.test(control) ? ' ' : control))
          : entityCharacter(entity);
    return character.padStart(sequence.length, ' ');
  });
}

/**
 * How many bytes at `start` belong to something that began before it: the `n` of `\n`, the `3D` of `%3D`,
 * the `-` of `${NAME:-value}`. A key pasted behind one seems to start too early.
 */
export function prefixTailLength(bytes: Uint8Array, start: number): number {
  const before = bytes[start - 1];
  if (before === COLON) return bytes[start] === HYPHEN ? 1 : 0;
  if (before !== BACKSLASH && before !== PERCENT) return 0;
  const following = latin1(bytes, start, start + 10);
  const tail =
    before === BACKSLASH
      ? /^(?:u00[0-9a-fA-F]{2}|x[0-9a-fA-F]{2}|[nrtbfv0])/.exec(following)
      : /^(?:25){0,3}[0-9a-fA-F]{2}/.exec(following);
  return tail ? tail[0].length : 0;
}

function entityCharacter(entity: string): string {
  if (!entity.startsWith('#')) return ENTITIES[entity] ?? ' ';
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return printable(code);
}

function printable(code: number): string {
  if (code === 0x0a || code === 0x0d || code === 0x09 || (code >= 0x20 && code < 0x7f)) {
    return String.fromCharCode(code);
  }
  return ' ';
}
