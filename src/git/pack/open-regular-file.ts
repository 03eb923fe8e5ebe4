import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * Opens a file for reading.
 * @returns its descriptor and its size in bytes.
 * @throws when there is none, or when it is a pipe or a device, which could keep us waiting for ever.
 */
export function openRegularFile(path: string): { descriptor: number; size: number } {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, size: stats.size };
  closeSync(descriptor);
  throw new TypeError(`not a regular file: ${JSON.stringify(path)}`);
}

/** All of a file. @throws as `openRegularFile` does. */
export function readRegularFile(path: string): Buffer {
  const { descriptor } = openRegularFile(path);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What a file of git's says, as Latin-1; empty where it is not there, may not be read, or is no regular file. */
export function textOrNothing(path: string): string {
  try {
    return readRegularFile(path).toString('latin1');
  } catch {
    return '';
  }
}
