import type { ChecksumResult } from '../finding.js';
/** Whether the last four characters (six and `==` in the long form) are the checksum of the first 80. */
export declare function azureAnnotatedChecksum(key: string): ChecksumResult;
/**
 * The tails that would make an 80-character body a valid key: the base64 form, which is what keys
 * found in the wild carry, and the base62 form of the current generator.
 */
export declare function annotatedChecksumTails(body: string, isLongForm: boolean): readonly [string, string];
/** Month of issue (`2025-03`), from the year and month characters; null when they are none. */
export declare function azureAnnotatedIssued(key: string): string | null;
