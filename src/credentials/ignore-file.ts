import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';

/** The one file of a scanned folder that is taken for configuration; what it lets pass is always counted. */
export const IGNORE_FILE = '.keypetrelignore';

/** What an ignore file says. */
export type IgnoreFile = {
  readonly path: string;
  /** In the syntax of `.gitignore`. */
  readonly patterns: readonly string[];
  readonly fingerprints: readonly IgnoredFingerprint[];
};

export type IgnoredFingerprint = {
  readonly fingerprint: string;
  readonly reason: string;
  /** The last day that it holds, as `2026-12-31`; null: for good. */
  readonly until: string | null;
  readonly line: number;
};

/** Larger files are no ignore file, in bytes. */
const LARGEST_FILE = 4 * 1024 * 1024;

const FINGERPRINT_LINE = /^kp1:/;
const FINGERPRINT = /^kp1:[0-9a-f]{40}$/;

/**
 * Reads the ignore file at the top of a folder; null when there is none. A link is none: it could lead anywhere.
 * @throws UserError with file, line and what is wrong.
 */
export async function readIgnoreFile(folder: string): Promise<IgnoreFile | null> {
  const path = join(folder, IGNORE_FILE);
  const stats = await lstat(path).catch(() => null);
  if (stats === null || !stats.isFile()) return null;
  if (stats.size > LARGEST_FILE)
    throw new UserError(`${escapeControls(path)} is too large for an ignore file`);
  return parseIgnoreFile(await readFile(path, 'utf8'), path);
}

/** Parses an ignore file: patterns, and fingerprints as `kp1:… [until 2026-12-31] reason`. */
export function parseIgnoreFile(text: string, path: string): IgnoreFile {
  const patterns: string[] = [];
  const fingerprints: IgnoredFingerprint[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    if (!FINGERPRINT_LINE.test(content)) patterns.push(content);
    else fingerprints.push(readFingerprint(content.trim(), path, index + 1));
  });
  return { path, patterns, fingerprints };
}

function readFingerprint(content: string, path: string, line: number): IgnoredFingerprint {
  const fail = (problem: string) => new UserError(`${escapeControls(path)}:${line}: ${problem}`);
  const [fingerprint = '', ...words] = content.split(/\s+/);
  if (!FINGERPRINT.test(fingerprint))
    throw fail('a fingerprint is "kp1:" and 40 hex characters, as reports show it');
  const until = words[0] === 'until' ? (words[1] ?? '') : null;
  if (until !== null && !isDate(until))
    throw fail(`"${escapeControls(until)}" is no date such as 2026-12-31`);
  const reason = words.slice(until === null ? 0 : 2).join(' ');
  if (reason === '') throw fail('say behind the fingerprint why it is ignored');
  return { fingerprint, reason, until, line };
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

/** Whether an entry still holds on a day, given as `2026-11-25`. */
export function isInForce({ until }: IgnoredFingerprint, today: string): boolean {
  return until === null || today <= until;
}
