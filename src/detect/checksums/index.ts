import type { ChecksumResult } from '../finding.ts';
import { annotatedChecksumTails, azureAnnotatedChecksum, azureAnnotatedIssued } from './azure-annotated.ts';

/** What a format's own code can tell of a secret that a rule file cannot. */
export type ChecksumScheme = {
  readonly verify: (secret: string) => ChecksumResult;
  /** Month of issue (`2025-03`), where the format tells it. */
  readonly issued?: (secret: string) => string | null;
  /** Makes a body into a valid secret: for made-up keys in examples and tests. */
  readonly complete: (body: string) => string;
};

/** The schemes that a rule file may name under `checksum`. */
export const CHECKSUM_SCHEMES = {
  'azure-annotated': {
    verify: azureAnnotatedChecksum,
    issued: azureAnnotatedIssued,
    complete: (body) => body + annotatedChecksumTails(body, false)[0],
  },
} as const satisfies Record<string, ChecksumScheme>;

export type ChecksumName = keyof typeof CHECKSUM_SCHEMES;

/** The names, for validation. */
export const CHECKSUM_NAMES = Object.keys(CHECKSUM_SCHEMES) as readonly ChecksumName[];
