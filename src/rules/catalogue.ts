import compiled from 'virtual:keypetrel-rules';
import { UserError } from '../errors.ts';
import type { RuleFile } from './rule-file.ts';

/** The rules that ship with keypetrel, in the order in which they apply. */
export function builtinRules(): readonly RuleFile[] {
  return compiled.rules;
}

/** What stands for these rules in reports and caches. */
export const rulesDigest: string = compiled.rulesDigest;

/**
 * The rules that are asked for, by the id of a family or of one of its rules.
 * @param only empty: all of them.
 * @throws {UserError} for an id that no rule has.
 */
export function selectRules(
  rules: readonly RuleFile[],
  only: readonly string[],
  disabled: readonly string[],
): { rules: readonly RuleFile[]; isReported: (family: string, rule: string) => boolean } {
  for (const id of [...only, ...disabled]) {
    if (!rules.some((rule) => hasId(rule, id))) {
      throw new UserError(`there is no rule "${id}"; "keypetrel rules list" shows them`);
    }
  }
  const isReported = (family: string, rule: string) =>
    (only.length === 0 || only.includes(family) || only.includes(rule)) &&
    !disabled.includes(family) &&
    !disabled.includes(rule);
  return {
    rules: rules.filter((file) => file.variants.some((variant) => isReported(file.family, variant.id))),
    isReported,
  };
}

function hasId(rule: RuleFile, id: string): boolean {
  return rule.family === id || rule.variants.some((variant) => variant.id === id);
}
