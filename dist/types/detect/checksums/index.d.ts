import type { ChecksumResult } from '../finding.js';
import { azureAnnotatedChecksum, azureAnnotatedIssued } from './azure-annotated.js';
/** What a format's own code can tell of a secret that a rule file cannot. */
export type ChecksumScheme = {
    readonly verify: (secret: string) => ChecksumResult;
    /** Month of issue (`2025-03`), where the format tells it. */
    readonly issued?: (secret: string) => string | null;
    /** Makes a body into a valid secret: for made-up keys in examples and tests. */
    readonly complete: (body: string) => string;
};
/** The schemes that a rule file may name under `checksum`. */
export declare const CHECKSUM_SCHEMES: {
    readonly 'azure-annotated': {
        readonly verify: typeof azureAnnotatedChecksum;
        readonly issued: typeof azureAnnotatedIssued;
        readonly complete: (body: string) => string;
    };
};
export type ChecksumName = keyof typeof CHECKSUM_SCHEMES;
/** The names, for validation. */
export declare const CHECKSUM_NAMES: readonly ChecksumName[];
