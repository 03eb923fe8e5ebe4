import { type Confidence } from '../detect/finding.js';
import type { Fingerprint } from './fingerprint.js';
import type { PlacedSighting } from './trace.js';
/** Why something that was found is not reported; the first that holds of a credential is the one that counts. */
export declare const SUPPRESSION_REASONS: readonly ['baseline', 'ignored', 'inline'];
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];
/** What keeps something out of a report, and in words who says so. */
export type Suppression = {
    readonly reason: SuppressionReason;
    readonly detail: string;
};
/** What is said of what stands in a baseline. */
export declare const BASELINED: Suppression;
/** What is said of what a comment allows. @param mark as it is written. */
export declare function allowedBy(mark: string): Suppression;
/** Says of what was found whether it is to be reported. */
export type SuppressionRule = {
    /** Of a secret or a place as a whole. */
    readonly of?: (placed: PlacedSighting) => Suppression | null;
    /** Of one path at which it stands, or stood. */
    readonly at?: (placed: PlacedSighting, path: string) => Suppression | null;
};
export type SuppressedSighting = {
    readonly placed: PlacedSighting;
    readonly suppression: Suppression;
};
/** What is reported, and what is not. */
export type SuppressResult = {
    readonly kept: readonly PlacedSighting[];
    readonly suppressed: readonly SuppressedSighting[];
};
/**
 * Takes out what is not to be reported. A credential that may stand in one place and stands in another one as well
 * stays, with the other place only.
 */
export declare function suppress(sightings: readonly PlacedSighting[], rules: readonly SuppressionRule[]): SuppressResult;
/** A credential of which no place is left. */
export type SuppressedCredential = {
    readonly fingerprint: Fingerprint;
    readonly suppression: Suppression;
    readonly sightings: readonly PlacedSighting[];
};
/**
 * The credentials of which nothing is left, as far as they would have been reported.
 * @param minConfidence what is reported.
 */
export declare function suppressedCredentials({ kept, suppressed }: SuppressResult, minConfidence: Confidence): SuppressedCredential[];
/** What is said of a credential that several things keep out of the report. */
export declare function weightiest(group: readonly SuppressedSighting[]): Suppression;
/** How many credentials each reason keeps out of the report. */
export declare function countByReason(credentials: readonly SuppressedCredential[]): Readonly<Record<SuppressionReason, number>>;
