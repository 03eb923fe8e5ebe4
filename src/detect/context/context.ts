import { latin1, type TextWindow, textWindow } from '../text-window.ts';
import { assignedName, normalizeName } from './assigned-name.ts';
import { enclosingLabels } from './enclosing.ts';
import { findHosts, type HostMention } from './hosts.ts';
import { columnHeading } from './table-row.ts';

/** Stands for the secret in the `line` view, so that a rule can say what is before and behind it. */
export const SECRET_MARK = '<SECRET>';

/** The surroundings of a candidate, in the views that evidence looks at. */
export type Context = {
  /** The name it is given under, as written and in one spelling; empty when there is none. */
  readonly writtenName: string;
  readonly name: string;
  /** The function or constructor whose first arguments it stands among. */
  readonly call: string;
  /** Labels of what it stands within, in one spelling, one a line. */
  readonly section: string;
  /** Its line with `<SECRET>` in its place, at most 300 characters to each side. */
  readonly line: string;
  /** Up to 20 lines to each side, without the secret. */
  readonly near: string;
  readonly path: string;
  readonly hosts: {
    readonly line: HostMention[];
    readonly near: HostMention[];
    readonly file: HostMention[];
  };
};

const BYTES_BEFORE = 3000;
const BYTES_BEHIND = 1500;
const LINES_NEAR = 20;
const LINE_REACH = 300;
const HEADING_LENGTH = 2000;

/** Reads the surroundings of `bytes[start..end)`. `fileHosts` is asked only when a view needs it. */
export function readContext(
  bytes: Uint8Array,
  start: number,
  end: number,
  path: string,
  hosts: RegExp | null,
  fileHosts: () => HostMention[],
): Context {
  const before = textWindow(bytes, start - BYTES_BEFORE, start);
  const behind = textWindow(bytes, end, end + BYTES_BEHIND);
  const lineBefore = before.text.slice(before.text.lastIndexOf('\n') + 1);
  const lineBehind = upToLine(behind.text, 1);
  const nearBefore = fromLine(before.text, LINES_NEAR);
  const nearBehind = upToLine(behind.text, LINES_NEAR + 1);
  const named = assignedName(before.text, behind.text);
  const writtenName = named.name !== '' ? named.name : columnName(bytes, start, lineBefore, lineBehind);
  return {
    writtenName,
    name: normalizeName(writtenName),
    call: named.call !== '' ? named.call : enclosingCall(before.text),
    section: enclosingLabels(before.text).map(normalizeName).join('\n'),
    line: lineBefore.slice(-LINE_REACH) + SECRET_MARK + lineBehind.slice(0, LINE_REACH),
    near: `${nearBefore} ${nearBehind}`,
    path,
    hosts: {
      line: hostsIn(lineBefore, before, before.text.length - lineBefore.length, hosts).concat(
        hostsIn(lineBehind, behind, 0, hosts),
      ),
      near: hostsIn(nearBefore, before, before.text.length - nearBefore.length, hosts).concat(
        hostsIn(nearBehind, behind, 0, hosts),
      ),
      get file() {
        return fileHosts();
      },
    },
  };
}

function hostsIn(text: string, window: TextWindow, offset: number, pattern: RegExp | null): HostMention[] {
  return pattern === null ? [] : findHosts(text, pattern, window.base + offset);
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

function columnName(bytes: Uint8Array, start: number, lineBefore: string, lineBehind: string): string {
  if (lineBefore.length >= start) return '';
  return columnHeading(upToLine(latin1(bytes, 0, HEADING_LENGTH), 1), lineBefore, lineBehind);
}

/** The text up to the end of its `lines`-th line. */
function upToLine(text: string, lines: number): string {
  let end = -1;
  for (let i = 0; i < lines; i++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end).replace(/\r$/, '');
}

/** The end of a text from the start of its `lines`-th line before the last. */
function fromLine(text: string, lines: number): string {
  let start = text.length;
  for (let i = 0; i <= lines; i++) {
    start = text.lastIndexOf('\n', start - 1);
    if (start <= 0) return text;
  }
  return text.slice(start + 1);
}
