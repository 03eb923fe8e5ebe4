/** The rule set `llm`: keys of other vendors of language models, which nobody is told of who did not ask. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { createEngine, type Engine } from '../../src/detect/engine.ts';
import { type Confidence, isAtLeast } from '../../src/detect/finding.ts';
import { builtinRules, selectRules } from '../../src/rules/catalogue.ts';
import type { RuleFile } from '../../src/rules/rule-file.ts';
import { engine as defaultEngine } from '../support/engine.ts';
import { expandFixture, key } from '../support/keys.ts';

const llmRules = builtinRules().filter(({ ruleset }) => ruleset === 'llm');
const engine = createEngine(selectRules(builtinRules(), [], [], ['llm']).rules);

/** Samples that are known wherever they stand, and the rule that they are. */
const MARKED: readonly (readonly [sample: string, rule: string])[] = [
  ['anthropic-key', 'anthropic-key'],
  ['anthropic-admin-key', 'anthropic-admin-key'],
  ['anthropic-oauth-token', 'anthropic-oauth-token'],
  ['anthropic-odd-length-key', 'anthropic-key'],
  ['openrouter-key', 'openrouter-key'],
  ['relay-key-hex', 'openai-compatible-key'],
  ['relay-key', 'openai-compatible-key'],
  ['relay-key-lower', 'openai-compatible-key'],
  ['langsmith-personal-token', 'langsmith-personal-token'],
  ['langsmith-service-key', 'langsmith-service-key'],
  ['langsmith-older-key', 'langsmith-key'],
  ['langfuse-key', 'langfuse-key'],
  ['elevenlabs-key', 'elevenlabs-key'],
  ['aws-bedrock-key', 'aws-bedrock-key'],
  ['aws-bedrock-longest-key', 'aws-bedrock-key'],
  ['aws-bedrock-short-term-key', 'aws-bedrock-short-term-key'],
  ['google-ai-auth-key', 'google-ai-auth-key'],
  ['groq-key', 'groq-key'],
  ['groq-unmarked-key', 'groq-key'],
  ['hugging-face-token', 'hugging-face-token'],
  ['hugging-face-organization-token', 'hugging-face-organization-token'],
  ['xai-key', 'xai-key'],
  ['xai-odd-length-key', 'xai-key'],
  ['perplexity-key', 'perplexity-key'],
  ['perplexity-odd-length-key', 'perplexity-key'],
  ['replicate-token', 'replicate-token'],
  ['together-key', 'together-key'],
  ['cerebras-key', 'cerebras-key'],
  ['nvidia-key', 'nvidia-key'],
];
/** Samples that are known by a name, and a name that their vendor's clients read. */
const NAMED: readonly (readonly [sample: string, name: string, rule: string])[] = [
  ['google-key', 'GEMINI_API_KEY', 'google-ai-key'],
  ['elevenlabs-older-key', 'ELEVENLABS_API_KEY', 'elevenlabs-key'],
  ['mistral-key', 'MISTRAL_API_KEY', 'mistral-key'],
  ['cohere-key', 'COHERE_API_KEY', 'cohere-key'],
  ['aws-bedrock-other-key', 'AWS_BEARER_TOKEN_BEDROCK', 'aws-bedrock-key'],
  ['relay-key-other-length', 'OPENAI_API_KEY', 'openai-unmarked-key'],
  ['replicate-other-token', 'REPLICATE_API_TOKEN', 'replicate-token'],
];

const marked = fc.constantFrom(...MARKED);
const number = fc.integer({ min: 1, max: 5000 });
const border = fc.constantFrom(
  ' ',
  '\n',
  '\t',
  '"',
  "'",
  '`',
  '(',
  ')',
  '[',
  '{',
  '}',
  '<',
  ',',
  ';',
  '|',
  '\0',
);
const words = fc
  .array(fc.tuple(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/), border), { maxLength: 20 })
  .map((parts) => parts.flat().join(''));

type Found = readonly [rule: string, secret: string];

function findIn(from: Engine, text: string, path = 'file.txt', least: Confidence = 'medium'): Found[] {
  return detect(from, Buffer.from(text), path)
    .filter(({ confidence }) => isAtLeast(confidence, least))
    .map(({ rule, secret }) => [rule, secret]);
}

