import type { Report } from '../credentials/report.js';
import type { ScanOptions } from '../scan-options.js';
import { type Explanation } from './explanation.js';
/** What a scan found out about one fingerprint; null when nothing has it. */
export type FingerprintExplanation = {
    readonly explanation: Explanation | null;
    readonly coverage: Report['coverage'];
};
/**
 * Scans as `scan` does, and explains the credential of a fingerprint, of whatever confidence.
 * @param fingerprint in full, or its first 8 hex characters or more.
 * @throws {UserError} when it is none, or the beginning of several.
 */
export declare function explainFingerprint(options: ScanOptions, fingerprint: string): Promise<FingerprintExplanation>;
/** @returns `kp1:` and what is there of the hash. */
export declare function readFingerprint(text: string): string;
