import type { RuleFile } from './rule-file.js';
/** The rules that ship with keypetrel, in the order in which they apply. */
export declare function builtinRules(): readonly RuleFile[];
/** What stands for these rules in reports and caches. */
export declare const rulesDigest: string;
/**
 * The rules that are asked for, by the id of a family or of one of its rules.
 * @param only empty: all of them.
 * @throws {UserError} for an id that no rule has.
 */
export declare function selectRules(rules: readonly RuleFile[], only: readonly string[], disabled: readonly string[]): {
    rules: readonly RuleFile[];
    isReported: (family: string, rule: string) => boolean;
};
