/**
 * What must never reach a terminal, an editor or a log as it is: control characters (C0, DEL, C1), which a
 * terminal acts on; format characters such as bidirectional overrides and tags, which make a text look like
 * another (https://trojansource.codes); line and paragraph separators; lone halves of surrogate pairs; and
 * what is not drawn at all (zero-width characters, fillers, variation selectors, the blank braille pattern).
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with every unsafe character in a visible form: `\n`, `\x1b`, `\u{202e}`. */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}

/**
 * JSON text with every unsafe character inside its strings as `\uXXXX`: the same value to a parser, and
 * harmless when somebody looks at it in a terminal.
 */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE, (character) => (character === '\n' ? character : escapeUtf16(character)));
}

function escapeUtf16(character: string): string {
  let escaped = '';
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
