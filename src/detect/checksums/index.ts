import type { ChecksumResult } from '../finding.ts';
import { annotatedChecksumTails, azureAnnotatedChecksum, azureAnnotatedIssued } from './azure-annotated.ts';
import { completeDevOpsToken, isDevOpsChecksumValid } from './azure-devops-token.ts';
import { completeIdentifiable, identifiableSeed } from './azure-identifiable.ts';
import { entraChecksum, isEntraChecksumValid } from './entra-client-secret.ts';

/** What a rule file names under `checksum`: a scheme, with what the scheme has to be told. */
export type Checksum =
  | { readonly scheme: PlainScheme }
  | {
      readonly scheme: 'azure-identifiable';
      /** Of each kind of key one seed, 8 ASCII characters. Made-up keys are completed with the first. */
      readonly seeds: readonly string[];
      /** Whether made-up keys are written with `-` and `_` in place of `+` and `/`. */
      readonly urlSafe: boolean;
    };

/** Schemes that need to be told nothing: a rule file may write just the name. */
export const PLAIN_SCHEMES = ['azure-annotated', 'azure-devops-token', 'entra-client-secret'] as const;
type PlainScheme = (typeof PLAIN_SCHEMES)[number];

/** What a format's own code can tell of a secret that a rule file cannot. */
export type ChecksumScheme = {
  readonly verify: (secret: string) => Verification;
  /** Month of issue (`2025-03`), where the format tells it. */
  readonly issued?: (secret: string) => string | null;
  /** Makes a body into a valid secret: for made-up keys in examples and tests. */
  readonly complete: (body: string) => string;
};

export type Verification = {
  readonly result: Exclude<ChecksumResult, 'none'>;
  /** The seed with which the checksum holds, where a scheme knows several: it tells the kind of key. */
  readonly seed: string | null;
};

/** The code of a checksum. */
export function checksumScheme(checksum: Checksum): ChecksumScheme {
  switch (checksum.scheme) {
    case 'azure-annotated':
      return {
        verify: (secret) => ({ result: azureAnnotatedChecksum(secret), seed: null }),
        issued: azureAnnotatedIssued,
        complete: (body) => body + annotatedChecksumTails(body, false)[0],
      };
    case 'azure-devops-token':
      return {
        verify: (secret) => verification(isDevOpsChecksumValid(secret), null),
        complete: completeDevOpsToken,
      };
    case 'entra-client-secret':
      return {
        verify: (secret) => verification(isEntraChecksumValid(secret), null),
        complete: (body) => body + entraChecksum(body),
      };
    case 'azure-identifiable': {
      const { seeds, urlSafe } = checksum;
      return {
        verify: (secret) => {
          const seed = identifiableSeed(secret, seeds);
          return verification(seed !== null, seed);
        },
        complete: (body) => completeIdentifiable(body, seeds[0] ?? '', urlSafe),
      };
    }
  }
}

function verification(isValid: boolean, seed: string | null): Verification {
  return { result: isValid ? 'valid' : 'mismatch', seed };
}
