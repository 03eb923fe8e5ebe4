import { createHash } from 'node:crypto';
import { parseRuleFile } from './parse.ts';
import { type CompiledRules, RULESETS, type RuleFile } from './rule-file.ts';

/** A rule file as it was read. */
export type RuleSource = { readonly name: string; readonly text: string };

/**
 * Makes the bundle's rules out of all rule files. Runs at build time, so that a scan parses no YAML.
 * @throws {UserError} when a file is wrong.
 */
export function compileRuleFiles(sources: readonly RuleSource[]): CompiledRules {
  const rules = sources.map(({ name, text }) => parseRuleFile(text, name)).sort(compareRules);
  return { rules, rulesDigest: createHash('sha256').update(JSON.stringify(rules)).digest('hex') };
}

function compareRules(a: RuleFile, b: RuleFile): number {
  return RULESETS.indexOf(a.ruleset) - RULESETS.indexOf(b.ruleset) || (a.family < b.family ? -1 : 1);
}
