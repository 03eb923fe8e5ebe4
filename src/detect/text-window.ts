/**
 * A stretch of content as text, in which one character is one byte: index `i` is byte `base + i`.
 * Escape sequences are blanked out in place, so names, quotes and word borders can be read as they
 * will be when the text is unescaped, while every position stays what it is in the file.
 */
export type TextWindow = { readonly text: string; readonly base: number };

/** JSON and C escapes, percent encoding (also doubled), and HTML entities. */
const ESCAPES =
  /\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})|\\([nrtbfv0"'`\\/])|%(?:25){0,3}([0-9a-fA-F]{2})|&(?:amp;){0,2}(quot|apos|amp|lt|gt|#\d{1,3}|#x[0-9a-fA-F]{1,2});/g;
/** A terminal's colours, also as JSON and shells write them: no part of what they colour. */
const COLORS = /(?:\x1b|\\(?:u001[bB]|x1[bB]|033|e))\[[\d;]{0,20}m/g;
/** Where a line ends in a notebook, which keeps each as a text of its own. */
const LINE_OF_NOTEBOOK = /\\n",[ \t]{0,40}\r?\n[ \t]{0,40}"/g;
/** Stands in a window for what is no text: `visible` takes it out. */
const NOT_TEXT = '\x7f';
const BACKSLASH = 0x5c;
const SEMICOLON = 0x3b;
const OPENING_BRACKET = 0x5b;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const PERCENT = 0x25;
const HAS_ESCAPE = /[\\%&\x1b]/;
const CONTROL_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

/** The text of `bytes[start..end)`, both held within the content. */
export function textWindow(bytes: Uint8Array, start: number, end: number): TextWindow {
  const base = Math.max(0, start);
  return { text: blankEscapes(latin1(bytes, base, end)), base };
}

/** The text of a window as a person sees it, where places do not matter. */
export function visible(text: string): string {
  return text.replaceAll(NOT_TEXT, '');
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
  const plain = text
    .replace(COLORS, (sequence) => NOT_TEXT.repeat(sequence.length))
    .replace(LINE_OF_NOTEBOOK, (sequence) => '\n'.padStart(sequence.length, NOT_TEXT));
  return plain.replace(ESCAPES, (sequence, unicode, hex, control, percent, entity) => {
    const code: string | undefined = unicode ?? hex ?? percent;
    const character =
      code !== undefined
        ? printable(Number.parseInt(code, 16))
        : control !== undefined
          ? (CONTROL_ESCAPES[control] ?? (/[a-z0]/.test(control) ? ' ' : control))
          : entityCharacter(entity);
    return character.padStart(sequence.length, NOT_TEXT);
  });
}

/**
 * How many bytes at `start` belong to something that began before it: the `n` of `\n`, the `3D` of `%3D`,
 * the `-` of `${NAME:-value}`, the `124m` of a colour. A key pasted behind one seems to start too early.
 */
export function prefixTailLength(bytes: Uint8Array, start: number): number {
  const before = bytes[start - 1];
  if (before === COLON) return bytes[start] === HYPHEN ? 1 : 0;
  if (before === SEMICOLON || before === OPENING_BRACKET) return colorTailLength(bytes, start);
  if (before !== BACKSLASH && before !== PERCENT) return 0;
  const following = latin1(bytes, start, start + 10);
  const tail =
    before === BACKSLASH
      ? /^(?:u00[0-9a-fA-F]{2}|x[0-9a-fA-F]{2}|[nrtbfv0])/.exec(following)
      : /^(?:25){0,3}[0-9a-fA-F]{2}/.exec(following);
  return tail ? tail[0].length : 0;
}

function colorTailLength(bytes: Uint8Array, start: number): number {
  const tail = /^\d{1,3}m/.exec(latin1(bytes, start, start + 4));
  const isColor = /(?:\x1b|\\(?:u001b|x1b|033|e))\[[\d;]{0,20}$/i.test(latin1(bytes, start - 30, start));
  return tail !== null && isColor ? tail[0].length : 0;
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
