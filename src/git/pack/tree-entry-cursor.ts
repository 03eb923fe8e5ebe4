const SPACE = 0x20;
const ZERO = 0x30;
const TYPE_MASK = 0o170000;
const TREE_MODE = 0o040000;
const SUBMODULE_MODE = 0o160000;
/** Digits of a mode: git writes five or six, and reads more. */
const LONGEST_MODE = 12;

/**
 * Goes through the entries of a tree, `<mode> SP <name> NUL <id in bytes>` again and again, without making anything of
 * them: a history has millions. `treeEntries` is for where there are few.
 */
export class TreeEntryCursor {
  isTree = false;
  isSubmodule = false;
  /** Whether the last call of `next` met something that is no entry. */
  isBroken = false;
  entryStart = 0;
  entryEnd = 0;
  nameStart = 0;
  nameEnd = 0;
  idStart = 0;
  readonly #hashLength: number;
  #bytes: Uint8Array = new Uint8Array(0);

  /** @param hashLength bytes of an object id: 20 (SHA-1) or 32 (SHA-256). */
  constructor(hashLength: number) {
    this.#hashLength = hashLength;
  }

  /** Starts on the content of a tree. */
  start(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.entryEnd = 0;
    this.isBroken = false;
  }

  /** Goes on to the next entry. @returns false when there is none. */
  next(): boolean {
    const bytes = this.#bytes;
    const end = bytes.length;
    this.entryStart = this.entryEnd;
    if (this.entryStart === end) return false;
    let at = this.entryStart;
    let mode = 0;
    for (; at < end && bytes[at] !== SPACE && bytes[at] !== 0; at += 1)
      mode = mode * 8 + (bytes[at] ?? 0) - ZERO;
    const isMode = bytes[at] === SPACE && at - this.entryStart <= LONGEST_MODE;
    at += 1;
    this.nameStart = at;
    while (at < end && bytes[at] !== 0) at += 1;
    this.nameEnd = at;
    this.idStart = at + 1;
    this.entryEnd = this.idStart + this.#hashLength;
    this.isBroken = !isMode || this.entryEnd > end;
    this.isTree = (mode & TYPE_MASK) === TREE_MODE;
    this.isSubmodule = (mode & TYPE_MASK) === SUBMODULE_MODE;
    return !this.isBroken;
  }
}
