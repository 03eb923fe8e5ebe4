import { detect } from '../detect/detect.ts';
import { createEngine, type Engine } from '../detect/engine.ts';
import { isAtLeast } from '../detect/finding.ts';
import { UserError } from '../errors.ts';
import type { RuleSource } from './compile.ts';
import { compilerForOwn } from './own-compiler.ts';
import { asOwnRule, ownRuleProblems } from './own-rule.ts';
import { parseRuleDocument } from './parse.ts';
import { expandPlaceholders, type Samples, samplesOf } from './placeholders.ts';
import { type Problem, problemLines } from './problems.ts';
import type { CounterExample, Example, RuleFile } from './rule-file.ts';

/** What checking one rule file showed; `problems` is empty when it is in order. */
export type CheckResult = {
  readonly name: string;
  readonly rule: RuleFile | null;
  readonly examples: number;
  readonly counterexamples: number;
  /** One line each, with file and, where it is known, line. */
  readonly problems: readonly string[];
};

/**
 * Reads rule files and runs their own examples and counter-examples through detection: as a user's own rules,
 * but for families that ship with keypetrel, which may have regexes that no linear-time engine has.
 */
export function checkRuleFiles(
  sources: readonly RuleSource[],
  shipped: readonly RuleFile[],
): Promise<CheckResult[]> {
  const families = new Set(shipped.map(({ family }) => family));
  const shippedSamples = samplesOf(shipped);
  return Promise.all(
    sources.map(async ({ name, text }) => {
      try {
        const { rule: written, lineOf } = parseRuleDocument(text, name);
        const rule = families.has(written.family) ? written : asOwnRule(written);
        const samples = { ...shippedSamples, ...rule.samples };
        return resultOf(rule, name, problemLines(await ruleProblems(rule, samples), name, lineOf));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        const problems = error.message.split('\n');
        return { name, rule: null, examples: 0, counterexamples: 0, problems };
      }
    }),
  );
}

/** Runs the examples of a rule that has been read, and whose lines nobody knows. */
export async function checkRule(rule: RuleFile, name: string, samples: Samples): Promise<CheckResult> {
  const problems = await ruleProblems(rule, samples);
  return resultOf(
    rule,
    name,
    problems.map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`),
  );
}

/** What is wrong with a rule although it has the form of one: its regexes, and its examples. */
export async function ruleProblems(rule: RuleFile, samples: Samples): Promise<Problem[]> {
  const regexes = rule.isOwn === true ? await ownRuleProblems(rule) : [];
  // A regex that may not run is not run.
  if (regexes.length > 0) return regexes;
  const engine = createEngine([rule], await compilerForOwn([rule]));
  return [
    ...rule.examples.flatMap((example, index) => {
      const message = orItsError(() => exampleProblem(engine, example, samples));
      return message === null ? [] : [{ path: ['examples', index], message }];
    }),
    ...rule.counterexamples.flatMap((example, index) => {
      const message = orItsError(() => counterExampleProblem(engine, example, samples));
      return message === null ? [] : [{ path: ['counterexamples', index], message }];
    }),
  ];
}

function resultOf(rule: RuleFile, name: string, problems: readonly string[]): CheckResult {
  const { examples, counterexamples } = rule;
  return { name, rule, examples: examples.length, counterexamples: counterexamples.length, problems };
}

function orItsError(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return (error as Error).message;
  }
}

function findIn(engine: Engine, text: string, path: string, samples: Samples) {
  return detect(engine, Buffer.from(expandPlaceholders(text, samples)), path).filter((finding) =>
    isAtLeast(finding.confidence, 'medium'),
  );
}

/** Shorter texts are not looked at: see `sampler.ts`. */
const SHORTEST_KEY = 32;

function exampleProblem(
  engine: Engine,
  { text, path, finds, rule }: Example,
  samples: Samples,
): string | null {
  const found = findIn(engine, text, path, samples);
  const expected = finds.map((each) => expandPlaceholders(each, samples));
  const missing = expected.findIndex((secret) => !found.some((finding) => finding.secret === secret));
  if (missing >= 0) {
    const isShort = (expected[missing] ?? '').length < SHORTEST_KEY;
    const hint = isShort
      ? `: keys with fewer than ${SHORTEST_KEY} characters in a row are not looked for`
      : '';
    return `${finds[missing]} was not found at medium confidence or more${hint}`;
  }
  if (found.some((finding) => !expected.includes(finding.secret))) return 'something else was found as well';
  const other = found.find((finding) => rule !== null && finding.rule !== rule);
  return other ? `was found as ${other.rule}, not as ${rule}` : null;
}

function counterExampleProblem(
  engine: Engine,
  { text, path, why }: CounterExample,
  samples: Samples,
): string | null {
  const [found] = findIn(engine, text, path, samples);
  return found === undefined ? null : `${found.rule} was found, although it is ${why}`;
}
