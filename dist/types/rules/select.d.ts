import { type DetectionRule } from './rule-file.js';
/**
 * The rules that are asked for, by the id of a family or of one of its rules. What is not asked for costs a scan
 * nothing: it is in no engine.
 * @param only empty: all of the rule sets that are on, and a user's own. A rule that is named is taken from any set.
 * @param rulesets on beside those that are on by default.
 * @throws {UserError} for an id that no rule has, or a rule set that there is not.
 */
export declare function selectRules<Rule extends DetectionRule>(rules: readonly Rule[], only: readonly string[], disabled: readonly string[], rulesets?: readonly string[]): {
    rules: readonly Rule[];
    isReported: (family: string, rule: string) => boolean;
};
