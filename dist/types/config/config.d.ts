import type { AllowRules } from '../credentials/allow.js';
import type { Confidence } from '../detect/finding.js';
import type { ReportFormat } from '../report/index.js';
import type { RuleFile, RuleSet, Thresholds } from '../rules/rule-file.js';
/** A user's configuration, read and checked. */
export type Config = {
    /** The file that it was read from. */
    readonly path: string;
    /** Rules of the user's own. */
    readonly ownRules: readonly RuleFile[];
    /** By family. */
    readonly weights: Readonly<Record<string, WeightChanges>>;
    readonly allow: AllowRules;
    /** Ids of families or rules: only these (empty: all), and none of these. */
    readonly onlyRules: readonly string[];
    readonly disabledRules: readonly string[];
    /** Rule sets to use beside those that are on by default. */
    readonly rulesets: readonly RuleSet[];
    /** What holds where no option says otherwise. */
    readonly defaults: ScanDefaults;
};
/** What a rule's evidence is worth in place of what its file says. */
export type WeightChanges = {
    /**
     * By the kind of the evidence, such as `host`: all evidence of that kind gets the weight; or by kind and view,
     * such as `host/host-file`, which outweighs it.
     */
    readonly evidence: Readonly<Record<string, number>>;
    /** By the id of the pattern. */
    readonly patterns: Readonly<Record<string, number>>;
    readonly thresholds: Partial<Thresholds>;
};
/** Defaults for options of the same name; null or empty where the configuration says nothing. */
export type ScanDefaults = {
    readonly minConfidence: Confidence | null;
    readonly failOn: Confidence | null;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    readonly format: ReportFormat | null;
    /** With the configuration's folder before it, where it is relative. */
    readonly baseline: string | null;
    readonly ignore: boolean | null;
};
