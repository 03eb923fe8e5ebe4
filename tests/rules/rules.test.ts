import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { builtinRules, selectRules } from '../../src/rules/catalogue.ts';
import { checkRuleFiles } from '../../src/rules/check.ts';
import { compileRuleFiles } from '../../src/rules/compile.ts';
import { parseRuleFile } from '../../src/rules/parse.ts';
import { expandPlaceholders, makeSample, samplesOf, templateProblem } from '../../src/rules/placeholders.ts';
import { regexProblem } from '../../src/rules/regex-safety.ts';
import type { RuleFile } from '../../src/rules/rule-file.ts';

const folder = join(import.meta.dirname, '..', '..', 'rules');
const shipped = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** A small rule file that is in order. */
const GOOD = `family: acme-key
title: Acme key
description: The key of Acme.
ruleset: core
severity: high
references:
  - https://acme.example/keys
patterns:
  - id: acme
    marks: [ACME_]
    regex: 'ACME_[A-Za-z0-9]{40}(?![A-Za-z0-9])'
    weight: 10
    says: has the form of an Acme key
    random: [5, null]
    minimumDistinct: 12
variants:
  - { id: acme-key, title: Acme key, service: Acme }
evidence:
  - { kind: name, view: name, match: 'acme', weight: 1, says: 'stands under the name "{name}"' }
remediation:
  summary: Revoke it.
  revoke: [{ step: Create a new one., run: [acme keys revoke <id>] }]
samples:
  acme-key: { template: 'ACME_{alnum:40}' }
examples:
  - { text: 'key={{acme-key:1}}', finds: ['{{acme-key:1}}'], rule: acme-key }
counterexamples:
  - { text: 'key=ACME_', why: the prefix alone }
`;

/** The good file with one thing changed. */
function broken(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
}

