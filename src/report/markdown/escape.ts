import { escapeText } from '../escape.ts';

/*
 * Text from a scanned repository for Markdown as GitHub and GitLab read it (CommonMark, tables, HTML, and
 * what they make of `@name`, `#1`, `!1`, `GH-1`, commit ids, `:smile:` and addresses). In code nothing of all
 * that means anything, so what is not plainly a word goes into code.
 */

/** A piece of a text, and whether it has to stand in code. */
type Piece = { readonly text: string; readonly isCode: boolean };

/** A text as Markdown within a line: words as they are, names and everything doubtful as code. */
export function prose(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.isCode ? codeSpan(piece.text) : piece.text))
    .join('');
}

/** The same within a block of HTML, where Markdown means nothing. */
export function htmlProse(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.isCode ? htmlCode(piece.text) : piece.text))
    .join('');
}

/** A text as code within a line. It must not be used in a table: a `|` ends a cell of one also in code. */
export function codeSpan(text: string): string {
  const code = escapeText(text);
  if (code === '') return '` `';
  const fence = '`'.repeat(longestRun(code, '`') + 1);
  // One space at each end is taken off by the reader, unless there is nothing but spaces.
  const pad = /^[` ]|[` ]$/.test(code) && code.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

/** Lines as a block of code, which has to start at the start of a line. */
export function codeBlock(lines: readonly string[], language: 'sh' | 'text'): string {
  const code = lines.map(escapeText);
  const fence = '`'.repeat(Math.max(3, ...code.map((line) => longestRun(line, '`') + 1)));
  return `${fence}${language}\n${code.join('\n')}\n${fence}\n`;
}

/** A text as code within a block of HTML. */
export function htmlCode(text: string): string {
  return `<code>${escapeHtml(escapeText(text))}</code>`;
}

const HTML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ESCAPES[character] ?? character);
}

/** Words with the marks of a sentence around them, and numbers and dates where no list can start with them. */
const WORD =
  /^(["'(]*)(\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*|(?:\d{1,6}(?:[.,]\d{1,3})*|\d{4}-\d\d-\d\d)(?![.)]))([)"'.,;:!?]*)$/u;
/** What looks like a word and is a link to a commit, to an issue or to an address. */
const REFERENCE = /(?:^|['’-])[0-9a-f]{7,64}(?:$|['’-])|^gh-|www$/i;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const token of escapeText(text).split(/( +)/)) {
    if (token === '') continue;
    const word = WORD.exec(token)?.[2];
    if (token.startsWith(' ') || (word !== undefined && !REFERENCE.test(word))) {
      pieces.push({ text: token.startsWith(' ') ? ' ' : token, isCode: false });
      continue;
    }
    // The marks of the sentence around a name are no part of it.
    const [, before = '', name = token, after = ''] = /^(["(]?)(.+?)([")]?[.,;:]?)$/.exec(token) ?? [];
    pieces.push(
      { text: before, isCode: false },
      { text: name, isCode: true },
      { text: after, isCode: false },
    );
  }
  return pieces;
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
