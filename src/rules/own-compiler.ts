import type { RegexCompiler } from '../detect/matcher.ts';
import type { DetectionRule } from './rule-file.ts';

/** What compiles the regexes of users; loaded only when a user's rule is among the rules. */
export async function compilerForOwn(rules: readonly DetectionRule[]): Promise<RegexCompiler | undefined> {
  if (!rules.some(({ isOwn }) => isOwn === true)) return undefined;
  const { compileLinear } = await import('./linear-regex.ts');
  return compileLinear;
}
