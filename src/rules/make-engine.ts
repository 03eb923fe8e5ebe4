import { createEngine, type Engine } from '../detect/engine.ts';
import type { RuleFile } from './rule-file.ts';

/** The engine for any rules; loads the linear-time regex engine when a user's rule is among them. */
export async function makeEngine(rules: readonly RuleFile[]): Promise<Engine> {
  if (!rules.some(({ isOwn }) => isOwn === true)) return createEngine(rules);
  const { compileLinear } = await import('./linear-regex.ts');
  return createEngine(rules, compileLinear);
}
