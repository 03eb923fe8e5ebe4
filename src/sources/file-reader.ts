import { lstatSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Coverage } from './coverage.ts';
import type { FileCalls, OpenFile } from './file-calls.ts';
import type { ContentOrigin, Emit, FileState } from './source.ts';
import { Windower } from './windows.ts';

/** A file to read. */
export type FileToRead = {
  /** Relative to the root, as text, for reports. */
  readonly path: string;
  /** Relative to the root, as bytes, to open it by. */
  readonly pathBytes: Buffer;
  readonly state: FileState;
};

const READ_BYTES = 1024 * 1024;
/** Nothing waits while a file is read: after so many bytes a signal and the progress line get a turn. */
const BYTES_PER_TURN = 64 * READ_BYTES;
/** Larger files are none that a disk holds, such as `/proc/kcore`. In bytes. */
const LARGEST_FILE = 2 ** 40;
/** How far a file may go beyond its size when it was opened: what goes further may have no end, as in `/proc`. In bytes. */
const MOST_GROWTH = 2 ** 30;
const SLASH = 0x2f;

/**
 * Reads files below one root, without ever following a link or opening what is no regular file. What cannot
 * be read is counted in the coverage, and never an error. One reader reads one file at a time, and its
 * memory stays bounded whatever their size.
 */
export class FileReader {
  readonly #root: Buffer;
  readonly #calls: FileCalls;
  readonly #coverage: Coverage;
  readonly #windower: Windower;
  readonly #buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  readonly #linkFree: LinkFreeFolders;
  readonly #signal: AbortSignal | undefined;

  constructor(
    root: Buffer,
    calls: FileCalls,
    emit: Emit,
    coverage: Coverage,
    linkFree: LinkFreeFolders,
    signal: AbortSignal | undefined,
  ) {
    this.#root = root;
    this.#calls = calls;
    this.#coverage = coverage;
    this.#windower = new Windower(emit);
    this.#linkFree = linkFree;
    this.#signal = signal;
  }

  async read(file: FileToRead): Promise<void> {
    try {
      await this.#readRegular(file);
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (!isSystemError(error)) throw error;
      this.#countFailure(file, error.code);
    }
  }

  async #readRegular(file: FileToRead): Promise<void> {
    if (!this.#linkFree.has(file.pathBytes.subarray(0, file.pathBytes.lastIndexOf(SLASH) + 1))) {
      this.#coverage.skip('symbolic-link', file.path);
      return;
    }
    const absolute = Buffer.concat([this.#root, file.pathBytes]);
    // Looked at first, because opening a device can already have an effect; and once more when it is open.
    const before = await this.#calls.lstat(absolute);
    if (before.isSymbolicLink()) this.#coverage.skip('symbolic-link', file.path);
    // A folder in the place of a tracked file: what is in it is listed for itself.
    else if (before.isDirectory()) return;
    else if (!before.isFile()) this.#coverage.skip('special-file', file.path);
    else {
      const open = await this.#calls.open(absolute);
      try {
        const stats = await open.stat();
        if (!stats.isFile()) this.#coverage.skip('special-file', file.path);
        else if (stats.size > LARGEST_FILE) this.#coverage.skip('unreadable', file.path);
        else await this.#emitContent(file, open, stats.size + MOST_GROWTH);
      } finally {
        await open.close();
      }
    }
  }

  /** @param most bytes that are read of it. */
  async #emitContent(file: FileToRead, open: OpenFile, most: number): Promise<void> {
    const origin: ContentOrigin = { kind: 'file', path: file.path, state: file.state };
    let length = await this.#fillBuffer(open);
    let bytes = length;
    this.#windower.begin([origin], length < READ_BYTES ? length : null);
    this.#windower.push(this.#buffer.subarray(0, length));
    while (length === READ_BYTES && bytes < most) {
      if (bytes % BYTES_PER_TURN === 0) await setImmediate();
      this.#signal?.throwIfAborted();
      length = await this.#fillBuffer(open);
      bytes += length;
      this.#windower.push(this.#buffer.subarray(0, length));
    }
    this.#windower.end();
    if (bytes >= most) this.#coverage.skip('unreadable', file.path);
    this.#coverage.files.scanned += 1;
    this.#coverage.files.bytes += bytes;
  }

  /** Reads until the buffer is full or the file ends; its size is not relied on, for it may be growing. */
  async #fillBuffer(open: OpenFile): Promise<number> {
    let length = 0;
    while (length < READ_BYTES) {
      const count = await open.read(this.#buffer, length);
      if (count === 0) break;
      length += count;
    }
    return length;
  }

  #countFailure({ path, state }: FileToRead, code: string): void {
    switch (code) {
      case 'ENOENT':
      case 'ENOTDIR':
        // A tracked file that is deleted is no gap: there is nothing to read in the work tree.
        if (state !== 'tracked') this.#coverage.skip('vanished', path);
        return;
      case 'ELOOP':
      case 'EMLINK':
        this.#coverage.skip('symbolic-link', path);
        return;
      case 'ENXIO':
        this.#coverage.skip('special-file', path);
        return;
      default:
        this.#coverage.skip('unreadable', path);
    }
  }
}

/**
 * Knows which folders below a root are reached without a link. git lists `a/b` as tracked also when `a` has
 * since become a link to somewhere else.
 */
export class LinkFreeFolders {
  readonly #root: Buffer;
  readonly #known = new Map<string, boolean>();

  constructor(root: Buffer) {
    this.#root = root;
  }

  /** @param folder relative to the root, empty or with a slash at its end. */
  has(folder: Buffer): boolean {
    if (folder.length === 0) return true;
    const key = folder.toString('latin1');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const withoutSlash = folder.subarray(0, folder.length - 1);
    const parent = folder.subarray(0, withoutSlash.lastIndexOf(SLASH) + 1);
    const answer = this.has(parent) && !this.#isLink(withoutSlash);
    this.#known.set(key, answer);
    return answer;
  }

  #isLink(folder: Buffer): boolean {
    const stats = lstatSync(Buffer.concat([this.#root, folder]), { throwIfNoEntry: false });
    return stats?.isSymbolicLink() ?? false;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
