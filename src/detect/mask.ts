/** What keys and their encodings are made of, without what stands between a name and a value. */
const TOKEN = /[A-Za-z0-9+/_.~%-]{16,}={0,2}/g;
/** A run that no name is as long as. */
const LONG_RUN = /[A-Za-z0-9+~]{28,}/;
const SHOWN = 4;

/**
 * Masks what looks made by chance in a text that is to be shown: beside a secret that was found may stand one
 * of another kind, or one that nothing speaks for, and neither is to get into a report.
 */
export function maskRandom(text: string): string {
  return text.replace(TOKEN, (token) => (isRandom(token) ? `${token.slice(0, SHOWN)}••••` : token));
}

const TOKEN_CHARACTER = /[A-Za-z0-9+/_.~%-]/;
/** What a view of a text has before a character that is written as an escape there: `%2B`, a backslash and `u002b`. */
const BLANKED = / {2,5}(?=[+/=~])/g;

/**
 * Whether a name that was read in a text is a piece of something made by chance there: what looks like the
 * name of one secret may be the end of another.
 * @param view the text, with escapes blanked.
 */
export function isPieceOfRandom(name: string, view: string): boolean {
  const text = view.replace(BLANKED, '');
  for (let at = text.indexOf(name); name !== '' && at !== -1; at = text.indexOf(name, at + name.length)) {
    let start = at;
    while (start > 0 && TOKEN_CHARACTER.test(text[start - 1] ?? '')) start -= 1;
    let end = at + name.length;
    while (end < text.length && TOKEN_CHARACTER.test(text[end] ?? '')) end += 1;
    if ((start < at || end > at + name.length) && isRandom(text.slice(start, end))) return true;
  }
  return false;
}

/** Changes between kinds of characters that a path or a host has at most, whatever its length. */
const MOST_DIGIT_CHANGES = 3;
/** Changes to each pair of neighbours that names in camel case have at most; by chance it is 0.6. */
const MOST_CHANGES = 0.33;

function isRandom(token: string): boolean {
  if (LONG_RUN.test(token)) return true;
  let pairs = 0;
  let changes = 0;
  let digitChanges = 0;
  for (let at = 1; at < token.length; at++) {
    const [before, here] = [kindOf(token.charCodeAt(at - 1)), kindOf(token.charCodeAt(at))];
    if (before === 'other' || here === 'other') continue;
    pairs += 1;
    if (before === here) continue;
    changes += 1;
    if (before === 'digit' || here === 'digit') digitChanges += 1;
  }
  return digitChanges > MOST_DIGIT_CHANGES || (pairs >= 16 && changes / pairs > MOST_CHANGES);
}

function kindOf(code: number): 'digit' | 'lower' | 'upper' | 'other' {
  if (code >= 48 && code <= 57) return 'digit';
  if (code >= 97 && code <= 122) return 'lower';
  return code >= 65 && code <= 90 ? 'upper' : 'other';
}
