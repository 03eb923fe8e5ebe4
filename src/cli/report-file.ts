import { randomBytes } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Interruption } from './interruption.ts';
import { chunked } from './output.ts';
import { isSystemError } from './system-error.ts';

/** Where a report file goes. */
export type ReportFile = {
  /** With links resolved. */
  readonly path: string;
  /** A pipe or a device, such as `/dev/stderr`: it cannot be replaced and is written to as it is. */
  readonly isSpecial: boolean;
};

/**
 * Looks where a report is to go, before a scan that may take minutes.
 * @throws UserError when no file can be written there.
 */
export async function prepareReportFile(path: string): Promise<ReportFile> {
  const stats = await statOrNull(path);
  if (stats?.isDirectory()) throw new UserError(`cannot write a report to "${path}": it is a folder`);
  if (stats !== null && !stats.isFile()) return { path, isSpecial: true };
  // A link to a file stays a link, and the file behind it is replaced.
  const target = stats === null ? resolve(path) : await realpath(path);
  const folder = dirname(target);
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    const reason = (await statOrNull(folder)) === null ? 'its folder does not exist' : messageOf(error);
    throw new UserError(`cannot write a report to "${path}": ${reason}`);
  }
  return { path: target, isSpecial: false };
}

/**
 * Writes a report so that there is always a whole one or none: to a temporary name in the same folder, then
 * renamed.
 * @param isPrivate whether only the user may read it, because it holds secrets.
 */
export async function writeReportFile(
  file: ReportFile,
  pieces: Iterable<string>,
  isPrivate: boolean,
  interruption: Interruption,
): Promise<void> {
  try {
    if (file.isSpecial) await writeAll(file.path, 'w', 0o666, pieces, interruption.signal);
    else await replaceFile(file.path, pieces, isPrivate, interruption);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UserError(`cannot write the report "${file.path}": ${error.message}`, { cause: error });
  }
}

async function replaceFile(
  path: string,
  pieces: Iterable<string>,
  isPrivate: boolean,
  interruption: Interruption,
): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  const forget = interruption.onForcedExit(() => rmSync(temporary, { force: true }));
  try {
    await writeAll(temporary, 'wx', isPrivate ? 0o600 : 0o666, pieces, interruption.signal);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    forget();
  }
}

async function writeAll(
  path: string,
  flags: string,
  mode: number,
  pieces: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    for (const chunk of chunked(pieces)) {
      signal.throwIfAborted();
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
