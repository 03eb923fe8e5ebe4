import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';
import type { Credential } from './report.ts';

/** A credential that a team knows of. Nothing in it tells the secret: a fingerprint is a hash of 100 bits of chance. */
export type BaselineEntry = {
  readonly fingerprint: string;
  readonly rule: string;
  /** One path that it was found at, for people: it may move. */
  readonly path: string | null;
};

const entrySchema = v.strictObject({
  fingerprint: v.pipe(v.string(), v.regex(/^kp1:[0-9a-f]{40}$/, 'must be kp1: and 40 hex characters')),
  rule: v.string(),
  path: v.nullable(v.string()),
});

const baselineSchema = v.object({
  $schema: v.optional(v.string()),
  schemaVersion: v.literal(1, 'must be 1'),
  // The last element is null, so that every entry's line ends with a comma and merges as lines do.
  credentials: v.array(v.nullable(entrySchema)),
});

/**
 * Parses a baseline. Entries may come in any order and twice, as merging leaves them.
 * @throws UserError when it is none.
 */
export function parseBaseline(text: string, path: string): BaselineEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${escapeControls(path)} is no baseline: ${(error as Error).message}`);
  }
  const result = v.safeParse(baselineSchema, value);
  if (!result.success) {
    const [issue] = result.issues;
    throw new UserError(
      `${escapeControls(path)} is no baseline: ${v.getDotPath(issue) ?? ''} ${issue.message}`,
    );
  }
  return unique(result.output.credentials.filter((entry) => entry !== null));
}

/** The text of a baseline: an entry a line, sorted, the same for the same credentials. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = unique(entries).map(
    ({ fingerprint, rule, path }) => `    ${JSON.stringify({ fingerprint, rule, path })},\n`,
  );
  return `{\n  "schemaVersion": 1,\n  "credentials": [\n${lines.join('')}    null\n  ]\n}\n`;
}

/** What a baseline says of a credential. */
export function toEntry({ fingerprint, rule, occurrences }: Credential): BaselineEntry {
  return { fingerprint, rule, path: occurrences.find(({ path }) => path !== null)?.path ?? null };
}

function unique(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  return [...byFingerprint.values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}
