import { type ObjectId, parseObjectId } from './object-id.ts';

/** A commit of the log. */
export type LoggedCommit = {
  readonly oid: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO 8601, of the author; null when the commit has none that git can read. */
  readonly date: string | null;
  /** Seconds since 1970, of the committer; 0 when unreadable. */
  readonly committed: number;
};

export type RawLogEvents = {
  commit(commit: LoggedCommit): void;
  /**
   * A content stands at a path after the last commit, and did not in any of its parents; zeros: nothing does any more.
   * `pathBytes` is valid only during the call.
   * @param before what its parents have there.
   */
  change(oid: string, pathBytes: Buffer, before: readonly string[]): void;
};

/**
 * How the log has to be printed for `RawLogParser`. `-c` shows of a merge what is in none of its parents;
 * all else it brings together was introduced by an earlier commit at the same path.
 */
export const RAW_LOG_FORMAT: readonly string[] = [
  '-z',
  '--raw',
  '-c',
  '--root',
  '--no-abbrev',
  '--no-renames',
  '--no-relative',
  '--no-color',
  '--no-decorate',
  '--no-notes',
  '--no-mailmap',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
  '-O/dev/null',
  '--encoding=UTF-8',
  // Six fields, each ended by NUL; a name in a commit can hold anything else.
  '--format=tformat:%x01%H%x00%P%x00%an%x00%ae%x00%aI%x00%ct%x00',
];

const COMMIT_MARK = 0x01;
const NEWLINE = 0x0a;
const COLON = 0x3a;
const FIELDS = 6;

/**
 * Parses what `git log` prints with `RAW_LOG_FORMAT`, cut at its NULs. Fields and paths are taken by their
 * place, so no name in a repository can pass for something else.
 */
export class RawLogParser {
  readonly #events: RawLogEvents;
  #fields: string[] | null = null;
  /** A change whose path comes next. */
  #changed: RawChange | null = null;

  constructor(events: RawLogEvents) {
    this.#events = events;
  }

  /** Takes the next part. @throws Error when the output is not what git documents. */
  push(part: Buffer): void {
    if (this.#fields !== null) this.#takeField(part.toString('utf8'));
    else if (this.#changed !== null) {
      this.#events.change(this.#changed.after, part, this.#changed.before);
      this.#changed = null;
    } else if (part[0] === COMMIT_MARK) {
      this.#fields = [];
      this.#takeField(part.toString('latin1', 1));
    } else this.#takeChange(part);
  }

  #takeField(field: string): void {
    const fields = this.#fields ?? [];
    fields.push(field);
    if (fields.length < FIELDS) return;
    this.#fields = null;
    this.#events.commit(toCommit(fields));
  }

  #takeChange(part: Buffer): void {
    const start = part[0] === NEWLINE ? 1 : 0;
    if (part.length === start) return;
    if (part[start] !== COLON) throw unexpected(part);
    this.#changed = parseRawChange(part.toString('latin1', start));
  }
}

/** Ids of what stands at a path before, one for each parent, and after; zeros stand for nothing. */
export type RawChange = { readonly before: readonly string[]; readonly after: string };

/** Whether an id stands for nothing. */
export function isNothing(oid: string): boolean {
  return /^0+$/.test(oid);
}

/**
 * `:<mode> <mode> <oid> <oid> <status>`, for a merge with one more colon, mode and id for each further parent.
 */
export function parseRawChange(text: string): RawChange {
  const parents = Math.max(1, text.lastIndexOf(':') + 1);
  const words = text.split(' ');
  return { before: words.slice(parents + 1, 2 * parents + 1), after: words[2 * parents + 1] ?? '' };
}

function toCommit(fields: readonly string[]): LoggedCommit {
  const [id = '', parents = '', authorName = '', authorEmail = '', date = '', committed = ''] = fields;
  const oid = parseObjectId(id);
  if (oid === null) throw unexpected(Buffer.from(id));
  return {
    oid,
    parents: parents.split(' ').flatMap((parent) => parseObjectId(parent) ?? []),
    authorName,
    authorEmail,
    date: date === '' ? null : date,
    committed: Number(committed) || 0,
  };
}

function unexpected(part: Buffer): Error {
  return new Error(`unexpected output of git log: ${JSON.stringify(part.toString('latin1', 0, 200))}`);
}
