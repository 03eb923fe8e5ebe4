import { gzipSync } from 'node:zlib';
import type { Credential } from '../../credentials/report.ts';

/** How much a reader of SARIF takes. */
export type Limits = {
  /** Results in a file; one more, and the file is refused. */
  readonly results: number;
  /** Results that are shown of those, worst first. */
  readonly shownResults: number;
  /** Places of one result. */
  readonly locations: number;
  /** Bytes of the whole file when it is compressed with gzip. */
  readonly compressedBytes: number;
};

/**
 * What GitHub takes. It refuses a result with more than 1,000 places and shows 100, so 100 are written.
 * https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
export const GITHUB_LIMITS: Limits = {
  results: 25_000,
  shownResults: 5_000,
  locations: 100,
  compressedBytes: 10_000_000,
};

/** What was left out of a file. */
export type Cut = {
  readonly found: readonly Credential[];
  /** How many of them are in the file: the first ones. */
  readonly written: number;
  readonly limits: Limits;
};

/** Characters that are compressed at once to learn how large they get. */
const BATCH = 256 * 1024;
/** Bytes, compressed, that are left for what is no result: tool, rules, notifications. */
const RESERVED = 300_000;

/**
 * The results as JSON, from the first on and as many as fit. Pieces are measured each on its own: compressed
 * together they get smaller, so what is measured is never too little.
 */
export function* withinLimits(
  results: readonly (() => string)[],
  { compressedBytes }: Pick<Limits, 'compressedBytes'>,
): Generator<string> {
  let left = compressedBytes - Math.min(RESERVED, compressedBytes / 2);
  let batch: string[] = [];
  let length = 0;
  for (const [index, result] of results.entries()) {
    const json = result();
    batch.push(json);
    length += json.length;
    if (length < BATCH && index < results.length - 1) continue;
    left -= gzipSync(batch.join(',\n')).length;
    if (left < 0) return;
    yield* batch;
    batch = [];
    length = 0;
  }
}
