import type { RuleFile } from './rule-file.js';
export { rulesDigest } from './detection-rules.js';
export { selectRules } from './select.js';
/** The rules of every rule set that ships with keypetrel, in the order in which they apply, with all their texts. */
export declare function builtinRules(): readonly RuleFile[];
