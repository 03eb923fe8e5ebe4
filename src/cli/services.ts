import type { CheckResult } from '../rules/check.ts';
import type { RuleSource } from '../rules/compile.ts';
import type { RuleFile } from '../rules/rule-file.ts';
import type { Scan } from '../scan-options.ts';

/** What the `rules` commands need. */
export type RuleService = {
  builtinRules(): readonly RuleFile[];
  /** Checks the rules that ship with keypetrel. */
  checkBuiltinRules(): Promise<readonly CheckResult[]>;
  /** Checks rule files of the user's own. */
  checkFiles(files: readonly RuleSource[]): Promise<readonly CheckResult[]>;
};

/** What the commands call, each loaded when a command needs it; tests give others. */
export type Services = {
  scan(): Promise<Scan>;
  rules(): Promise<RuleService>;
};

export const SERVICES: Services = {
  async scan() {
    const { scan } = await import('../scan.ts');
    return scan;
  },
  async rules() {
    const { builtinRules } = await import('../rules/catalogue.ts');
    const { samplesOf } = await import('../rules/placeholders.ts');
    return {
      builtinRules,
      async checkBuiltinRules() {
        const { checkRule } = await import('../rules/check.ts');
        const rules = builtinRules();
        return rules.map((rule) => checkRule(rule, `rules/${rule.family}.yaml`, samplesOf(rules)));
      },
      async checkFiles(files) {
        const { checkRuleFiles } = await import('../rules/check.ts');
        return checkRuleFiles(files, samplesOf(builtinRules()));
      },
    };
  },
};