describe('the rule set llm', () => {
  test('has every vendor that there is a rule file of', () => {
    const samples = new Set([...MARKED, ...NAMED].map(([sample]) => sample));
    for (const { family, samples: own } of llmRules)
      expect(
        Object.keys(own).some((name) => samples.has(name)),
        family,
      ).toBe(true);
    expect(llmRules.length).toBeGreaterThanOrEqual(18);
  });

  const examples = llmRules.flatMap(({ family, examples }) =>
    examples.map((example) => [family, example.text.trim(), example] as const),
  );
  test.each(examples)(
    '%s: %s is found among all rules, and only so',
    (_, __, { text, path, finds, rule }) => {
      const content = expandFixture(text);
      const found = findIn(engine, content, path);
      expect(found.map(([, secret]) => secret)).toEqual(finds.map(expandFixture));
      if (rule !== null) for (const [id] of found) expect(id).toBe(rule);
      expect(findIn(defaultEngine, content, path)).toEqual([]);
    },
  );

  const counterexamples = llmRules.flatMap(({ family, counterexamples }) =>
    counterexamples.map((example) => [family, example.text, example] as const),
  );
  test.each(counterexamples)('%s: %s is not found among all rules', (_, __, { text, path }) => {
    expect(findIn(engine, expandFixture(text), path)).toEqual([]);
  });

  test('finds a marked key anywhere in any text, at its exact bytes', () => {
    fc.assert(
      fc.property(
        words,
        border,
        marked,
        number,
        border,
        words,
        (head, left, [sample, rule], n, right, tail) => {
          const secret = key(sample, n);
          const before = head + left;
          const [finding, ...others] = detect(engine, Buffer.from(before + secret + right + tail)).filter(
            ({ confidence }) => isAtLeast(confidence, 'medium'),
          );
          expect(others).toEqual([]);
          expect(finding).toMatchObject({ secret, start: before.length, end: before.length + secret.length });
          if (rule !== 'openai-compatible-key') expect(finding?.rule).toBe(rule);
          else expect(finding?.family).toBe('openai-compatible-key');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('finds a key without a mark under its name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMED), number, ([sample, name, rule], n) => {
        for (const line of [`${name}=${key(sample, n)}`, `  "${name}": "${key(sample, n)}",`])
          expect(findIn(engine, line, '.env'), line).toEqual([[rule, key(sample, n)]]);
      }),
      { numRuns: 400 },
    );
  });

  test('is silent without its name on a key that has no mark', () => {
    for (const [sample] of NAMED) {
      expect(findIn(engine, `value = ${key(sample, 1)}`), sample).toEqual([]);
    }
  });
});

describe('the rule sets that are on by default', () => {
  /** Names under which a key of OpenAI or Azure OpenAI would be looked for. */
  const NAMES = ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY', 'AZURE_AI_KEY', 'api_key', 'TOKEN'];

  test("say nothing of other vendors' marked keys, whatever the name", () => {
    fc.assert(
      fc.property(marked, number, fc.constantFrom(...NAMES), ([sample], n, name) => {
        const text = `AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com/\n${name}=${key(sample, n)}\n`;
        expect(findIn(defaultEngine, text, '.env', 'low')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('never take sk- and 48 letters and digits without the mark for a key of OpenAI', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(...NAMES), border, (n, name, quote) => {
        const text = `client = OpenAI(${name}=${quote}${key('other-vendor-key', n)}${quote})`;
        expect(findIn(defaultEngine, text, 'app.py', 'low')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('have no pattern of the rule set in their engine', () => {
    const families = (from: Engine) => new Set(from.patterns.map(({ rule }) => rule.file.ruleset));
    expect([...families(defaultEngine)]).toEqual(['core', 'azure']);
    expect([...families(engine)]).toEqual(['core', 'azure', 'llm']);
    const marksOf = (rules: readonly RuleFile[]) =>
      rules.flatMap(({ patterns }) => patterns.flatMap(({ marks }) => marks));
    expect(marksOf(llmRules).length).toBeGreaterThan(20);
    expect(defaultEngine.patternsOfMark.length).toBeLessThan(engine.patternsOfMark.length);
  });
});
