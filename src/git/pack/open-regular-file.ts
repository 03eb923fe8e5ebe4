import { closeSync, constants, fstatSync, openSync } from 'node:fs';

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
