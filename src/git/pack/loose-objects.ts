import { closeSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { ObjectFolder } from './object-folders.ts';
import { openRegularFile } from './open-regular-file.ts';

/** An object with a file of its own, unpacked. */
export type LooseObject = { readonly type: string; readonly content: Buffer };

/** Longer files, in bytes, and longer contents are the reference reader's. */
const LONGEST_FILE = 16 * 1024 * 1024;
const LONGEST_CONTENT = 32 * 1024 * 1024;
const LONGEST_HEADER = 32;

/**
 * Reads an object that has a file of its own.
 * @returns null when there is none in any of the folders, or when it is not for this reader: too large, or broken.
 */
export function readLooseObject(folders: readonly ObjectFolder[], hex: string): LooseObject | null {
  for (const { path } of folders) {
    const file = readSmallFile(join(path, hex.slice(0, 2), hex.slice(2)));
    if (file !== null) return unpack(file);
  }
  return null;
}

/** Whether there is a file for an object, whatever is in it. */
export function hasLooseObject(folders: readonly ObjectFolder[], hex: string): boolean {
  return folders.some(({ path }) => existsSync(join(path, hex.slice(0, 2), hex.slice(2))));
}

/** The ids of all objects with a file of their own, in hex; folders that cannot be read are left out. */
export function* listLooseObjects(folders: readonly ObjectFolder[]): Generator<string, void, undefined> {
  for (const { path } of folders) {
    for (let byte = 0; byte < 256; byte += 1) {
      const start = byte.toString(16).padStart(2, '0');
      for (const name of namesIn(join(path, start))) if (/^[0-9a-f]{38,62}$/.test(name)) yield start + name;
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readSmallFile(path: string): Buffer | null {
  try {
    const { descriptor, size } = openRegularFile(path);
    try {
      return size <= LONGEST_FILE ? readFileSync(descriptor) : null;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

/** `<type> <size>\0<content>`, as one zlib stream. */
function unpack(file: Buffer): LooseObject | null {
  try {
    const bytes = inflateSync(file, { maxOutputLength: LONGEST_CONTENT + LONGEST_HEADER });
    const headerEnd = bytes.subarray(0, LONGEST_HEADER).indexOf(0);
    const [, type = '', size = ''] =
      /^(blob|commit|tag|tree) (\d+)$/.exec(bytes.toString('latin1', 0, headerEnd)) ?? [];
    const content = bytes.subarray(headerEnd + 1);
    return type !== '' && Number(size) === content.length ? { type, content } : null;
  } catch {
    return null;
  }
}
