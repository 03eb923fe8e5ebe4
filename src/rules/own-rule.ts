import type { Problem } from './problems.ts';
import type { RuleFile } from './rule-file.ts';
import type { DocumentPath } from './yaml-document.ts';

/** Marks a rule as a user's: its regexes run on an engine of linear time only. */
export function asOwnRule(rule: RuleFile): RuleFile {
  return { ...rule, isOwn: true };
}

/** The regexes of a user's rule that cannot run in linear time, each with its place in the rule. */
export async function ownRuleProblems(rule: RuleFile): Promise<Problem[]> {
  const { linearRegexProblem } = await import('./linear-regex.ts');
  const problems: Problem[] = [];
  const check = (path: DocumentPath, source: string | null, use: 'match' | 'look'): void => {
    const message = source === null ? null : linearRegexProblem(source, use);
    if (message !== null) problems.push({ path, message });
  };
  rule.patterns.forEach(({ regex, gate, reject }, index) => {
    check(['patterns', index, 'regex'], regex, 'match');
    check(['patterns', index, 'gate'], gate, 'look');
    check(['patterns', index, 'reject'], reject, 'look');
  });
  rule.variants.forEach(({ secret, context, host }, index) => {
    check(['variants', index, 'secret'], secret, 'look');
    check(['variants', index, 'context'], context, 'look');
    check(['variants', index, 'host'], host, 'look');
  });
  for (const [index, { match }] of rule.evidence.entries())
    check(['evidence', index, 'match'], match, 'look');
  return problems;
}
