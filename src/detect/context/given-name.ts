import { latin1, visible } from '../text-window.ts';
import { assignedName } from './assigned-name.ts';
import { fileName } from './file-name.ts';
import { printedName } from './notebook-name.ts';
import { askedName, promptedName } from './prompt-name.ts';
import { columnName } from './table-row.ts';

/** How far into a content, in bytes, its first line is read as the headings of columns. */
export const HEADING_LENGTH = 2000;
const LINE_REACH = 300;

/** What is left of a line around a value that stands alone in it, or alone in a text of JSON. */
const BARE_BEFORE = /(?:^|\[|,|"text(?:\/plain)?":)[\s"'\\]*$/;
const BARE_BEHIND = /^[\s"'\\]*(?:$|[\],])/;
/** The same of a line of text; a prompt may tell that it is an answer. */
const ALONE_BEFORE = /^\s*(?:(?:Out\s?\[\d+\]:|=>|\[\d+\])\s)?["']?$/;
const ALONE_BEHIND = /^["']?\s*$/;

/** A value's own place, and the text around it with escapes blanked. */
export type Surroundings = {
  readonly bytes: Uint8Array;
  /** First byte of the value, and the one behind it. */
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly before: string;
  readonly behind: string;
  readonly lineBefore: string;
  readonly lineBehind: string;
};

/** The name that a value is given under, as written, empty when there is none; and the call it is an argument of. */
export type GivenName = { readonly writtenName: string; readonly call: string };

/** Whatever names a value: what printed it, the column or assignment it stands in, the file that it is all of. */
export function givenName(surroundings: Surroundings): GivenName {
  const { path, before, behind } = surroundings;
  const { name, call } = assignedName(before, behind);
  return {
    writtenName:
      cellName(surroundings) ||
      answerName(surroundings) ||
      headingName(surroundings) ||
      name ||
      fileName(path, surroundings.bytes, surroundings.start, surroundings.end),
    call: call !== '' ? call : enclosingCall(before),
  };
}

/** Of a value that is all that a notebook's cell printed. */
function cellName({ path, before, behind, lineBefore, lineBehind }: Surroundings): string {
  if (!path.endsWith('.ipynb')) return '';
  const isAlone =
    BARE_BEFORE.test(lineBefore.slice(-LINE_REACH)) && BARE_BEHIND.test(lineBehind.slice(0, LINE_REACH));
  return isAlone ? printedName(before, behind) : '';
}

/** Of a value that answers what stands at the prompt above it, or what somebody asked for. */
function answerName({ before, lineBefore, lineBehind }: Surroundings): string {
  if (lineBefore.length > LINE_REACH || lineBehind.length > LINE_REACH) return '';
  if (!ALONE_BEHIND.test(lineBehind)) return '';
  const above = before.slice(0, before.length - lineBefore.length);
  return (ALONE_BEFORE.test(lineBefore) && promptedName(above)) || askedName(above, lineBefore);
}

/** Of a value in a table: the first line of a file, or of lines in Markdown, has the headings. */
function headingName({ bytes, start, before, lineBefore, lineBehind }: Surroundings): string {
  if (lineBefore.length >= start) return '';
  if (lineBefore.startsWith('|')) {
    const rows = before
      .slice(0, before.length - lineBefore.length)
      .trimEnd()
      .split('\n');
    const first = rows.findLastIndex((row) => !row.startsWith('|')) + 1;
    return columnName(rows[first] ?? '', visible(lineBefore), visible(lineBehind));
  }
  const head = latin1(bytes, 0, HEADING_LENGTH);
  const lineEnd = head.indexOf('\n');
  const heading = lineEnd < 0 ? head : head.slice(0, lineEnd).replace(/\r$/, '');
  return columnName(heading, visible(lineBefore), visible(lineBehind));
}

/** The innermost call that the value is any argument of: `AddChatCompletion("gpt-4", url, VALUE`. */
function enclosingCall(before: string): string {
  let depth = 0;
  for (let i = before.length - 1; i >= Math.max(0, before.length - 1000); i--) {
    const character = before[i];
    if (character === ')') depth++;
    if (character !== '(') continue;
    if (depth === 0) return /[\w$]{1,80}$/.exec(before.slice(Math.max(0, i - 80), i).trimEnd())?.[0] ?? '';
    depth--;
  }
  return '';
}
