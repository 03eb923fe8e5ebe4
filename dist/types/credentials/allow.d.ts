import type { Suppression, SuppressionRule } from './suppress.js';
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
/** What is said of what a configuration allows. */
export declare const ALLOWED: Suppression;
/** What a configuration allows; null when it allows nothing. */
export declare function allowRule(rules: AllowRules): Promise<SuppressionRule | null>;
/** Whether a secret is allowed wherever it stands. */
export declare function valueFilter(rules: AllowRules): Promise<(fingerprint: string, secret: string) => boolean>;
