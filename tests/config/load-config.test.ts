import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { UserError } from '../../src/errors.ts';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { ownRule } from './own-rule.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keypetrel-config-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A configuration in a file of its own. */
async function written(text: string | Uint8Array, name = 'config.yaml'): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'case-')), name);
  await writeFile(path, text);
  return path;
}

/** What is said about a configuration, with `FILE` for its path. */
async function problemOf(text: string | Uint8Array, name = 'config.yaml'): Promise<string> {
  const path = await written(text, name);
  try {
    await loadConfig(path);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message.replaceAll(path, 'FILE').replaceAll(join(path, '..'), 'FOLDER');
  }
  return 'nothing is wrong';
}

/** YAML of a configuration with one rule, in one line (JSON is YAML). */
const withRule = (changes: object = {}) => `rules: {define: [${JSON.stringify(ownRule(changes))}]}`;
const legacy = (changes: string) => `weights:\n  azure-ai-legacy-key:\n    ${changes}`;

describe('loadConfig', () => {
  test('reads all that there is to say', async () => {
    const path = await written(`
$schema: https://example.com/config.schema.json
scan: { minConfidence: low, failOn: high, include: ['*.py'], exclude: [vendor/], format: jsonl }
rules:
  define: [${JSON.stringify(ownRule())}]
  only: [acme-key, azure-ai-key]
  disable: [azure-speech-key]
weights:
  azure-ai-legacy-key: { evidence: { host: 3, host/host-file: 0 }, patterns: { hex32: 1 }, thresholds: { low: 2 } }
allow:
  paths: [docs/]
  fingerprints: ['kp1:${'0a'.repeat(20)}']
  texts: [made-up]
  regexes: ['^test']
`);
    const config = await loadConfig(path);
    expect(config).toMatchObject({
      path,
      ownRules: [{ family: 'acme-key', isOwn: true }],
      onlyRules: ['acme-key', 'azure-ai-key'],
      disabledRules: ['azure-speech-key'],
      defaults: {
        minConfidence: 'low',
        failOn: 'high',
        include: ['*.py'],
        exclude: ['vendor/'],
        format: 'jsonl',
      },
      weights: {
        'azure-ai-legacy-key': { evidence: { host: 3 }, patterns: { hex32: 1 }, thresholds: { low: 2 } },
      },
      allow: { paths: ['docs/'], texts: ['made-up'], regexes: ['^test'] },
    });
  });

  test('reads the same from TOML, YAML and JSON', async () => {
    const toml = `[scan]
exclude = [
  "vendor/", # not ours
  '*.lock',
]
[weights.azure-ai-legacy-key.evidence]
"host/host-file" = 0
[allow]
texts = ["made-up"]
`;
    const yaml = `scan:
  exclude: [vendor/, '*.lock']
weights: { azure-ai-legacy-key: { evidence: { host/host-file: 0 } } }
allow: { texts: [made-up] }
`;
    const json = JSON.stringify({
      scan: { exclude: ['vendor/', '*.lock'] },
      weights: { 'azure-ai-legacy-key': { evidence: { 'host/host-file': 0 } } },
      allow: { texts: ['made-up'] },
    });
    const read = async (text: string, name: string) => ({
      ...(await loadConfig(await written(text, name))),
      path: '',
    });
    const fromYaml = await read(yaml, 'config.yml');
    expect(await read(toml, 'config.toml')).toEqual(fromYaml);
    expect(await read(json, 'config.json')).toEqual(fromYaml);
    expect(fromYaml.defaults.exclude).toEqual(['vendor/', '*.lock']);
  });

  test.each([
    ['an empty file', ''],
    ['nothing but a comment', '# later\n'],
    ['sections with nothing in them', 'scan:\nrules:\nweights:\nallow:\n  paths:\n'],
    ['a byte order mark', '\ufeffscan: { failOn: high }'],
    ['Windows line ends', 'scan:\r\n  failOn: high\r\n'],
    ['anchors', 'scan: { include: &a ["*.py"], exclude: *a }'],
    ['a rule of its own', withRule()],
    ['the flags that RE2 has', 'allow: { regexes: ["(?i)TEST-"] }'],
  ])('accepts %s', async (_, text) => {
    expect(await problemOf(text)).toBe('nothing is wrong');
  });

  const RULE_NAMES = Object.keys(ownRule()).join('|');
  /** What is wrong, the text, and all that is said about it. */
  test.each<[string, string, string]>([
    ['a list', '- a', 'FILE:1: must be a table'],
    ['a text', 'text', 'FILE:1: must be a table'],
    [
      'an open bracket',
      'scan:\n  include: [a',
      'FILE:2: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a tab', 'scan:\n\tfailOn: low', 'FILE:2: Tabs are not allowed as indentation'],
    ['a name twice', 'allow: {}\nscan: {}\nallow: {}', 'FILE:3: has the name "allow" twice'],
    ['two documents', 'scan: {}\n---\nallow: {}', 'FILE:2: holds more than one document'],
    ['an unknown tag', 'scan: !!js/function "x"', 'FILE:1: Unresolved tag: tag:yaml.org,2002:js/function'],
    ['a set', '%YAML 1.1\n---\nscan: !!set {a}', 'FILE:3: Unresolved tag: tag:yaml.org,2002:set'],
    [
      'an alias of nothing',
      'scan: *x',
      'FILE:1: Unresolved alias (the anchor must be set before the alias): x',
    ],
    ['a name that is no text', '? [a]\n: 1', 'FILE:1: With stringKeys, all keys must be strings'],
    [
      'an unknown section',
      'scan: {}\ncolour:\n  red: 1',
      'FILE:2: colour: is not known here, where there are $schema, scan, rules, weights, allow',
    ],
    [
      'an unknown setting',
      'scan:\n  minConfidense: low',
      'FILE:2: scan.minConfidense: is not known here, where there are minConfidence, failOn, include, exclude, format, baseline, ignore',
    ],
    ['a text in the place of a table', 'scan: text', 'FILE:1: scan: must be a table'],
    ['a list in the place of a table', 'scan: [text]', 'FILE:1: scan: must be a table'],
    ['a text in the place of a list', 'scan:\n  include: "*.py"', 'FILE:2: scan.include: must be a list'],
    [
      'items that are no texts',
      'scan:\n  include:\n    - "*.py"\n    - 3\n    - ""\n',
      'FILE:4: scan.include.1: must be a text\nFILE:5: scan.include.2: must not be empty',
    ],
    [
      'a confidence that there is not',
      'scan: {minConfidence: sure}',
      'FILE:1: scan.minConfidence: must be one of low, medium, high, proven',
    ],
    [
      'a format that there is not',
      'scan: {format: xml}',
      `FILE:1: scan.format: must be one of ${REPORT_FORMAT_NAMES.join(', ')}`,
    ],
    [
      'what is not reported but fails',
      'scan:\n  minConfidence: high\n  failOn: medium',
      'FILE:3: scan.failOn: what is not reported fails no scan: failOn medium needs minConfidence medium',
    ],
    [
      'what is not reported by default but fails',
      'scan:\n  failOn: low',
      'FILE:2: scan.failOn: what is not reported fails no scan: failOn low needs minConfidence low',
    ],
    [
      'a glob without end',
      `allow: {paths: ["{${Array(1001).fill('a')}}"]}`,
      'FILE:1: allow.paths.0: a glob has too many alternatives in braces',
    ],
    [
      'a rule that there is not',
      'rules:\n  only:\n    - openai-key\n    - openai-kye',
      'FILE:4: rules.only.1: there is no rule "openai-kye"; "keypetrel rules list" shows them',
    ],
    [
      'a rule to turn off that there is not',
      'rules: {disable: [x]}',
      'FILE:1: rules.disable.0: there is no rule "x"; "keypetrel rules list" shows them',
    ],
    [
      'a rule file that there is not',
      'rules:\n  files:\n    - none.yaml',
      'FILE:3: rules.files.0: cannot read the rule file "FOLDER/none.yaml": ENOENT: no such file or directory',
    ],
    [
      'a folder for a rule file',
      'rules: {files: [.]}',
      'FILE:1: rules.files.0: cannot read the rule file "FOLDER": it is a folder',
    ],
    ['a rule that is no table', 'rules: {define: [x]}', 'FILE:1: rules.define.0: must be a table'],
    [
      'a rule with a wrong severity',
      withRule({ severity: 'awful' }),
      'FILE:1: rules.define.0.severity: must be critical, high, medium or low',
    ],
    [
      'a rule with an unknown part',
      withRule({ colour: 1 }),
      expect.stringMatching(
        `^FILE:1: rules.define.0.colour: is not known here, where there are (?:(?:${RULE_NAMES}|[a-zA-Z]+)(?:, |$))+$`,
      ),
    ],
    [
      'a rule with a family that there is',
      withRule({ family: 'openai-key' }),
      'FILE:1: rules.define.0: there is a rule "openai-key" already',
    ],
    [
      'a rule twice',
      `rules: {define: [${JSON.stringify(ownRule())},\n  ${JSON.stringify(ownRule())}]}`,
      'FILE:2: rules.define.1: there is a rule "acme-key" already',
    ],
    [
      'a regex with no bound',
      withRule({ evidence: [{ kind: 'a', view: 'name', match: '(a+)+', weight: 1, says: 'x' }] }),
      'FILE:1: rules.define.0.evidence.0.match: has an unbounded quantifier: write {0,80} in place of *, + or {1,}',
    ],
    [
      'a regex that is none',
      withRule({ evidence: [{ kind: 'a', view: 'name', match: '(', weight: 1, says: 'x' }] }),
      expect.stringMatching(/^FILE:1: rules\.define\.0\.evidence\.0\.match: is not a regular expression: /),
    ],
    [
      'a regex that refers back',
      withRule({ evidence: [{ kind: 'a', view: 'name', match: '(a)\\1', weight: 1, says: 'x' }] }),
      'FILE:1: rules.define.0.evidence.0.match: refers back to a group, which no linear-time engine can',
    ],
    [
      'evidence with a lookahead',
      withRule({ evidence: [{ kind: 'a', view: 'name', match: '(?=a)b', weight: 1, says: 'x' }] }),
      'FILE:1: rules.define.0.evidence.0.match: has a lookahead or lookbehind, which only the regex of a pattern may have',
    ],
    [
      'an example that is not found',
      withRule({ examples: [{ text: 'none', finds: ['{{acme-key:1}}'] }] }),
      'FILE:1: rules.define.0.examples.0: {{acme-key:1}} was not found at medium confidence or more',
    ],
    [
      'a counter-example that is found',
      withRule({ counterexamples: [{ text: '{{acme-key:1}}', why: 'no key' }] }),
      'FILE:1: rules.define.0.counterexamples.0: acme-key was found, although it is no key',
    ],
    [
      'an example with an unknown sample',
      withRule({ examples: [{ text: '{{constructor:1}}', finds: [] }] }),
      'FILE:1: rules.define.0.examples.0: no sample named "constructor" for {{constructor:1}}',
    ],
    [
      'a sample without end',
      withRule({ samples: { 'acme-key': { template: '{alnum:999999999}' } } }),
      'FILE:1: rules.define.0.samples.acme-key.template: makes a key of more than 4096 characters',
    ],
    [
      'a sample with a name of JavaScript',
      withRule({ samples: { constructor: { template: 'x' } } }),
      'FILE:1: rules.define.0.samples: must not use the names __proto__, constructor, prototype',
    ],
    [
      'thresholds out of order',
      withRule({ thresholds: { low: 5, medium: 3, high: 9 } }),
      'FILE:1: rules.define.0.thresholds: low must not be above medium, nor medium above high',
    ],
    [
      'weights that are no table',
      'weights: {azure-ai-legacy-key: 5}',
      'FILE:1: weights.azure-ai-legacy-key: must be a table',
    ],
    [
      'weights of a family that there is not',
      'weights: {nothing: {}}',
      'FILE:1: weights.nothing: there is no rule family "nothing"; "keypetrel rules list" shows them',
    ],
    [
      'weights of a rule',
      'weights: {azure-openai-key: {}}',
      'FILE:1: weights.azure-openai-key: is a rule of the family "azure-ai-key", and weights belong to families',
    ],
    [
      'weights under a name that is none',
      'weights: {Azure Key: {}}',
      'FILE:1: weights.Azure Key: must be words of a-z and 0-9 with "-" between them',
    ],
    [
      'weights under a name of JavaScript',
      'weights: {constructor: {}}',
      'FILE:1: weights: must not use the names __proto__, constructor, prototype',
    ],
    [
      'weights under the name of prototypes',
      'weights: {__proto__: {polluted: {}}}',
      'FILE:1: weights: must not use the names __proto__, constructor, prototype',
    ],
    [
      'evidence that there is not',
      legacy('evidence: {hots: 1}'),
      expect.stringMatching(
        /^FILE:3: weights\.azure-ai-legacy-key\.evidence\.hots: azure-ai-legacy-key has no such evidence, but name, [a-z, -]+$/,
      ),
    ],
    [
      'a view that there is not',
      legacy('evidence:\n      host/near: 1'),
      expect.stringContaining(
        'FILE:4: weights.azure-ai-legacy-key.evidence.host/near: azure-ai-legacy-key has no such evidence',
      ),
    ],
    [
      'a pattern that there is not',
      legacy('patterns: {x: 1}'),
      'FILE:3: weights.azure-ai-legacy-key.patterns.x: azure-ai-legacy-key has no such patterns, but hex32, hex32-upper',
    ],
    [
      'a weight in words',
      legacy('evidence: {host: much}'),
      'FILE:3: weights.azure-ai-legacy-key.evidence.host: must be a number',
    ],
    [
      'a weight without end',
      legacy('evidence: {host: .inf}'),
      'FILE:3: weights.azure-ai-legacy-key.evidence.host: must be at most 100',
    ],
    [
      'a weight that is no number',
      legacy('evidence: {host: .nan}'),
      'FILE:3: weights.azure-ai-legacy-key.evidence.host: must be a number',
    ],
    [
      'a weight that outweighs all',
      legacy('evidence: {host: -101}'),
      'FILE:3: weights.azure-ai-legacy-key.evidence.host: must be at least -100',
    ],
    [
      'a threshold above the next',
      legacy('thresholds: {low: 7}'),
      'FILE:3: weights.azure-ai-legacy-key.thresholds: low (7) must not be above medium (6), nor medium above high (9)',
    ],
    [
      'an allowed text that is too short',
      'allow: {texts: [abc]}',
      'FILE:1: allow.texts.0: must have at least 4 characters',
    ],
    [
      'a fingerprint that is none',
      'allow: {fingerprints: ["kp1:12"]}',
      'FILE:1: allow.fingerprints.0: must be a fingerprint as reports have it: kp1: and 40 hex characters',
    ],
    [
      'an allowed regex that is none',
      'allow: {regexes: ["("]}',
      'FILE:1: allow.regexes.0: is not a regular expression for RE2: missing closing ): `(`',
    ],
    [
      'an allowed regex that allows all',
      'allow: {regexes: ["x*"]}',
      'FILE:1: allow.regexes.0: matches an empty text, and so would allow everything',
    ],
    [
      'an allowed regex that is too large',
      'allow: {regexes: ["[a-z0-9]{1000}[a-z0-9]{1000}"]}',
      'FILE:1: allow.regexes.0: is too large: repeat less',
    ],
  ])('refuses %s', async (_, text, message) => {
    expect(await problemOf(text)).toEqual(message);
  });

  test.each<[string, string, string]>([
    ['a value in the place of a table', 'scan = 1', 'FILE:1: scan: must be a table'],
    ['an open header', '# x\n[scan\na = 1', 'FILE:2: illegal character in key'],
    ['a text without quotes', '[scan]\nfailOn = high', 'FILE:2: invalid value'],
    [
      'a name twice',
      '[scan]\nfailOn = "high"\nfailOn = "low"',
      'FILE:3: trying to redefine an already defined table or value',
    ],
    [
      'a wrong value',
      '[scan]\n\nminConfidence = "sure"',
      'FILE:3: scan.minConfidence: must be one of low, medium, high, proven',
    ],
    [
      'a wrong item',
      '[allow]\ntexts = [\n  "made-up",\n  "abc",\n]',
      'FILE:4: allow.texts.1: must have at least 4 characters',
    ],
    [
      'a wrong value in one line',
      'scan = { include = ["a"], failOn = "x" }',
      'FILE:1: scan.failOn: must be one of low, medium, high, proven',
    ],
    [
      'a wrong value by its full name',
      '\nscan.failOn = "low"',
      'FILE:2: scan.failOn: what is not reported fails no scan: failOn low needs minConfidence low',
    ],
    [
      'a wrong part of a list of tables',
      '[[rules.define]]\nfamily = "a"\n[[rules.define]]\nfamily = 3',
      expect.stringContaining('FILE:4: rules.define.1.family: must be a text'),
    ],
    ['a date', 'weights = 1979-05-27', expect.stringContaining('FILE:1: weights: ')],
    [
      'a number that is too large',
      '[weights.a.evidence]\nhost = 9223372036854775807',
      'FILE:2: integer value cannot be represented losslessly',
    ],
    [
      'the name of prototypes',
      '[weights.__proto__]',
      'FILE:1: weights: must not use the names __proto__, constructor, prototype',
    ],
    [
      'an unknown name',
      '"__proto__" = 1',
      'FILE:1: __proto__: is not known here, where there are $schema, scan, rules, weights, allow',
    ],
  ])('refuses in TOML %s', async (_, text, message) => {
    expect(await problemOf(text, 'config.toml')).toEqual(message);
  });

  test.each<[string, string | Uint8Array, string, string]>([
    [
      'a name that says nothing',
      '',
      'config.ini',
      'the configuration "FILE" is neither .yaml nor .toml by its name',
    ],
    [
      'a program',
      '',
      'keypetrel.config.js',
      'the configuration "FILE" is neither .yaml nor .toml by its name',
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffscan: {}', 'utf16le'),
      'config.yaml',
      'cannot read the configuration "FILE": it is not text in UTF-8',
    ],
    [
      'bytes',
      Buffer.from([0xff, 0, 0xfe]),
      'config.toml',
      'cannot read the configuration "FILE": it is not text in UTF-8',
    ],
    [
      'a large file',
      Buffer.alloc(256 * 1024 + 1, 0x20),
      'config.yaml',
      'cannot read the configuration "FILE": it is larger than 256 KiB',
    ],
  ])('refuses %s', async (_, text, name, message) => {
    expect(await problemOf(text, name)).toBe(message);
  });

  test('refuses what is no file, and does not wait for it', async () => {
    const inCase = await mkdtemp(join(folder, 'case-'));
    await mkdir(join(inCase, 'folder.yaml'));
    execFileSync('mkfifo', [join(inCase, 'pipe.yaml')]);
    const messages = await Promise.all(
      ['folder.yaml', 'pipe.yaml', 'none.yaml'].map((name) =>
        loadConfig(join(inCase, name)).catch((error: Error) => error.message.replaceAll(`${inCase}/`, '')),
      ),
    );
    expect(messages).toEqual([
      'cannot read the configuration "folder.yaml": it is a folder',
      'cannot read the configuration "pipe.yaml": it is not a regular file',
      'cannot read the configuration "none.yaml": ENOENT: no such file or directory',
    ]);
  });

  test('names every problem, and no more than anybody reads', async () => {
    const many = `allow:\n  texts:\n${'    - x\n'.repeat(100)}`;
    const lines = (await problemOf(many)).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[19]).toMatch(/^FILE:22: allow\.texts\.19: /);
    expect(lines[20]).toBe('FILE: and 80 more');
  });

  test('reads rule files beside it, and where a path leads', async () => {
    const path = await written('rules:\n  files: [rules/acme.yaml, ../elsewhere.yaml]', 'config.yaml');
    await mkdir(join(path, '../rules'));
    await writeFile(join(path, '../rules/acme.yaml'), JSON.stringify(ownRule()));
    const other = { family: 'other-key', variants: [{ id: 'other-key', title: 'x', service: 'x' }] };
    await writeFile(join(path, '../../elsewhere.yaml'), JSON.stringify(ownRule(other)));
    const { ownRules } = await loadConfig(path);
    expect(ownRules.map(({ family, isOwn }) => [family, isOwn])).toEqual([
      ['acme-key', true],
      ['other-key', true],
    ]);
  });

  test('says what is wrong in a rule file, with its line', async () => {
    const path = await written('rules: {files: [acme.yaml, acme.yaml]}');
    const rulePath = join(path, '../acme.yaml');
    const said = async (rule: object) => {
      await writeFile(rulePath, JSON.stringify(rule, null, 2));
      return loadConfig(path).catch((error: Error) => error.message.replaceAll(rulePath, 'RULE'));
    };
    expect(await said(ownRule({ severity: 'awful' }))).toBe(
      'RULE:6: severity: must be critical, high, medium or low',
    );
    expect(await said(ownRule({ examples: [{ text: 'x', finds: ['{{acme-key:1}}'] }] }))).toMatch(
      /^RULE:\d+: examples\.0: \{\{acme-key:1\}\} was not found/,
    );
    expect(await said(ownRule())).toBe(`${path}:1: rules.files.1: there is a rule "acme-key" already`);
  });
});

