import type { CredentialProvenance } from '../../../credentials/provenance.ts';
import type {
  Credential,
  Occurrence,
  OccurrenceSource,
  Report,
  ScanMode,
} from '../../../credentials/report.ts';
import { CONFIDENCE_LEVELS, type SecretText } from '../../../detect/finding.ts';
import { ADVICE_STAGES } from '../../../rules/rule-file.ts';
import { EXPOSURES, SKIP_NOUNS } from '../../text/words.ts';
import { type EmbeddedReport, fromEmbedded } from '../embedded.ts';
import { SEVERITIES } from './filter.ts';
import {
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  orElse,
  type Reader,
  ShapeError,
  text,
} from './shape.ts';

export type ReadResult =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'refused'; readonly reason: string };

const SCHEMA_VERSION = 1;

/**
 * Reads a JSON, JSON Lines or HTML report, which anybody may have written: every field that the page uses is
 * checked, and fields that it does not know, which later versions may add, are left out.
 */
export function readReport(content: string): ReadResult {
  const value = parseJson(content) ?? parseJsonLines(content) ?? parseHtml(content);
  if (value === null) return { kind: 'refused', reason: 'it is not JSON' };
  const { tool, schemaVersion } = value as { tool?: { name?: unknown }; schemaVersion?: unknown };
  if (tool?.name !== 'keypetrel')
    return { kind: 'refused', reason: 'it is JSON, but no report of keypetrel' };
  if (schemaVersion !== SCHEMA_VERSION) {
    const version = typeof schemaVersion === 'number' ? String(schemaVersion) : 'unknown';
    return {
      kind: 'refused',
      reason: `its schema version is ${version}, and this page reads version ${SCHEMA_VERSION} only`,
    };
  }
  try {
    return { kind: 'report', report: report(value, 'report') };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { kind: 'refused', reason: `it is a damaged report: ${error.message}` };
  }
}

/** The parsed object, or null. */
function parseJson(content: string): object | null {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** JSON Lines: a line of the type `scan`, then the credentials. */
function parseJsonLines(content: string): object | null {
  const [scan, ...credentials] = content.trim().split('\n').map(parseJson);
  if (scan === null || scan === undefined || !('type' in scan) || scan.type !== 'scan') return null;
  return { ...scan, credentials };
}

/** What stands before the data of an HTML report. */
const DATA_START = 'type="application/json" id="report">';

/** The data of an HTML report, where no `<` stands. */
function parseHtml(content: string): object | null {
  const start = content.indexOf(DATA_START);
  const end = content.indexOf('<', start + DATA_START.length);
  if (start === -1 || end === -1) return null;
  const data = content.slice(start + DATA_START.length, end);
  try {
    return fromEmbedded(JSON.parse(data) as EmbeddedReport);
  } catch {
    return null;
  }
}

/** As records, so that the compiler tells when one is missing. */
const MODES: Readonly<Record<ScanMode, true>> = {
  files: true,
  index: true,
  history: true,
  range: true,
  stdin: true,
};
const SOURCES: Readonly<Record<OccurrenceSource, true>> = {
  file: true,
  index: true,
  blob: true,
  note: true,
  'commit-message': true,
  'commit-header': true,
  'tag-message': true,
  'tag-header': true,
  'ref-name': true,
  stdin: true,
};

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}

const frameMark = object({ start: number, end: number });

const occurrence: Reader<Occurrence> = object({
  path: nullable(text),
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  source: oneOf(keysOf(SOURCES)),
  isName: flag,
  blob: nullable(text),
  commit: nullable(text),
  author: nullable(text),
  date: nullable(text),
  refs: orElse(list(text), []),
  moreRefs: orElse(number, 0),
  inHead: nullable(flag),
  exposure: orElse(oneOf(EXPOSURES), 'working-tree'),
  decodedFrom: orElse(list(text), []),
  cell: nullable(object({ number, part: oneOf(['source', 'output']) })),
  frame: orElse(list(object({ number, text, mark: nullable(frameMark) })), []),
});

const stamp = { commit: text, author: nullable(text), date: nullable(text) };

const provenance: Reader<CredentialProvenance> = object({
  complete: flag,
  first: nullable(object({ ...stamp, path: nullable(text), orEarlier: flag })),
  renames: list(object({ ...stamp, from: text, to: text })),
  inHead: nullable(flag),
  removed: nullable(object(stamp)),
  refs: list(text),
  moreRefs: number,
  remotes: list(object({ name: nullable(text), refs: list(text), moreRefs: number })),
});

const credentialShape = object({
  fingerprint: text,
  rule: text,
  title: text,
  service: text,
  severity: oneOf(SEVERITIES),
  confidence: oneOf(CONFIDENCE_LEVELS),
  checksum: oneOf(['valid', 'mismatch', 'none']),
  issued: nullable(text),
  endpoint: nullable(text),
  redacted: text,
  length: number,
  entropy: number,
  secret: optional(text),
  evidence: list(object({ kind: text, weight: number, detail: text })),
  exposure: oneOf(EXPOSURES),
  provenance: orElse(nullable(provenance), null),
  occurrences: list(occurrence),
  remediation: object({
    summary: text,
    steps: list(text),
    commands: list(text),
    plan: orElse(list(object({ stage: oneOf(ADVICE_STAGES), text, commands: list(text) })), []),
  }),
});

const credential: Reader<Credential> = (value, place) => {
  const { secret, ...read } = credentialShape(value, place);
  return { ...read, ...(secret !== undefined && { secret: secret as SecretText }) };
};

const report = object({
  schemaVersion: oneOf([SCHEMA_VERSION]),
  tool: object({ name: oneOf(['keypetrel']), version: text, rulesDigest: text }),
  coverage: object({
    complete: flag,
    modes: list(oneOf(keysOf(MODES))),
    files: object({ scanned: number, bytes: number }),
    objects: object({ scanned: number, bytes: number, fromCache: number }),
    commits: number,
    shallow: flag,
    partialClone: flag,
    skipped: list(object({ reason: oneOf(keysOf(SKIP_NOUNS)), count: number, examples: list(text) })),
  }),
  credentials: list(credential),
  suppressed: object({
    baseline: number,
    inline: number,
    ignored: number,
    belowThreshold: number,
    standing: orElse(number, 0),
  }),
}) satisfies Reader<Report>;