function problemOf(text: string): string {
  try {
    parseRuleFile(text, 'rules/acme.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  return '';
}

describe('parseRuleFile', () => {
  test('reads a file that is in order', () => {
    const rule = parseRuleFile(GOOD, 'acme.yaml');
    expect(rule.family).toBe('acme-key');
    expect(rule.patterns[0]?.marks).toEqual(['ACME_']);
    expect(rule.examples).toHaveLength(1);
  });

  /** What is broken, the change, the line that the message names, a word of what is wrong. */
  const BROKEN: readonly [string, string, string, number | null, RegExp][] = [
    ['a tab for indentation', '  - id: acme\n', '\t- id: acme\n', 9, /./],
    ['an unclosed quote', "(?![A-Za-z0-9])'", '(?![A-Za-z0-9])', null, /./],
    ['an unclosed bracket', 'marks: [ACME_]', 'marks: [ACME_', null, /./],
    [
      'the same name twice',
      'title: Acme key\n',
      'title: Acme key\ntitle: Again\n',
      3,
      /unique|duplicate|twice/i,
    ],
    ['no family', 'family: acme-key\n', '', null, /family/],
    ['no patterns', /patterns:[\s\S]*?(?=variants:)/.exec(GOOD)?.[0] ?? '', '', null, /patterns/],
    ['a name that does not exist', 'severity: high', 'severity: high\ncolour: red', 6, /colour/],
    ['a wrong severity', 'severity: high', 'severity: awful', 5, /severity|awful/],
    ['a wrong rule set', 'ruleset: core', 'ruleset: mine', 4, /ruleset|mine/],
    ['a title that is a list', 'title: Acme key\n', 'title: [a]\n', 2, /title/],
    ['a weight in words', 'weight: 10', 'weight: heavy', 12, /weight/],
    ['a mark that is too long or empty', 'marks: [ACME_]', "marks: ['']", 10, /mark/],
    [
      'a regex that does not compile',
      '[A-Za-z0-9]{40}(?!',
      '[A-Za-z0-9{40}((?!',
      11,
      /regex|regular|expression/i,
    ],
    [
      'a regex that may hang',
      'ACME_[A-Za-z0-9]{40}(?![A-Za-z0-9])',
      'ACME_([A-Za-z0-9]+)+x',
      11,
      /quantifier|unbounded|bounded|nest/i,
    ],
    ['a wrong view', 'view: name', 'view: moon', 19, /view|moon/],
    [
      'a dangerous evidence regex',
      "match: 'acme'",
      "match: '(a+)+b'",
      19,
      /quantifier|unbounded|bounded|nest/i,
    ],
    ['a wrong sample template', "'ACME_{alnum:40}'", "'ACME_{runes:40}'", 24, /runes|template|alphabet/],
    [
      'a wrong checksum name',
      "'ACME_{alnum:40}' }",
      "'ACME_{alnum:40}', checksum: crc }",
      24,
      /checksum|crc/,
    ],
    ['a random part out of order', 'random: [5, null]', 'random: five', 14, /random/],
    ['not a map', GOOD, '- 1\n- 2\n', null, /./],
    ['empty', GOOD, '', null, /./],
    ['only a comment', GOOD, '# nothing\n', null, /./],
  ];

  test.each(BROKEN)('%s', (_, from, to, line, says) => {
    const message = problemOf(broken(from, to));
    expect(message).toContain('rules/acme.yaml');
    if (line !== null) expect(message).toMatch(new RegExp(`acme\\.yaml:${line}\\b`));
    expect(message.replaceAll('rules/acme.yaml', '')).toMatch(says);
    expect(message).not.toMatch(/\n\s+at /);
  });

  test('every problem is named, one on each line', () => {
    const message = problemOf(
      broken('severity: high', 'severity: awful').replace('weight: 10', 'weight: heavy'),
    );
    expect(message.split('\n').length).toBeGreaterThanOrEqual(2);
  });

  test('a file with YAML aliases that grow without end is refused quickly', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 10; i++) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    const start = performance.now();
    expect(problemOf(bomb.join('\n'))).not.toBe('');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('checkRuleFiles', () => {
  const check = async (text: string) =>
    (await checkRuleFiles([{ name: 'acme.yaml', text }], [])).flatMap(({ problems }) => problems);

  test('the good file has no problems, and its examples are counted', async () => {
    const [result] = await checkRuleFiles([{ name: 'acme.yaml', text: GOOD }], []);
    expect(result).toMatchObject({ name: 'acme.yaml', examples: 1, counterexamples: 1, problems: [] });
  });

  test.each([
    ['an example that is not found', "text: 'key={{acme-key:1}}'", "text: 'key=nothing'"],
    [
      'an example that finds more than it says',
      "text: 'key={{acme-key:1}}'",
      "text: 'key={{acme-key:1}} {{acme-key:2}}'",
    ],
    ['an example with the wrong rule', 'rule: acme-key }', 'rule: other-key }'],
    ['an example with an unknown placeholder', "text: 'key={{acme-key:1}}'", "text: 'key={{acme-kye:1}}'"],
    ['a counter-example that is found', "text: 'key=ACME_'", "text: 'key={{acme-key:3}}'"],
    ['a file that does not parse', 'severity: high', 'severity: awful'],
  ])('%s', async (_, from, to) => {
    const problems = await check(broken(from, to));
    expect(problems).not.toEqual([]);
    for (const problem of problems) {
      expect(problem).toMatch(/acme\.yaml:\d+: /);
      expect(problem).not.toContain('\n');
    }
  });

  test('one bad file does not hide another', async () => {
    const results = await checkRuleFiles(
      [
        { name: 'bad.yaml', text: 'family: [' },
        { name: 'acme.yaml', text: GOOD },
      ],
      [],
    );
    expect(results.map(({ name, problems }) => [name, problems.length > 0])).toEqual([
      ['bad.yaml', true],
      ['acme.yaml', false],
    ]);
  });

  test('a rule of a user runs in linear time only, one that ships need not', async () => {
    const backReference = broken(
      'says: has the form of an Acme key',
      "says: has a form\n    reject: '(a)\\1'",
    );
    expect(await check(backReference)).toEqual([
      'acme.yaml:14: patterns.0.reject: refers back to a group, which no linear-time engine can',
    ]);
    const file = { name: 'acme.yaml', text: backReference };
    const [result] = await checkRuleFiles([file], [parseRuleFile(GOOD, 'acme.yaml')]);
    expect(result?.problems).toEqual([]);
  });

  test('an example that could never be found says why', async () => {
    const short = broken("template: 'ACME_{alnum:40}'", "template: 'ACME_{alnum:20}'").replace(
      '{40}',
      '{20}',
    );
    expect(await check(short)).toEqual([
      expect.stringMatching(
        /^acme\.yaml:\d+: examples\.0: .* keys with fewer than 32 characters in a row are not/,
      ),
    ]);
  });

  test.each(shipped.map(({ name }) => name))('%s passes', async (name) => {
    const results = await checkRuleFiles(shipped, builtinRules());
    const result = results.find((candidate) => candidate.name === name);
    expect(result?.problems).toEqual([]);
    expect(result?.examples).toBeGreaterThan(0);
    expect(result?.counterexamples).toBeGreaterThan(0);
  });
});

describe('the shipped rules', () => {
  const rules = builtinRules();

  test('are those in the folder', () => {
    expect(rules).toHaveLength(shipped.length);
    expect(rules.map(({ family }) => `${family}.yaml`).sort()).toEqual(
      shipped.map(({ name }) => name).sort(),
    );
  });

  test('no id is used twice', () => {
    const ids = rules.flatMap(({ variants }) => variants.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const families = rules.map(({ family }) => family);
    expect(new Set(families).size).toBe(families.length);
    for (const { family, patterns } of rules) {
      const names = patterns.map(({ id }) => id);
      expect(new Set(names).size, family).toBe(names.length);
    }
  });

  test('no sample is named twice with another template', () => {
    const seen = new Map<string, string>();
    for (const rule of rules) {
      for (const [name, { template }] of Object.entries(rule.samples)) {
        expect(seen.get(name) ?? template, name).toBe(template);
        seen.set(name, template);
      }
    }
    expect(Object.keys(samplesOf(rules)).sort()).toEqual([...seen.keys()].sort());
  });

  const REVOKE = 'revoke: [{ step: Create a new one., run: [acme keys revoke <id>] }]';

  test('advice in stages, and of a variant', () => {
    const staged = GOOD.replace(
      REVOKE,
      'revoke: [{ step: Revoke it., run: [acme revoke] }]\n  investigate: [Look at the logs.]\n  prevent: [Use none.]',
    ).replace('service: Acme }', 'service: Acme, remediation: { summary: Other., revoke: [Do that.] } }');
    const { remediation, variants } = parseRuleFile(staged, 'acme.yaml');
    expect(remediation).toMatchObject({
      revoke: [{ text: 'Revoke it.', commands: ['acme revoke'] }],
      investigate: [{ text: 'Look at the logs.', commands: [] }],
      prevent: [{ text: 'Use none.', commands: [] }],
    });
    expect(variants[0]?.remediation).toMatchObject({ summary: 'Other.', revoke: [{ text: 'Do that.' }] });
  });

  test('advice that does not say how to make it worthless is refused', () => {
    expect(() => parseRuleFile(GOOD.replace(REVOKE, 'prevent: [Use none.]'), 'acme.yaml')).toThrow(/revoke/);
  });

  test('advice names steps, commands and references', () => {
    for (const { family, variants, remediation, references } of rules) {
      for (const advice of [remediation, ...variants.flatMap((variant) => variant.remediation ?? [])]) {
        expect(advice.summary, family).not.toBe('');
        expect(advice.revoke.length, family).toBeGreaterThan(0);
        const steps = [...advice.revoke, ...advice.investigate, ...advice.prevent];
        expect(steps.flatMap(({ commands }) => commands).length, family).toBeGreaterThan(0);
      }
      for (const reference of references) expect(() => new URL(reference)).not.toThrow();
      expect(references.length, family).toBeGreaterThan(0);
    }
  });

  test('no rule file holds anything that the rules find', () => {
    for (const { name, text } of shipped)
      expect(text, name).not.toMatch(/[A-Za-z0-9]{52}JQQJ9|sk-[\w-]{20,}T3BlbkFJ[A-WYZa-wyz0-9]{16}/);
  });
});

describe('selectRules', () => {
  const rules = builtinRules();
  const [first] = rules;
  const family = first?.family ?? '';
  const setsOf = (files: readonly RuleFile[]) => [...new Set(files.map(({ ruleset }) => ruleset))];

  test('without a choice: all of the rule sets that are on by default', () => {
    const { rules: chosen, isReported } = selectRules(rules, [], []);
    expect(chosen).toEqual(rules.filter(({ ruleset }) => ruleset !== 'llm'));
    expect(setsOf(chosen)).toEqual(['core', 'azure']);
    for (const rule of chosen)
      for (const { id } of rule.variants) expect(isReported(rule.family, id)).toBe(true);
  });

  test('a rule set comes to those that are on', () => {
    const { rules: chosen } = selectRules(rules, [], [], ['llm']);
    expect(chosen).toEqual(rules);
    expect(setsOf(chosen)).toEqual(['core', 'azure', 'llm']);
    expect(selectRules(rules, [], [], ['core', 'azure', 'core']).rules).toEqual(
      selectRules(rules, [], []).rules,
    );
  });

  test('a rule that is named is taken from any rule set, and alone', () => {
    for (const id of ['anthropic-key', 'anthropic-admin-key']) {
      for (const rulesets of [[], ['llm']]) {
        const { rules: chosen, isReported } = selectRules(rules, [id], [], rulesets);
        expect(chosen.map((rule) => rule.family)).toEqual(['anthropic-key']);
        expect(isReported('anthropic-key', 'anthropic-admin-key')).toBe(true);
        expect(isReported('groq-key', 'groq-key')).toBe(false);
      }
    }
  });

  test('a rule turned off in a rule set that is turned on', () => {
    const { rules: chosen } = selectRules(rules, [], ['groq-key'], ['llm']);
    expect(chosen).toEqual(rules.filter((rule) => rule.family !== 'groq-key'));
  });

  test("a user's own rule is on whatever set it says", () => {
    const own: RuleFile = { ...(first as RuleFile), family: 'mine', ruleset: 'llm', isOwn: true };
    expect(selectRules([own, ...rules], [], []).rules).toContain(own);
  });

  test('a rule set that there is not', () => {
    expect(() => selectRules(rules, [], [], ['lmm'])).toThrow(UserError);
    expect(() => selectRules(rules, [], [], ['lmm'])).toThrow(
      'there is no rule set "lmm", but core, azure, llm',
    );
  });

  test('a family', () => {
    const { rules: chosen, isReported } = selectRules(rules, [family], []);
    expect(chosen.map((rule) => rule.family)).toContain(family);
    expect(isReported(family, first?.variants[0]?.id ?? '')).toBe(true);
    expect(isReported('openai-key', 'openai-user-key')).toBe(false);
  });

  test('one rule of a family', () => {
    const { isReported } = selectRules(rules, ['azure-openai-key'], []);
    expect(isReported('azure-ai-key', 'azure-openai-key')).toBe(true);
    expect(isReported('azure-ai-key', 'azure-speech-key')).toBe(false);
  });

  test('a family turned off', () => {
    const { isReported } = selectRules(rules, [], ['openai-key']);
    expect(isReported('openai-key', 'openai-project-key')).toBe(false);
    expect(isReported('azure-ai-key', 'azure-openai-key')).toBe(true);
  });

  test('a rule turned off in a family that is on', () => {
    const { isReported } = selectRules(rules, ['azure-ai-legacy-key'], ['azure-search-legacy-key']);
    expect(isReported('azure-ai-legacy-key', 'azure-search-legacy-key')).toBe(false);
    expect(isReported('azure-ai-legacy-key', 'azure-openai-legacy-key')).toBe(true);
  });

  test.each([
    [['no-such-rule'], []],
    [[], ['no-such-rule']],
    [['azure-openai-key', 'no-such-rule'], []],
  ])('an id that no rule has: %j %j', (only, disabled) => {
    expect(() => selectRules(rules, only, disabled)).toThrow(UserError);
    expect(() => selectRules(rules, only, disabled)).toThrow(/no-such-rule/);
  });
});

describe('compileRuleFiles', () => {
  test('throws for a wrong file and names it', () => {
    expect(() => compileRuleFiles([{ name: 'bad.yaml', text: 'family: [' }])).toThrow(/bad\.yaml/);
  });

  test('a rule that goes through JSON stays what it is', () => {
    const compiled = compileRuleFiles(shipped);
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });
});

describe('placeholders', () => {
  const samples = samplesOf(builtinRules());

  test('the same placeholder gives the same key, another number another key', () => {
    const [a, b, c] = expandPlaceholders(
      '{{azure-openai-key:1}} {{azure-openai-key:1}} {{azure-openai-key:2}}',
      samples,
    ).split(' ');
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  test('leaves other braces alone', () => {
    for (const text of ['{{ template }}', `$\{{ secrets.A }}`, '{a}', '{{a}}', '{{}}']) {
      expect(expandPlaceholders(text, samples)).toBe(text);
    }
  });

  test('an unknown sample is an error', () => {
    expect(() => expandPlaceholders('{{no-such-sample:1}}', samples)).toThrow(/no-such-sample/);
  });

  test.each(Object.entries(samples))('%s has a sound template', (_, sample) => {
    expect(templateProblem(sample.template)).toBeNull();
    const made = makeSample(sample, 'seed');
    expect(made).toBe(makeSample(sample, 'seed'));
    expect(made).not.toMatch(/[{}]/);
  });

  test.each(['{runes:4}', 'sk-{alnum:20}{letters:3}'])('template %s is refused', (template) => {
    expect(templateProblem(template)).toEqual(expect.any(String));
  });
});

describe('regexProblem', () => {
  test.each([
    'abc',
    '(?<![A-Za-z0-9])[A-Za-z0-9]{52}JQQJ9',
    '^.{12}4.{3}[89ab]',
    'sk-[A-Za-z0-9_-]{20,74}T3BlbkFJ',
    '(?:key|secret)s?\\d?$',
    'a\\+b',
    '[+*]',
    '\\{2,\\}',
  ])('%s is accepted', (source) => {
    expect(regexProblem(source)).toBeNull();
  });

  test.each([
    '(a+)+b',
    '(a*)*b',
    '(a|a)*b',
    '(a|aa)+$',
    '([a-zA-Z0-9]+)*$',
    '(.*)*x',
    '(?:a+){2,}b',
    '(?:a{1,50}){1,50}b',
    '((a{1,20})+)+',
    '(a?){50}b{1,}(a+)+',
    '\\w+\\s*=\\s*\\w+$',
    '.*.*=.*',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    'a{1,100000}',
    '(?:x{0,1000}){0,1000}',
    '(a+',
    '[a-',
    '(?<name',
    '*a',
    '\\',
  ])('%s is refused', (source) => {
    expect(regexProblem(source)).toEqual(expect.any(String));
  });
});