describe('hostile configurations', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [index, name] of [...'bcdefghi'].entries())
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`);

  /** Within the size that is read at all. */
  test.each<[string, string, string, RegExp]>([
    ['aliases that multiply', bomb.join('\n'), 'config.yaml', /multiplies itself by more than 100 aliases/],
    ['an alias of itself', 'scan: &a [*a]', 'config.yaml', /FILE:1: /],
    ['brackets', `scan: ${'['.repeat(250_000)}`, 'config.yaml', /nested too deeply/],
    ['braces', '{'.repeat(250_000), 'config.yaml', /nested too deeply/],
    [
      'closed brackets',
      `a: ${'['.repeat(120_000)}${']'.repeat(120_000)}`,
      'config.yaml',
      /nested too deeply/,
    ],
    ['lists in lists', `${'- '.repeat(120_000)}x`, 'config.yaml', /nested too deeply/],
    ['keys without end', '? '.repeat(120_000), 'config.yaml', /nested too deeply/],
    ['colons', ': '.repeat(120_000), 'config.yaml', /FILE:1: /],
    ['closing brackets', ']'.repeat(250_000), 'config.yaml', /FILE:1: /],
    ['anchors', `a: ${'&a '.repeat(80_000)}`, 'config.yaml', /FILE:1: /],
    ['quotes', '"'.repeat(250_000), 'config.yaml', /FILE:1: /],
    [
      'names',
      Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'),
      'config.yaml',
      /FILE:1: k0: is not known/,
    ],
    ['brackets in TOML', `a = ${'['.repeat(250_000)}`, 'config.toml', /nested too deeply/],
    ['braces in TOML', `a = ${'{a='.repeat(80_000)}`, 'config.toml', /nested too deeply|FILE:1: /],
    ['dots in TOML', `a${'.a'.repeat(100_000)} = 1`, 'config.toml', /FILE:1: a: is not known/],
    ['tables in TOML', '[[a]]\n'.repeat(40_000), 'config.toml', /FILE:1: a: is not known/],
    [
      'a header that does not end',
      `a = """\n[${' '.repeat(250_000)}"""`,
      'config.toml',
      /FILE:1: a: is not known/,
    ],
    ['comments in TOML', `${'# x\n'.repeat(60_000)}a = 1`, 'config.toml', /FILE:60001: a: is not known/],
    [
      'a regex of brackets',
      `allow: {regexes: ["${'('.repeat(100_000)}"]}`,
      'config.yaml',
      /FILE:1: allow\.regexes\.0: /,
    ],
    [
      'a regex of many alternatives',
      `allow: {regexes: ["${'ab|'.repeat(80_000)}c"]}`,
      'config.yaml',
      /FILE:1: allow\.regexes\.0: |nothing/,
    ],
    [
      'a regex that repeats repetitions',
      'allow: {regexes: ["((((a{1,99}){1,99}){1,99}){1,99})"]}',
      'config.yaml',
      /repeats more than 1000 times/,
    ],
  ])('end soon: %s', async (_, text, name, message) => {
    const start = performance.now();
    expect(await problemOf(text, name)).toMatch(message);
    // Mostly under a second: this is a bound for a machine that has other work as well.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('change no prototype', async () => {
    for (const text of [
      'weights: {__proto__: {polluted: {}}}',
      'allow: {__proto__: {polluted: 1}}',
      `{"__proto__": {"polluted": 1}, "scan": {"__proto__": {"polluted": 1}}}`,
    ])
      expect(await problemOf(text)).toMatch(/FILE:1/);
    expect(
      await problemOf('[a.__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1', 'c.toml'),
    ).toMatch(/FILE/);
    expect(Object.keys({})).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a family named like what objects have is a family like any other', async () => {
    const changes = {
      family: 'constructor',
      patterns: [{ ...ownRule().patterns[0], id: 'prototype' }],
      evidence: [{ kind: 'constructor', view: 'name', match: 'acme', weight: 1, says: 'x' }],
    };
    const { configuredRules } = await import('../../src/config/apply-config.ts');
    const config = await loadConfig(await written(withRule(changes)));
    expect(configuredRules([], config)[0]).toMatchObject({
      family: 'constructor',
      patterns: [{ weight: 10 }],
      evidence: [{ weight: 1 }],
    });
  });
});
