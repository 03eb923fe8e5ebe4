import texts from 'virtual:keypetrel-rule-texts';
import { detectionRules } from './detection-rules.ts';
import type { RuleFile } from './rule-file.ts';
import { joinRule } from './rule-parts.ts';

export { rulesDigest } from './detection-rules.ts';
export { selectRules } from './select.ts';

const RULES: readonly RuleFile[] = detectionRules.flatMap((rule, place) => {
  const own = texts[place];
  return own === undefined ? [] : joinRule(rule, own);
});

/** The rules of every rule set that ships with keypetrel, in the order in which they apply, with all their texts. */
export function builtinRules(): readonly RuleFile[] {
  return RULES;
}
