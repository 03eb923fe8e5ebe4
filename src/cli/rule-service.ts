import { configuredRules } from '../config/apply-config.ts';
import { builtinRules, selectRules } from '../rules/catalogue.ts';
import { samplesOf } from '../rules/placeholders.ts';
import { RULESETS } from '../rules/rule-file.ts';
import { readNamedConfig } from './effective-settings.ts';
import type { RuleService } from './services.ts';

/** The rules as the `rules` commands need them. */
export const RULE_SERVICE: RuleService = {
  async rules(configPath) {
    const config = await readNamedConfig(configPath);
    const available = configuredRules(builtinRules(), config);
    const { onlyRules = [], disabledRules = [], rulesets = [] } = config ?? {};
    return { rules: selectRules(available, onlyRules, disabledRules, RULESETS).rules, rulesets };
  },

  async checkRules(configPath) {
    const { checkRule } = await import('../rules/check.ts');
    const config = await readNamedConfig(configPath);
    const shipped = builtinRules();
    const samples = samplesOf(shipped);
    // What reading a configuration finds wrong with its rules, it refuses; what is left is in order.
    return Promise.all(
      config === undefined
        ? shipped.map((rule) => checkRule(rule, `rules/${rule.family}.yaml`, samples))
        : config.ownRules.map((rule) => checkRule(rule, rule.family, { ...samples, ...rule.samples })),
    );
  },

  async checkFiles(files) {
    const { checkRuleFiles } = await import('../rules/check.ts');
    return checkRuleFiles(files, builtinRules());
  },
};
