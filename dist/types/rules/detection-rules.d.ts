/** The rules of every rule set that ships with keypetrel, in the order in which they apply, without what is for people. */
export declare const detectionRules: readonly import("./rule-file.js").DetectionRule[];
/** What stands for these rules in reports and caches. */
export declare const rulesDigest: string;
