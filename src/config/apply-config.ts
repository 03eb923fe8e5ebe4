import { createHash } from 'node:crypto';
import { entryOf } from '../rules/entry-of.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { Config, WeightChanges } from './config.ts';

/**
 * The rules that a configuration makes of the shipped ones. A user's own come first: where two match the same
 * bytes, the user meant theirs.
 */
export function configuredRules(
  builtin: readonly RuleFile[],
  config: Config | undefined,
): readonly RuleFile[] {
  if (config === undefined) return builtin;
  return [...config.ownRules, ...builtin].map((rule) => {
    const changes = entryOf(config.weights, rule.family);
    return changes === undefined ? rule : reweighted(rule, changes);
  });
}

/** What stands for the rules in a report: another digest as soon as a configuration changes any. */
export function configuredDigest(
  rules: readonly RuleFile[],
  builtin: readonly RuleFile[],
  builtinDigest: string,
): string {
  const isChanged = rules.length !== builtin.length || rules.some((rule, index) => rule !== builtin[index]);
  return isChanged ? createHash('sha256').update(JSON.stringify(rules)).digest('hex') : builtinDigest;
}

function reweighted(rule: RuleFile, changes: WeightChanges): RuleFile {
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
