import { detect } from '../detect/detect.ts';
import { createEngine } from '../detect/engine.ts';
import { isAtLeast } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { RuleSource } from './compile.ts';
import { parseRuleFile } from './parse.ts';
import { expandPlaceholders, type Samples } from './placeholders.ts';
import type { Example, RuleFile } from './rule-file.ts';

/** What checking one rule file showed; `problems` is empty when it is in order. */
export type CheckResult = {
  readonly name: string;
  readonly rule: RuleFile | null;
  readonly examples: number;
  readonly counterexamples: number;
  /** One line each, with file and, where it is known, line. */
  readonly problems: readonly string[];
};

/** Reads rule files and runs their own examples and counter-examples through detection. */
export function checkRuleFiles(sources: readonly RuleSource[], otherSamples: Samples = {}): CheckResult[] {
  return sources.map((source) => {
    try {
      const rule = parseRuleFile(source.text, source.name);
      return checkRule(rule, source.name, { ...otherSamples, ...rule.samples });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return {
        name: source.name,
        rule: null,
        examples: 0,
        counterexamples: 0,
        problems: error.message.split('\n'),
      };
    }
  });
}

/** Runs the examples of a rule that has been read. */
export function checkRule(rule: RuleFile, name: string, samples: Samples): CheckResult {
  const engine = createEngine([rule]);
  const findIn = (text: string, path: string) =>
    detect(engine, Buffer.from(expandPlaceholders(text, samples)), path).filter((finding) =>
      isAtLeast(finding.confidence, 'medium'),
    );
  const problems: string[] = [];
  rule.examples.forEach((example, index) => {
    try {
      const problem = exampleProblem(example, findIn(example.text, example.path), samples);
      if (problem !== null) problems.push(`${name}: examples.${index}: ${problem}`);
    } catch (error) {
      problems.push(`${name}: examples.${index}: ${(error as Error).message}`);
    }
  });
  rule.counterexamples.forEach((example, index) => {
    try {
      const found = findIn(example.text, example.path);
      if (found[0]) {
        problems.push(`${name}: counterexamples.${index} (${example.why}): ${found[0].rule} was found`);
      }
    } catch (error) {
      problems.push(`${name}: counterexamples.${index}: ${(error as Error).message}`);
    }
  });
  return {
    name,
    rule,
    examples: rule.examples.length,
    counterexamples: rule.counterexamples.length,
    problems,
  };
}

function exampleProblem(
  example: Example,
  found: readonly { rule: string; secret: string }[],
  samples: Samples,
): string | null {
  const expected = example.finds.map((text) => expandPlaceholders(text, samples));
  const missing = expected.findIndex((secret) => !found.some((finding) => finding.secret === secret));
  if (missing >= 0) return `${example.finds[missing]} was not found`;
  if (found.some((finding) => !expected.includes(finding.secret))) return 'something else was found as well';
  const other = found.find((finding) => example.rule !== null && finding.rule !== example.rule);
  return other ? `was found as ${other.rule}, not as ${example.rule}` : null;
}
