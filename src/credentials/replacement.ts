import { shownEnds } from './redact.ts';

/** Characters that stand for themselves in a shell and in a list of replacements. */
const PLAIN_ENDS = /^[A-Za-z0-9+/=_.~:@-]+$/;

/** From narrow to wide: as it is written in the list, and what a text of it matches. */
const ALPHABETS = [
  { written: '[A-Za-z0-9]', all: /^[A-Za-z0-9]*$/ },
  { written: '[A-Za-z0-9_-]', all: /^[A-Za-z0-9_-]*$/ },
  { written: '[A-Za-z0-9+/=]', all: /^[A-Za-z0-9+/=]*$/ },
  { written: '[A-Za-z0-9+/=_.~%-]', all: /^[A-Za-z0-9+/=_.~%-]*$/ },
] as const;

/** git-filter-repo, like git, takes a file with a NUL in its first bytes for a binary one, and leaves it alone. */
const BINARY_LOOK = 8192;

/**
 * A line for `git filter-repo --replace-text` that matches a secret as it stands in a text, by the ends that may be
 * shown and its length: the secret itself gets neither into a file nor into the history of a shell. Null where that
 * cannot be done: in a binary file, or for a secret of which nothing may be shown.
 * @param bytes the content, or the piece of it, that the secret stands in.
 */
export function replacementFor(bytes: Uint8Array, start: number, end: number): string | null {
  if (bytes.subarray(0, BINARY_LOOK).includes(0)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  const ends = shownEnds(text);
  if (ends === null || !PLAIN_ENDS.test(ends.start) || !PLAIN_ENDS.test(ends.end)) return null;
  const middle = text.slice(ends.start.length, -ends.end.length);
  const alphabet = ALPHABETS.find(({ all }) => all.test(middle));
  const length = `{${middle.length}}`;
  // Written in pieces or with escapes there may be anything in between, line ends too.
  const between = alphabet === undefined ? `(?s:.${length})` : `${alphabet.written}${length}`;
  return `regex:${escaped(ends.start)}${between}${escaped(ends.end)}==>***REMOVED***`;
}

function escaped(text: string): string {
  return text.replace(/[.+]/g, '\\$&');
}
