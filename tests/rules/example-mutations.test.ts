/**
 * The examples of the rules, changed by a little: what is found in an example must not be found any more, or an
 * example shows nothing. And every pattern has an example that it is needed for.
 */
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { createEngine } from '../../src/detect/engine.ts';
import { type Finding, isAtLeast } from '../../src/detect/finding.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { expandPlaceholders, samplesOf } from '../../src/rules/placeholders.ts';
import type { Example, Pattern, RuleFile } from '../../src/rules/rule-file.ts';
import { hasFixedLength } from '../support/regex-skeleton.ts';

const rules = builtinRules();
const samples = samplesOf(rules);
type ExampleOfRule = { readonly rule: RuleFile; readonly example: Example; readonly secret: string };
const examples = rules.flatMap((rule) =>
  rule.examples.flatMap((example, index) =>
    example.finds.map((placeholder): [string, ExampleOfRule] => [
      `${rule.family} example ${index} ${placeholder}`,
      { rule, example, secret: expandPlaceholders(placeholder, samples) },
    ]),
  ),
);

describe.each(examples)('%s', (_, { rule, example, secret }) => {
  const text = expandPlaceholders(example.text, samples);
  /** The places at which its encodings stand are told by the encodings' own tests. */
  const isInClear = text.includes(secret);

  test('is found', () => {
    expect(findingsOf(rule, text, example.path).map((finding) => finding.secret)).toContain(secret);
  });

  test.runIf(isInClear).each(oneCharacterOff(secret))('%s: found no more', (_change, changed) => {
    const exact = withPatterns(rule, ({ regex }) => hasFixedLength(regex));
    const found = findingsOf(exact, text.replaceAll(secret, changed), example.path);
    expect(found.filter((finding) => finding.secret === changed)).toEqual([]);
  });

  const marks = [...new Set(rule.patterns.flatMap((pattern) => pattern.marks))];
  const changes = marks
    .filter((mark) => secret.includes(mark))
    .flatMap((mark) => otherMarks(secret, mark))
    .filter(([, changed]) => !marks.some((mark) => changed.includes(mark)));
  test.runIf(isInClear).each(changes)('with %s: no signature any more', (_change, changed) => {
    const found = findingsOf(
      withPatterns(rule, ({ marks: any }) => any.length > 0),
      text.replaceAll(secret, changed),
      example.path,
    );
    expect(found.filter((finding) => finding.secret === changed)).toEqual([]);
  });
});

describe.each(rules.map((rule): [string, RuleFile] => [rule.family, rule]))('%s', (_, rule) => {
  test.each(rule.patterns.map((pattern) => pattern.id))(
    'its examples and counter-examples need the pattern %s',
    (id) => {
      const without = withPatterns(rule, (pattern) => pattern.id !== id);
      expect(foundInExamples(rule)).not.toEqual(foundInExamples(without));
    },
  );
});

/** What is found in all examples and counter-examples of a rule, at any confidence. */
function foundInExamples(rule: RuleFile): string[] {
  if (rule.patterns.length === 0) return [];
  const engine = createEngine([rule]);
  return [...rule.examples, ...rule.counterexamples].flatMap(({ text, path }, index) =>
    detect(engine, Buffer.from(expandPlaceholders(text, samples)), path).map(
      (finding) => `${index} ${finding.rule} ${finding.secret} ${finding.confidence}`,
    ),
  );
}

function withPatterns(rule: RuleFile, isKept: (pattern: Pattern) => boolean): RuleFile {
  return { ...rule, patterns: rule.patterns.filter(isKept) };
}

function findingsOf(rule: RuleFile, text: string, path: string): Finding[] {
  return detect(createEngine([rule]), Buffer.from(text), path).filter(({ confidence }) =>
    isAtLeast(confidence, 'medium'),
  );
}

/** A character less, one more, and one that no key holds. Padding may be missing, so what stands before it changes. */
function oneCharacterOff(secret: string): [string, string][] {
  const [body = '', padding = ''] = /^(.*?)(=*)$/.exec(secret)?.slice(1) ?? [];
  const middle = Math.floor(body.length / 2);
  const changes: [string, string][] = [
    ['without its first character', body.slice(1)],
    ['without its last character', body.slice(0, -1)],
    ['without a character in its middle', body.slice(0, middle) + body.slice(middle + 1)],
    ['with one more in its middle', `${body.slice(0, middle)}k${body.slice(middle)}`],
    ['with one more at its end', `${body}k`],
    ['with a character that no key holds', `${body.slice(0, middle)}!${body.slice(middle + 1)}`],
    ['with a blank', `${body.slice(0, middle)} ${body.slice(middle + 1)}`],
  ];
  return changes.map(([change, changed]) => [change, changed + padding]);
}

/** The secret with one letter of its mark in the other case, or replaced. */
function otherMarks(secret: string, mark: string): [string, string][] {
  const at = secret.indexOf(mark);
  return [...mark].flatMap((character, index): [string, string][] => {
    const other = character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase();
    return [...new Set([other, 'x', '5'])]
      .filter((replacement) => replacement !== character)
      .map((replacement) => [
        `${replacement} for the ${character} of ${mark}`,
        secret.slice(0, at + index) + replacement + secret.slice(at + index + 1),
      ]);
  });
}
