import { type TextWindow, textWindow, visible } from '../text-window.ts';
import { normalizeName } from './assigned-name.ts';
import { enclosingLabels } from './enclosing.ts';
import { type GivenName, givenName } from './given-name.ts';
import { findHosts, type HostMention } from './hosts.ts';

/** Stands for the secret in the `line` view, so that a rule can say what is before and behind it. */
export const SECRET_MARK = '<SECRET>';

/** How far around a candidate, in bytes, its surroundings are looked at. */
export const CONTEXT_BEFORE = 3000;
export const CONTEXT_BEHIND = 1500;
const LINES_NEAR = 20;
const LINE_REACH = 300;
const LINES_OF_PASSAGE = 6;
const PASSAGE_REACH = 800;
/** Mentions of a rule's hosts, by how far they are from a candidate. */
export type HostViews = {
  readonly line: readonly HostMention[];
  /** On its line, the one above and the one below. */
  readonly beside: readonly HostMention[];
  readonly near: readonly HostMention[];
  readonly file: readonly HostMention[];
};

/**
 * The surroundings of a candidate, in the views that evidence looks at. Each view is read when it is first
 * asked for: most candidates are decided by one or two.
 */
export class Context {
  readonly path: string;
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  readonly #before: TextWindow;
  readonly #behind: TextWindow;
  readonly #lineBefore: string;
  readonly #lineBehind: string;
  readonly #hostPattern: RegExp | null;
  readonly #fileHosts: () => readonly HostMention[];
  #named: GivenName | null = null;
  #section: string | null = null;
  #near: string | null = null;
  #hosts: HostViews | null = null;

  /**
   * @param start first byte of the candidate in `bytes`, `end` the one behind it.
   * @param fileHosts mentions anywhere in the content; asked for only when a view needs them.
   */
  constructor(
    bytes: Uint8Array,
    start: number,
    end: number,
    path: string,
    hostPattern: RegExp | null,
    fileHosts: () => readonly HostMention[],
  ) {
    this.path = path;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#before = textWindow(bytes, start - CONTEXT_BEFORE, start);
    this.#behind = textWindow(bytes, end, end + CONTEXT_BEHIND);
    this.#lineBefore = this.#before.text.slice(this.#before.text.lastIndexOf('\n') + 1);
    this.#lineBehind = upToLine(this.#behind.text, 1);
    this.#hostPattern = hostPattern;
    this.#fileHosts = fileHosts;
  }

  /** The name it is given under, as written; empty when there is none. */
  get writtenName(): string {
    return this.#readName().writtenName;
  }

  /** The name in one spelling. */
  get name(): string {
    return normalizeName(this.writtenName);
  }

  /** The function or constructor whose argument it is. */
  get call(): string {
    return this.#readName().call;
  }

  /** Labels of what it stands within, in one spelling, one a line. */
  get section(): string {
    this.#section ??= enclosingLabels(visible(this.#before.text)).map(normalizeName).join('\n');
    return this.#section;
  }

  /** Its line with `<SECRET>` in its place, at most 300 characters to each side. */
  get line(): string {
    const before = visible(this.#lineBefore).slice(-LINE_REACH);
    return before + SECRET_MARK + visible(this.#lineBehind).slice(0, LINE_REACH);
  }

  /** Its line as in `line`, with up to 6 lines above it and the one below, at most 800 characters to each side. */
  get passage(): string {
    const before = visible(fromLine(this.#before.text, LINES_OF_PASSAGE)).slice(-PASSAGE_REACH);
    return before + SECRET_MARK + visible(upToLine(this.#behind.text, 2)).slice(0, PASSAGE_REACH);
  }

  /** Up to 20 lines to each side, without the secret. */
  get near(): string {
    this.#near ??= visible(
      `${fromLine(this.#before.text, LINES_NEAR)} ${upToLine(this.#behind.text, LINES_NEAR + 1)}`,
    );
    return this.#near;
  }

  get hosts(): HostViews {
    this.#hosts ??= this.#readHosts();
    return this.#hosts;
  }

  #readName(): GivenName {
    this.#named ??= givenName({
      bytes: this.#bytes,
      start: this.#start,
      end: this.#end,
      path: this.path,
      before: visible(this.#before.text),
      behind: visible(this.#behind.text),
      lineBefore: visible(this.#lineBefore),
      lineBehind: visible(this.#lineBehind),
    });
    return this.#named;
  }

  #readHosts(): HostViews {
    const fileHosts = this.#fileHosts;
    const pattern = this.#hostPattern;
    if (pattern === null) return { line: [], beside: [], near: [], file: [] };
    const before = fromLine(this.#before.text, LINES_NEAR);
    const beforeBase = this.#before.base + this.#before.text.length - before.length;
    const lineStart = this.#before.base + this.#before.text.length - this.#lineBefore.length;
    const lineEnd = this.#behind.base + this.#lineBehind.length;
    const near = [
      ...findHosts(before, pattern, beforeBase),
      ...findHosts(upToLine(this.#behind.text, LINES_NEAR + 1), pattern, this.#behind.base),
    ];
    const within = (start: number, end: number) =>
      near.filter(({ offset }) => offset >= start && offset < end);
    return {
      line: within(lineStart, lineEnd),
      beside: within(
        this.#start - fromLine(this.#before.text, 1).length,
        this.#end + upToLine(this.#behind.text, 2).length,
      ),
      near,
      get file() {
        return fileHosts();
      },
    };
  }
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
