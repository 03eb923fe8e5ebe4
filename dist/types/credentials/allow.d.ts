import { type Confidence } from '../detect/finding.js';
import type { PlacedSighting } from './group.js';
/** What a user knows to be no leak. */
export type AllowRules = {
    /** Globs as in `.gitignore`: what stands in these files is allowed there, and only there. */
    readonly paths: readonly string[];
    readonly fingerprints: readonly string[];
    /** Made-up values of the user's own: a secret that holds one of these is none. */
    readonly texts: readonly string[];
    /** The same as regular expressions, which run in linear time. */
    readonly regexes: readonly string[];
};
/** The sightings that stay, and how many credentials do not although they would have been reported. */
export type AllowResult = {
    readonly kept: PlacedSighting[];
    readonly ignored: number;
};
/**
 * Takes out what is allowed. A credential that stands in an allowed file and in another one stays, with the
 * other place only.
 * @param minConfidence what would have been reported.
 */
export declare function applyAllowRules(sightings: readonly PlacedSighting[], rules: AllowRules | undefined, minConfidence: Confidence): Promise<AllowResult>;
/** Whether a secret is allowed wherever it stands. */
export declare function valueFilter(rules: AllowRules): Promise<(fingerprint: string, secret: string) => boolean>;
