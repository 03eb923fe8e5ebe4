import { constants, promises as files, lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { SuppressionError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';
import type { Suppression } from './suppress.ts';

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
const LARGEST_FILE = 1024 * 1024;
/** A repository can have been made to keep its reader busy: globs are tried one after the other. */
const MOST_PATTERNS = 1000;
/** Each `*` more multiplies what a glob may take to fail. */
const MOST_STARS = 3;
const LONGEST_PATTERN = 1000;

const FINGERPRINT_LINE = /^\s*kp1:/;
const FINGERPRINT = /^kp1:[0-9a-f]{40}$/;

/** A link could lead anywhere, and a pipe keep us waiting; Windows has neither flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads the ignore file at the top of a folder; null when there is none. A link is none: it could lead anywhere.
 * @throws {SuppressionError} with file, line and what is wrong.
 */
export async function readIgnoreFile(folder: string): Promise<IgnoreFile | null> {
  const path = join(folder, IGNORE_FILE);
  const stats = statsOf(path);
  if (stats === null || !stats.isFile()) return null;
  if (stats.size > LARGEST_FILE)
    throw new SuppressionError(`${escapeControls(path)} is too large for an ignore file`);
  try {
    const handle = await files.open(path, OPEN_FLAGS);
    try {
      return parseIgnoreFile(await handle.readFile('utf8'), path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof SuppressionError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new SuppressionError(`cannot read ${escapeControls(path)} (${code})`);
  }
}

function statsOf(path: string): Stats | null {
  try {
    // Mostly there is none, and then a hook is spared the millisecond in which Node loads its promises.
    return lstatSync(path);
  } catch {
    return null;
  }
}

/**
 * Parses an ignore file: patterns, and fingerprints as `kp1:… [until 2026-12-31] reason`.
 * @throws {SuppressionError} with file, line and what is wrong; never with what stands there, which may be a secret.
 */
export function parseIgnoreFile(text: string, path: string): IgnoreFile {
  const patterns: string[] = [];
  const fingerprints: IgnoredFingerprint[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    if (FINGERPRINT_LINE.test(content)) fingerprints.push(readFingerprint(content.trim(), path, index + 1));
    else if (content.trim() !== '' && !content.startsWith('#'))
      patterns.push(readPattern(content, path, index + 1));
  }
  if (patterns.length > MOST_PATTERNS)
    throw new SuppressionError(`${escapeControls(path)} has more than ${MOST_PATTERNS} patterns`);
  return { path, patterns, fingerprints };
}

function readPattern(pattern: string, path: string, line: number): string {
  const stars = pattern.match(/\*+/g)?.length ?? 0;
  if (stars > MOST_STARS) throw fail(path, line, `a pattern may have ${MOST_STARS} stars, not ${stars}`);
  if (pattern.length > LONGEST_PATTERN)
    throw fail(path, line, `the pattern is longer than ${LONGEST_PATTERN} characters`);
  return pattern;
}

function readFingerprint(content: string, path: string, line: number): IgnoredFingerprint {
  const [fingerprint = '', ...words] = content.split(/\s+/);
  if (!FINGERPRINT.test(fingerprint))
    throw fail(path, line, 'a fingerprint is "kp1:" and 40 hex characters, as reports show it');
  const until = words[0] === 'until' ? (words[1] ?? '') : null;
  if (until !== null && !isDate(until))
    throw fail(path, line, 'behind "until" stands a date such as 2026-12-31');
  const reason = words.slice(until === null ? 0 : 2).join(' ');
  if (reason === '') throw fail(path, line, 'say behind the fingerprint why it is ignored');
  return { fingerprint, reason, until, line };
}

function fail(path: string, line: number, problem: string): SuppressionError {
  return new SuppressionError(`${escapeControls(path)}:${line}: ${problem}`);
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

/** Whether an entry still holds on a day, given as `2026-11-25`. */
export function isInForce({ until }: Pick<IgnoredFingerprint, 'until'>, today: string): boolean {
  return until === null || today <= until;
}

/** What an ignore file says of fingerprints and of paths, which are relative to its folder. */
export type IgnoreRules = {
  ofFingerprint(fingerprint: string): Suppression | null;
  ofPath(path: string): Suppression | null;
};

const IGNORED_PATH: Suppression = {
  reason: 'ignored',
  detail: `a pattern in ${IGNORE_FILE} matches its path`,
};

/** @param today as `2026-11-25`; what has ended before does not hold any more. */
export async function ignoreRules(
  { patterns, fingerprints }: Pick<IgnoreFile, 'patterns' | 'fingerprints'>,
  today: string,
): Promise<IgnoreRules> {
  const inForce = new Map(
    fingerprints.filter((each) => isInForce(each, today)).map((each) => [each.fingerprint, each]),
  );
  const isIgnored = await pathMatcher(patterns);
  return {
    ofFingerprint(fingerprint) {
      const entry = inForce.get(fingerprint);
      if (entry === undefined) return null;
      const { line, reason, until } = entry;
      const end = until === null ? '' : ` until ${until}`;
      return { reason: 'ignored', detail: `line ${line} of ${IGNORE_FILE} says${end}: ${reason}` };
    },
    ofPath: (path) => (isIgnored(path) ? IGNORED_PATH : null),
  };
}

async function pathMatcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: createMatcher } = await import('ignore');
  const matcher = createMatcher({ ignorecase: false, allowRelativePaths: true }).add(patterns);
  // The library remembers what it said of a path.
  return (path) => matcher.ignores(path);
}
