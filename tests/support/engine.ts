/** The rules that are on by default made ready, and what they find in a text, in the form that tests compare. */
import { detect } from '../../src/detect/detect.ts';
import { createEngine } from '../../src/detect/engine.ts';
import { type Finding, isAtLeast } from '../../src/detect/finding.ts';
import { builtinRules, selectRules } from '../../src/rules/catalogue.ts';

export const engine = createEngine(selectRules(builtinRules(), [], []).rules);

/** What is found at the default confidence. */
export function findIn(content: string | Uint8Array, path = 'file.txt'): Finding[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return detect(engine, bytes, path).filter((finding) => isAtLeast(finding.confidence, 'medium'));
}
