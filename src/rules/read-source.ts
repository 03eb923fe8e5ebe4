import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';

/** Larger files are neither rules nor configurations, in bytes: the rules that ship are half of it together. */
export const LARGEST_SOURCE = 256 * 1024;

/** A pipe that nobody writes to must not keep us waiting; Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file that a user wrote for keypetrel.
 * @param what it is, in words, for messages.
 * @param largest size in bytes.
 * @throws {UserError} when it cannot be read, is too large, or is no text.
 */
export async function readSourceFile(
  path: string,
  what: string,
  largest: number = LARGEST_SOURCE,
): Promise<string> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new UserError(`cannot read ${what} "${path}": ${reason}`, { cause });
  };
  const handle = await open(path, OPEN_FLAGS).catch((error) => refuse(systemReason(error), error));
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) return refuse('it is a folder');
    if (!stats.isFile()) return refuse('it is not a regular file');
    if (stats.size > largest) return refuse(`it is larger than ${largest / 1024} KiB`);
    const bytes = await handle.readFile().catch((error) => refuse(systemReason(error), error));
    return decodeUtf8(bytes) ?? refuse('it is not text in UTF-8');
  } finally {
    await handle.close();
  }
}

/** Takes a byte order mark off. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `ENOENT: no such file or directory`, without the call and the path behind it. */
function systemReason(error: unknown): string {
  const { message, syscall } = error as NodeJS.ErrnoException;
  return message.split(`, ${syscall}`)[0] ?? message;
}
