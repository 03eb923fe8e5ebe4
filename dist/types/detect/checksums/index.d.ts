import type { ChecksumResult } from '../finding.js';
/** What a rule file names under `checksum`: a scheme, with what the scheme has to be told. */
export type Checksum = {
    readonly scheme: PlainScheme;
} | {
    readonly scheme: 'azure-identifiable';
    /** Of each kind of key one seed, 8 ASCII characters. Made-up keys are completed with the first. */
    readonly seeds: readonly string[];
    /** Whether made-up keys are written with `-` and `_` in place of `+` and `/`. */
    readonly urlSafe: boolean;
};
/** Schemes that need to be told nothing: a rule file may write just the name. */
export declare const PLAIN_SCHEMES: readonly ['azure-annotated', 'azure-devops-token', 'entra-client-secret'];
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
export declare function checksumScheme(checksum: Checksum): ChecksumScheme;
export {};
