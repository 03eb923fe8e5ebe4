import * as v from 'valibot';
import { SuppressionError } from '../errors.ts';
import { escapeControls } from '../git/git-error.ts';
import { readSourceFile } from '../rules/read-source.ts';
import { table } from '../rules/table.ts';
import { redact } from './redact.ts';
import type { Credential } from './report.ts';

/** A credential that a team knows of. Nothing in it tells the secret: a fingerprint is a hash of 100 bits of chance. */
export type BaselineEntry = {
  readonly fingerprint: string;
  readonly rule: string;
  /** One path that it was found at, for people: it may move. */
  readonly path: string | null;
};

/** More than 100,000 credentials, in bytes. */
const LARGEST_BASELINE = 32 * 1024 * 1024;

/** What a baseline has to look like; `baseline.schema.json` says the same for editors. */
const entrySchema = table({
  fingerprint: v.pipe(
    v.string('must be a text'),
    v.regex(/^kp1:[0-9a-f]{40}$/, 'must be "kp1:" and 40 hex characters'),
  ),
  rule: v.pipe(v.string('must be a text'), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the id of a rule')),
  path: v.nullable(v.string('must be a text or null')),
});

const baselineSchema = table({
  $schema: v.optional(v.string('must be a text')),
  schemaVersion: v.literal(1, 'must be 1'),
  // The last element is null, so that every entry's line ends with a comma and merges as lines do.
  credentials: v.array(v.nullable(entrySchema), 'must be a list'),
});

/**
 * Reads a baseline.
 * @throws {SuppressionError} when it cannot be read, or is none.
 */
export async function readBaseline(path: string): Promise<BaselineEntry[]> {
  const text = await readSourceFile(path, 'the baseline', LARGEST_BASELINE).catch((error: Error) => {
    throw new SuppressionError(error.message, { cause: error });
  });
  return parseBaseline(text, path);
}

/**
 * Parses a baseline. Entries may come in any order and twice, as merging leaves them.
 * @throws {SuppressionError} when it is none; never with what stands there, which may be a secret.
 */
export function parseBaseline(text: string, path: string): BaselineEntry[] {
  const refuse = (problem: string): never => {
    throw new SuppressionError(`"${escapeControls(path)}" is no baseline: ${problem}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(syntaxProblem(text));
  }
  const result = v.safeParse(baselineSchema, value);
  if (result.success) return unique(result.output.credentials.filter((entry) => entry !== null));
  const [issue] = result.issues;
  // Names of keys may be anything: only those that a baseline has are repeated.
  const place = issue.path?.filter(({ key }) => isOfBaseline(key)).map(({ key }) => String(key)) ?? [];
  return refuse(`${place.length === 0 ? 'it' : place.join('.')} ${issue.message}`);
}

function isOfBaseline(key: unknown): boolean {
  return (
    typeof key === 'number' ||
    ['$schema', 'schemaVersion', 'credentials', 'fingerprint', 'rule', 'path'].some((name) => name === key)
  );
}

function syntaxProblem(text: string): string {
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict !== -1)
    return `line ${conflict + 1} is a mark of a merge conflict; keep the entries of both sides, in any order`;
  return 'it is no JSON';
}

/** The text of a baseline: an entry a line, sorted, the same for the same credentials. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = unique(entries).map(
    ({ fingerprint, rule, path }) => `    ${JSON.stringify({ fingerprint, rule, path })},\n`,
  );
  return `{\n  "schemaVersion": 1,\n  "credentials": [\n${lines.join('')}    null\n  ]\n}\n`;
}

/** What a baseline says of a credential; of one whose secret is shown, too, it is not in the path. */
export function toEntry({ fingerprint, rule, occurrences, secret }: Credential): BaselineEntry {
  const path = occurrences.find((each) => each.path !== null)?.path ?? null;
  if (path === null || secret === undefined) return { fingerprint, rule, path };
  return { fingerprint, rule, path: path.replaceAll(secret, redact(secret)) };
}

function unique(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  return [...byFingerprint.values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}
