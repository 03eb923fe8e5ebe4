import { closeSync, readSync } from 'node:fs';
import { openRegularFile } from './open-regular-file.ts';

const SIGNATURE = 0x5041434b;
const HEADER_LENGTH = 12;

/** Bytes of a pack: `bytes[at..]` is what was asked for. Valid until the next question. */
export type PackBytes = { bytes: Buffer; at: number };

/**
 * Packs are read in windows of this size, in bytes, of which this many are kept. An entry takes about one KB, and a
 * family's lie all over the pack: with larger windows most of what is read is not used.
 */
const WINDOW = 32 * 1024;
const WINDOWS_KEPT = 768;

/**
 * An open pack file. Entries often lie close to what they are built on: so it is read in windows, the least
 * lately used of which makes room for the next, and a pack may be larger than memory.
 */
export class PackFile {
  /** Where the entries end: the checksum of the pack is behind. */
  readonly end: number;
  readonly #descriptor: number;
  readonly #windows = new Map<number, Buffer>();
  #lastNumber = -1;
  #lastWindow: Buffer = Buffer.alloc(0);
  #large: Buffer = Buffer.alloc(0);
  readonly #answer: PackBytes = { bytes: this.#lastWindow, at: 0 };

  private constructor(descriptor: number, end: number) {
    this.#descriptor = descriptor;
    this.end = end;
  }

  /** @throws when there is no such file. */
  static open(path: string, hashLength: number): PackFile {
    const { descriptor, size } = openRegularFile(path);
    return new PackFile(descriptor, size - hashLength);
  }

  /** Whether it is a pack of a known version with `count` objects, which ends with `checksum`. */
  matches(count: number, checksum: Buffer): boolean {
    const header = Buffer.alloc(HEADER_LENGTH);
    const trailer = Buffer.alloc(checksum.length);
    return (
      readSync(this.#descriptor, header, 0, HEADER_LENGTH, 0) === HEADER_LENGTH &&
      header.readUInt32BE(0) === SIGNATURE &&
      (header.readUInt32BE(4) === 2 || header.readUInt32BE(4) === 3) &&
      header.readUInt32BE(8) === count &&
      readSync(this.#descriptor, trailer, 0, trailer.length, this.end) === trailer.length &&
      trailer.equals(checksum)
    );
  }

  /** The bytes from `start` to `end`; fewer when the file ends before. */
  read(start: number, end: number): PackBytes {
    const number = Math.floor(start / WINDOW);
    const base = number * WINDOW;
    if (end <= base + WINDOW) {
      this.#answer.bytes = this.#window(number);
      this.#answer.at = start - base;
    } else {
      if (this.#large.length < end - start)
        this.#large = Buffer.allocUnsafeSlow(Math.max(end - start, WINDOW));
      this.#fill(this.#large.subarray(0, end - start), start);
      this.#answer.bytes = this.#large;
      this.#answer.at = 0;
    }
    return this.#answer;
  }

  close(): void {
    this.#windows.clear();
    closeSync(this.#descriptor);
  }

  #window(number: number): Buffer {
    if (number === this.#lastNumber) return this.#lastWindow;
    const known = this.#windows.get(number);
    this.#windows.delete(number);
    const window = known ?? this.#load(number);
    this.#windows.set(number, window);
    this.#lastNumber = number;
    this.#lastWindow = window;
    return window;
  }

  #load(number: number): Buffer {
    let window: Buffer | undefined;
    if (this.#windows.size >= WINDOWS_KEPT) {
      for (const [oldest, buffer] of this.#windows) {
        window = buffer;
        this.#windows.delete(oldest);
        break;
      }
    }
    window ??= Buffer.allocUnsafeSlow(WINDOW);
    this.#fill(window, number * WINDOW);
    return window;
  }

  /** Zeroes stand for what is behind the end of the file: no entry can be made of them. */
  #fill(buffer: Buffer, position: number): void {
    let length = 0;
    while (length < buffer.length) {
      const count = readSync(this.#descriptor, buffer, length, buffer.length - length, position + length);
      if (count === 0) break;
      length += count;
    }
    buffer.fill(0, length);
  }
}
