import { UserError } from '../errors.ts';
import { type DetectionRule, isOnByDefault, RULESETS } from './rule-file.ts';
import { ruleWithId } from './rule-with-id.ts';

/**
 * The rules that are asked for, by the id of a family or of one of its rules. What is not asked for costs a scan
 * nothing: it is in no engine.
 * @param only empty: all of the rule sets that are on, and a user's own. A rule that is named is taken from any set.
 * @param rulesets on beside those that are on by default.
 * @throws {UserError} for an id that no rule has, or a rule set that there is not.
 */
export function selectRules<Rule extends DetectionRule>(
  rules: readonly Rule[],
  only: readonly string[],
  disabled: readonly string[],
  rulesets: readonly string[] = [],
): { rules: readonly Rule[]; isReported: (family: string, rule: string) => boolean } {
  for (const name of rulesets) {
    if (!RULESETS.some((each) => each === name)) {
      throw new UserError(`there is no rule set "${name}", but ${RULESETS.join(', ')}`);
    }
  }
  const isOn = ({ ruleset, isOwn }: Rule) =>
    only.length > 0 || isOwn === true || isOnByDefault(ruleset) || rulesets.includes(ruleset);
  for (const id of [...only, ...disabled]) ruleWithId(rules, id);
  const isReported = (family: string, rule: string) =>
    (only.length === 0 || only.includes(family) || only.includes(rule)) &&
    !disabled.includes(family) &&
    !disabled.includes(rule);
  const selected = rules.filter(
    (file) => isOn(file) && file.variants.some((variant) => isReported(file.family, variant.id)),
  );
  if (selected.length === 0) throw new UserError('no rule is left to look for: every one is turned off');
  return { rules: selected, isReported };
}
