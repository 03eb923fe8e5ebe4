import type { explainFingerprint } from '../explain/explain-fingerprint.ts';
import type { explainText } from '../explain/explain-text.ts';
import type { CheckResult } from '../rules/check.ts';
import type { RuleSource } from '../rules/compile.ts';
import type { RuleFile, RuleSet } from '../rules/rule-file.ts';
import type { Scan } from '../scan-options.ts';

/** What the `rules` commands need. */
export type RuleService = {
  /**
   * The rules that ship with keypetrel, or what a configuration makes of them, those of every rule set; and the rule
   * sets that the configuration turns on.
   */
  rules(
    configPath: string | null,
  ): Promise<{ readonly rules: readonly RuleFile[]; readonly rulesets: readonly RuleSet[] }>;
  /** Checks the rules that ship with keypetrel, or those that a configuration adds. */
  checkRules(configPath: string | null): Promise<readonly CheckResult[]>;
  /** Checks rule files of the user's own. */
  checkFiles(files: readonly RuleSource[]): Promise<readonly CheckResult[]>;
};

/** What `explain` needs. */
export type ExplainService = {
  readonly explainFingerprint: typeof explainFingerprint;
  readonly explainText: typeof explainText;
};

/** What the commands call, each loaded when a command needs it; tests give others. */
export type Services = {
  scan(): Promise<Scan>;
  explain(): Promise<ExplainService>;
  rules(): Promise<RuleService>;
};

export const SERVICES: Services = {
  async scan() {
    const { scan } = await import('../scan.ts');
    return scan;
  },
  async explain() {
    const { explainFingerprint } = await import('../explain/explain-fingerprint.ts');
    const { explainText } = await import('../explain/explain-text.ts');
    return { explainFingerprint, explainText };
  },
  async rules() {
    const { RULE_SERVICE } = await import('./rule-service.ts');
    return RULE_SERVICE;
  },
};
