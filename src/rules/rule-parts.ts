import type { DetectionRule, RemediationTemplate, RuleFile } from './rule-file.ts';

/** What of a rule file is for people and for tests, and loaded when one of them asks. */
export type RuleTexts = Omit<RuleFile, keyof DetectionRule> & {
  /** In the order of the variants. */
  readonly variantRemediations: readonly (RemediationTemplate | null)[];
};

/** Takes a rule file apart, so that a scan can load the part that it needs. */
export function splitRule(file: RuleFile): { readonly rule: DetectionRule; readonly texts: RuleTexts } {
  const { description, references, remediation, samples, examples, counterexamples, ...rule } = file;
  const variantRemediations = file.variants.map((variant) => variant.remediation);
  const variants = file.variants.map(({ remediation: _, ...variant }) => variant);
  const texts = { description, references, remediation, samples, examples, counterexamples };
  return { rule: { ...rule, variants }, texts: { ...texts, variantRemediations } };
}

/** Puts the parts of a rule file together again. */
export function joinRule(rule: DetectionRule, { variantRemediations, ...texts }: RuleTexts): RuleFile {
  const variants = rule.variants.map((variant, place) => ({
    ...variant,
    remediation: variantRemediations[place] ?? null,
  }));
  return { ...rule, ...texts, variants };
}
