import { lazyCrypto } from '../builtin-modules.ts';
import { entryOf } from '../rules/entry-of.ts';
import type { DetectionRule, RuleFile } from '../rules/rule-file.ts';
import type { Config, WeightChanges } from './config.ts';

/**
 * The rules that a configuration makes of the shipped ones. A user's own come first: where two match the same
 * bytes, the user meant theirs.
 */
export function configuredRules<Rule extends DetectionRule>(
  builtin: readonly Rule[],
  config: Config | undefined,
): readonly (Rule | RuleFile)[] {
  if (config === undefined) return builtin;
  return [...config.ownRules, ...builtin].map((rule) => {
    const changes = entryOf(config.weights, rule.family);
    return changes === undefined ? rule : reweighted(rule, changes);
  });
}

/** What stands for the rules in a report: another digest as soon as a configuration changes any. */
export function configuredDigest(
  rules: readonly DetectionRule[],
  builtin: readonly DetectionRule[],
  builtinDigest: string,
): string {
  const isChanged = rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]);
  return isChanged
    ? lazyCrypto().createHash('sha256').update(JSON.stringify(rules)).digest('hex')
    : builtinDigest;
}

function reweighted<Rule extends DetectionRule>(rule: Rule, changes: WeightChanges): Rule {
  return {
    ...rule,
    thresholds: { ...rule.thresholds, ...changes.thresholds },
    patterns: rule.patterns.map((each) => ({
      ...each,
      weight: entryOf(changes.patterns, each.id) ?? each.weight,
    })),
    evidence: rule.evidence.map((each) => ({
      ...each,
      weight:
        entryOf(changes.evidence, `${each.kind}/${each.view}`) ??
        entryOf(changes.evidence, each.kind) ??
        each.weight,
    })),
  };
}
