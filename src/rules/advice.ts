import type { RemediationTemplate, RuleFile, StepTemplate } from './rule-file.ts';

/** The advice for one rule of a family: a variant that is another service has its own. */
export function remediationOf({ variants, remediation }: RuleFile, rule: string): RemediationTemplate {
  return variants.find(({ id }) => id === rule)?.remediation ?? remediation;
}

/** All steps of a rule's advice, in their order. */
export function stepsOf({ revoke, investigate, prevent }: RemediationTemplate): readonly StepTemplate[] {
  return [...revoke, ...investigate, ...prevent];
}
