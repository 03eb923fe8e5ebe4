/** `--config` in the program as it is published, on real repositories. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/credentials/fingerprint.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { makeSample } from '../../src/rules/placeholders.ts';
import { type BuiltProgram, buildProgram, type RunOptions, runProgram } from '../cli/support.ts';
import { ownRule } from '../config/own-rule.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram('real');
});
afterAll(async () => {
  await program.remove();
});

const openai = key('openai-project-key', 1);
const azure = key('azure-openai-key', 1);
/** Of a format that only `ownRule` knows. */
const acme = makeSample({ template: 'ACME_{alnum:40}', checksum: null }, 'acme');
/** Of 32 hex characters: evidence decides. */
const legacy = key('azure-legacy-key', 1);
const ownRules = (...rules: object[]) => `rules: {define: ${JSON.stringify(rules)}}`;

/** A configuration outside of what is scanned. */
function config(text: string, name = 'mine.yaml'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

async function scan(folder: string, args: readonly string[], options: RunOptions = {}) {
  const { code, stdout, stderr } = await runProgram(program, [...args, '-f', 'json', folder], options);
  if (stdout === '') throw new Error(stderr);
  const { credentials, suppressed, tool } = JSON.parse(stdout);
  type Found = {
    rule: string;
    fingerprint: string;
    confidence: string;
    occurrences: { path: string; source: string }[];
  };
  return { code, stderr, suppressed, tool, credentials: credentials as Found[] };
}

const rulesOf = (found: { credentials: readonly { rule: string }[] }) =>
  found.credentials.map(({ rule }) => rule).sort();

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A repository whose keys stand in its history only, in contents that are stored as deltas. */
function repositoryWithPast(secretLine: string): GitRepo {
  const repo = GitRepo.create();
  const lines = Array.from({ length: 400 }, (_, index) => `setting_${index} = ${index * 7919}`);
  repo.commit('one', { 'settings.ini': lines.join('\n') });
  repo.commit('two', { 'settings.ini': lines.with(200, secretLine).join('\n') });
  repo.commit('three', { 'settings.ini': lines.with(100, 'other = 1').join('\n') });
  repo.git('gc', '--quiet', '--aggressive', '--prune=now');
  return repo;
}

describe('rules of one’s own', () => {
  const folder = () => folderWith({ 'a.env': `GATEWAY=${acme}\nOPENAI_API_KEY=${openai}\n` });

  test('are nothing to a scan that is not told of them', async () => {
    expect(rulesOf(await scan(folder(), []))).toEqual(['openai-project-key']);
  });

  test.each([
    ['written in the configuration', () => config(ownRules(ownRule()))],
    [
      'in a file beside it',
      () => {
        const path = config('[rules]\nfiles = ["acme.yaml"]\n', 'mine.toml');
        writeFileSync(join(dirname(path), 'acme.yaml'), JSON.stringify(ownRule()));
        return path;
      },
    ],
  ])('are found, %s', async (_, make) => {
    const found = await scan(folder(), ['-c', make()]);
    expect(found.code).toBe(1);
    expect(rulesOf(found)).toEqual(['acme-key', 'openai-project-key']);
    expect(found.tool.rulesDigest).not.toBe((await scan(folder(), [])).tool.rulesDigest);
  });

  test('are found in history, in what a delta brings', async () => {
    const repo = repositoryWithPast(`gateway = ${acme}`);
    expect(rulesOf(await scan(repo.folder, []))).toEqual([]);
    const found = await scan(repo.folder, ['-c', config(ownRules(ownRule()))]);
    expect(rulesOf(found)).toEqual(['acme-key']);
    expect(found.credentials[0]?.occurrences).toMatchObject([{ path: 'settings.ini', source: 'blob' }]);
  });

  test('are found by the threads that read large packs', async () => {
    const repo = GitRepo.create();
    const random = (number: number) =>
      Array.from({ length: 20_000 }, (_, index) =>
        makeSample({ template: '{word:40}', checksum: null }, `${number}:${index}`),
      ).join('\n');
    const noise = random(0);
    for (let number = 0; number < 16; number++)
      repo.write(`noise/${number}.txt`, `${number}\n${noise.slice(number * 7)}`);
    repo.commit('one', { 'a.env': `GATEWAY=${acme}\n` });
    repo.git('rm', '-r', '--quiet', '.');
    repo.commit('two');
    // Each as a whole: deltas would make one family of them, which is one thread's.
    repo.git('-c', 'pack.window=0', 'repack', '-a', '-d', '-f', '-q');
    const hook = join(temporaryFolder(), 'hook.cjs');
    writeFileSync(
      hook,
      `const threads = require('node:worker_threads');
      const { Worker } = threads;
      threads.Worker = class extends Worker { constructor(...args) { super(...args); process.stderr.write('a thread\\n'); } };\n`,
    );
    const env = { NODE_OPTIONS: `--require ${hook}` };
    const found = await scan(repo.folder, ['--history', '--jobs', '2', '-c', config(ownRules(ownRule()))], {
      env,
    });
    expect(found.stderr).toBe('a thread\na thread\n');
    expect(rulesOf(found)).toEqual(['acme-key']);
  });

  test('win over those that ship, on the same bytes', async () => {
    const mine = ownRule({
      patterns: [
        {
          ...ownRule().patterns[0],
          marks: ['T3BlbkFJ'],
          regex: 'sk-[A-Za-z0-9_-]{16,160}T3BlbkFJ[A-Za-z0-9_-]{16,160}',
        },
      ],
      samples: { mine: { template: 'sk-{alnum:40}T3BlbkFJ{alnum:40}' } },
      examples: [{ text: '{{mine:1}}', finds: ['{{mine:1}}'] }],
    });
    expect(rulesOf(await scan(folder(), ['-c', config(ownRules(mine))]))).toEqual(['acme-key']);
  });

  test('are turned off like those that ship', async () => {
    const both = ownRules(ownRule()).replace(/\}$/, ', disable: [acme-key, openai-key]}');
    expect(rulesOf(await scan(folder(), ['-c', config(both)]))).toEqual([]);
    const only = ownRules(ownRule()).replace(/\}$/, ', only: [acme-key]}');
    expect(rulesOf(await scan(folder(), ['-c', config(only)]))).toEqual(['acme-key']);
    // What the command line asks for is looked for.
    expect(rulesOf(await scan(folder(), ['-c', config(both), '--rule', 'openai-key']))).toEqual([
      'openai-project-key',
    ]);
    expect(rulesOf(await scan(folder(), ['-c', config(only), '--rule', 'openai-key']))).toEqual([
      'openai-project-key',
    ]);
  });
});

test('regexes that would take JavaScript’s own engine for ever do not hang a scan', async () => {
  const nasty = '(?:[a-z]|[a-z0-9]|[a-z]){1,80}';
  const rule = ownRule({
    patterns: [{ ...ownRule().patterns[0], regex: `ACME_${nasty}[A-Z]{0,1}(?![A-Za-z0-9])` }],
    evidence: [{ kind: 'near', view: 'near', match: `${nasty}X`, weight: 1, says: 'x' }],
    samples: { 'acme-key': { template: 'ACME_{lower:40}' } },
  });
  const path = config(
    JSON.stringify({
      rules: { define: [rule] },
      allow: { regexes: ['(a|a)*b!$', '(x+x+)+y!', '^(([a-z])+.)+[A-Z]([a-z])+$'] },
    }),
  );
  const keys = Array.from({ length: 10 }, (_, at) =>
    makeSample({ template: 'ACME_{lower:40}', checksum: null }, `nasty ${at}`),
  );
  const lines = Array.from({ length: 3000 }, (_, at) => `ACME_${'a'.repeat(60)}\n${keys[at % keys.length]}`);
  const start = performance.now();
  const found = await scan(folderWith({ 'a.txt': lines.join('\n') }), ['-c', path]);
  expect(rulesOf(found)).toEqual(Array(10).fill('acme-key'));
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('rule sets that are off by default are turned on, and the command line outweighs that', async () => {
  const anthropic = key('anthropic-key', 1);
  const folder = folderWith({ 'a.env': `ANTHROPIC_API_KEY=${anthropic}\n` });
  const path = config('[rules]\nrulesets = ["llm"]\n', 'mine.toml');
  expect(rulesOf(await scan(folder, []))).toEqual([]);
  expect(rulesOf(await scan(folder, ['-c', path]))).toEqual(['anthropic-key']);
  expect(rulesOf(await scan(folder, ['-c', path, '--ruleset', 'azure']))).toEqual([]);
  const list = async (...args: string[]) =>
    /^anthropic-key .*? {2}(llm.*?) +\d+$/m.exec(
      (await runProgram(program, ['rules', 'list', ...args])).stdout,
    )?.[1];
  expect(await list()).toBe('llm (off)');
  expect(await list('-c', path)).toBe('llm');
});

describe('weights', () => {
  /** Nothing but a word in its line speaks for it. */
  const line = `azure_value = ${legacy}`;
  const weaker = config.bind(
    null,
    'weights: {azure-ai-legacy-key: {thresholds: {low: 1, medium: 1, high: 90}}}',
  );

  test('make a finding of what was none, in files and in history', async () => {
    const repo = repositoryWithPast(line);
    repo.write('now.ini', `${line}\n`);
    expect((await scan(repo.folder, ['--min-confidence', 'low'])).credentials).toEqual([]);
    const found = await scan(repo.folder, ['-c', weaker()]);
    expect(found.credentials).toHaveLength(1);
    expect(found.credentials[0]?.occurrences.map(({ path, source }) => `${source} ${path}`)).toEqual([
      'file now.ini',
      'blob settings.ini',
    ]);
    expect((await scan(repo.folder, ['--history', '-c', weaker()])).credentials).toHaveLength(1);
  });

  test('make none of what was a finding', async () => {
    const folder = folderWith({ 'a.env': `AZURE_OPENAI_API_KEY=${legacy}\n` });
    expect((await scan(folder, [])).credentials).toHaveLength(1);
    const none = config('weights: {azure-ai-legacy-key: {evidence: {name: 0, near: 0, line: 0}}}');
    expect((await scan(folder, ['-c', none])).credentials).toEqual([]);
  });

  test('of one view outweigh those of a kind', async () => {
    const folder = folderWith({ 'a.txt': `https://contoso.openai.azure.com\n\nx = ${legacy}\n` });
    const byKind = await scan(folder, [
      '-c',
      config('weights: {azure-ai-legacy-key: {evidence: {host: 20}}}'),
    ]);
    expect(byKind.credentials.map(({ confidence }) => confidence)).toEqual(['high']);
    const butNear =
      'weights: {azure-ai-legacy-key: {evidence: {host: 20, host/host-near: 0, host/host-file: 0}}}';
    expect((await scan(folder, ['-c', config(butNear)])).credentials).toEqual([]);
  });

  test('of evidence in one group may turn what counts', async () => {
    // "nothing names it" is -2 by itself; turned into evidence for, nothing else is needed.
    const folder = folderWith({ 'a.txt': `azure openai\n${legacy}\n` });
    const text = 'weights: {azure-ai-legacy-key: {evidence: {counter-name/name: 20}}}';
    expect((await scan(folder, ['-c', config(text)])).credentials.map(({ rule }) => rule)).toEqual([
      expect.stringContaining('legacy-key'),
    ]);
  });
});

describe('what is allowed', () => {
  const files = {
    'docs/guide.md': `key: ${openai}\n`,
    'src/a.env': `KEY=${azure}\nOPENAI_API_KEY=${openai}\n`,
  };

  test.each<[string, string, string[], number]>([
    ['a path, which is allowed there only', 'paths: [docs/]', ['azure-openai-key', 'openai-project-key'], 0],
    ['every path of one', 'paths: [docs/, "*.env"]', [], 2],
    ['a fingerprint', `fingerprints: ["${fingerprintOf('openai-key', openai)}"]`, ['azure-openai-key'], 1],
    ['a text', `texts: ["${openai.slice(20, 26)}"]`, ['azure-openai-key'], 1],
    ['a regex', 'regexes: ["^sk-proj-"]', ['azure-openai-key'], 1],
    ['a regex without regard to case', 'regexes: ["(?i)^SK-PROJ-"]', ['azure-openai-key'], 1],
    ['a regex of the middle', 'regexes: ["JQQJ9.[A-Z]"]', ['openai-project-key'], 1],
    ['a regex that fits nothing', 'regexes: ["^nothing$"]', ['azure-openai-key', 'openai-project-key'], 0],
  ])('%s', async (_, allow, rules, ignored) => {
    const found = await scan(folderWith(files), ['-c', config(`allow: {${allow}}`)]);
    expect(rulesOf(found)).toEqual(rules);
    expect(found.suppressed.ignored).toBe(ignored);
    expect(found.code).toBe(rules.length > 0 ? 1 : 0);
  });

  test('leaves only the other places of a credential', async () => {
    const found = await scan(folderWith(files), ['-c', config('allow: {paths: [docs/]}')]);
    const places = found.credentials.find(({ rule }) => rule === 'openai-project-key')?.occurrences;
    expect(places?.map(({ path }) => path)).toEqual(['src/a.env']);
  });

  test('is allowed in history as well', async () => {
    const repo = GitRepo.create();
    repo.commit('one', files);
    repo.commit('two', { 'docs/guide.md': '', 'src/a.env': '' });
    const found = await scan(repo.folder, ['-c', config('allow: {paths: [docs/, src/]}')]);
    expect(found.credentials).toEqual([]);
    expect(found.suppressed.ignored).toBe(2);
  });
});

describe('which value holds', () => {
  const folder = () =>
    folderWith({ 'a.env': `OPENAI_API_KEY=${openai}\n`, 'b/c.env': `OPENAI_API_KEY=${openai}\n` });

  test('the configuration’s over the default, an option’s over both', async () => {
    const path = config('scan: {format: json, minConfidence: proven, exclude: [b/]}');
    const run = (...args: string[]) => runProgram(program, [folder(), '-c', path, ...args]);
    const byConfig = JSON.parse((await run()).stdout);
    expect(byConfig.credentials).toEqual([]);
    expect(byConfig.suppressed.belowThreshold).toBe(1);
    const byOption = JSON.parse((await run('--min-confidence', 'high')).stdout);
    expect(byOption.credentials[0].occurrences).toHaveLength(1);
    expect(
      JSON.parse((await run('--exclude', 'nothing', '--min-confidence', 'high')).stdout).credentials[0]
        .occurrences,
    ).toHaveLength(2);
    expect((await run('-f', 'text')).stdout).toMatch(/^No credentials found/);
  });

  test('failOn of a configuration decides the exit code', async () => {
    const path = config('scan: {failOn: proven}');
    expect((await scan(folder(), ['-c', path])).code).toBe(0);
    expect((await scan(folder(), ['-c', path, '--fail-on', 'high'])).code).toBe(1);
  });

  test('the debug log tells where each came from', async () => {
    const path = config(
      `${ownRules(ownRule())}\nscan: {exclude: [b/]}\nallow: {texts: [made-up]}\nweights: {openai-key: {thresholds: {low: 1}}}`,
    );
    const { stderr } = await scan(folder(), ['-c', path, '--min-confidence', 'high', '--log-level', 'debug']);
    const messages = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg);
    expect(messages.slice(0, 15)).toEqual([
      `configuration: ${path}`,
      'rules of its own: acme-key',
      'weights changed: openai-key',
      'allowed: 0 paths, 0 fingerprints, 1 texts, 0 regexes',
      'minConfidence: high (command line)',
      'failOn: high (default)',
      'include: none (default)',
      'exclude: b/ (configuration)',
      'rules: none (default)',
      'disabledRules: none (default)',
      'rulesets: none (default)',
      'baseline: none (default)',
      'ignore: true (default)',
      'format: json (command line)',
      expect.stringMatching(/^scanning /),
    ]);
  });

  test('the debug log tells that there is no configuration', async () => {
    const { stderr } = await scan(folder(), ['--log-level', 'debug']);
    expect(JSON.parse(stderr.split('\n')[0] ?? '').msg).toBe(
      'configuration: none, for none is named by --config',
    );
  });
});

test('no configuration is loaded that nobody names, wherever it lies', async () => {
  const allowAll =
    'allow:\n  regexes: ["."]\n  paths: ["*"]\nrules:\n  disable: [openai-key, azure-ai-key]\nscan:\n  exclude: ["*"]\n';
  const toml = '[allow]\nregexes = ["."]\npaths = ["*"]\n[rules]\ndisable = ["openai-key", "azure-ai-key"]\n';
  const names = [
    'keypetrel',
    '.keypetrel',
    'keypetrel.config',
    '.keypetrelrc',
    'config',
    '.config/keypetrel',
    '.github/keypetrel',
    '.config/keypetrel/config',
  ];
  const repo = GitRepo.create();
  for (const name of names) {
    for (const extension of ['', '.yaml', '.yml'])
      repo.write(`${name}${extension === '' ? '.conf' : extension}`, allowAll);
    repo.write(`${name}.toml`, toml);
    repo.write(`${name}.json`, '{"allow": {"regexes": ["."]}}');
    repo.write(`${name}.js`, 'process.exit(0)');
  }
  repo.write('.keypetrelrc', allowAll);
  repo.write('package.json', JSON.stringify({ name: 'x', keypetrel: { allow: { regexes: ['.'] } } }));
  repo.write('pyproject.toml', `[tool.keypetrel]\n[tool.keypetrel.allow]\nregexes = ["."]\n`);
  repo.git('config', 'keypetrel.config', 'keypetrel.yaml');
  repo.commit('one', { 'a.env': `OPENAI_API_KEY=${openai}\nKEY=${azure}\n` });
  // Also when it is the current folder, the home folder, and named by what other programs look at.
  const env = { HOME: repo.folder, XDG_CONFIG_HOME: repo.folder, KEYPETREL_CONFIG: 'keypetrel.yaml' };
  const found = await scan('.', [], { cwd: repo.folder, env });
  expect(rulesOf(found)).toEqual(['azure-openai-key', 'openai-project-key']);
  expect(found.suppressed.ignored).toBe(0);
  // And the very same is one as soon as it is named.
  expect((await scan('.', ['-c', 'keypetrel.yaml'], { cwd: repo.folder })).credentials).toEqual([]);
});

describe('a configuration that is wrong', () => {
  test.each<[string, string, RegExp]>([
    [
      'a mistake',
      'scan:\n  minConfidense: low\n',
      /^keypetrel: \S+mine\.yaml:2: scan\.minConfidense: is not known here, [^\n]+\n$/,
    ],
    [
      'two mistakes',
      'scan: {format: xml}\nallow: {texts: [abc]}\n',
      /^keypetrel: \S+mine\.yaml:1: scan\.format: [^\n]+\n\S+mine\.yaml:2: allow\.texts\.0: [^\n]+\n$/,
    ],
    [
      'hostile names',
      'rules: {only: ["\\e[31mred\\u202e"]}\n',
      /^keypetrel: \S+mine\.yaml:1: rules\.only\.0: there is no rule "\\x1b\[31mred\\u\{202e\}"; [^\n]+\n$/,
    ],
  ])('ends with 2 before anything is scanned: %s', async (_, text, expected) => {
    const result = await runProgram(program, ['-c', config(text), folderWith({ a: openai })]);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(expected);
  });

  test.skipIf(process.platform === 'win32')('may not be read', async () => {
    const path = config('scan: {}');
    chmodSync(path, 0);
    for (const folder of [dirname(path), dirname(program.path), dirname(dirname(program.path))])
      chmodSync(folder, 0o755);
    const uid = process.getuid?.() === 0 ? 65534 : process.getuid?.();
    const result = await runProgram(program, ['-c', path, '--files', program.folder], {
      ...(uid !== undefined && { uid }),
    });
    expect(result).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `keypetrel: cannot read the configuration "${path}": EACCES: permission denied\n`,
    });
  });
});

describe('keypetrel rules with a configuration', () => {
  const run = (...args: string[]) => runProgram(program, ['rules', ...args]);
  const path = () =>
    config(
      `rules: {define: ${JSON.stringify([ownRule()])}, disable: [openai-key]}\nweights: {azure-ai-legacy-key: {evidence: {host/host-line: 42}, thresholds: {low: -1}}}`,
    );

  test('list shows what is on, and what is one’s own', async () => {
    const { stdout } = await run('list', '-c', path());
    expect(stdout).toMatch(/^acme-key +Acme key \(from the configuration\) +high +core +1$/m);
    expect(stdout).not.toMatch(/^openai-key /m);
    expect((await run('list')).stdout).not.toContain('acme-key');
    const json = JSON.parse((await run('list', '-c', path(), '-f', 'json')).stdout);
    expect(json.filter(({ own }: { own: boolean }) => own).map(({ id }: { id: string }) => id)).toEqual([
      'acme-key',
    ]);
  });

  test('show tells the weights that hold', async () => {
    expect((await run('show', 'azure-ai-legacy-key', '-c', path())).stdout).toMatch(
      /- \+42 host\/host-line: the host/,
    );
    expect((await run('show', 'azure-ai-legacy-key', '-c', path())).stdout).toContain(
      'low from a sum of -1 on',
    );
    const shipped = builtinRules().find(({ family }) => family === 'azure-ai-legacy-key');
    const weight = shipped?.evidence.find(({ view }) => view === 'host-line')?.weight;
    expect((await run('show', 'azure-ai-legacy-key')).stdout).toContain(
      `- +${weight} host/host-line: the host`,
    );
    expect((await run('show', 'acme-key', '-c', path())).stdout).toContain('Acme key (acme-key)');
  });

  test('check tests the rules that it adds', async () => {
    expect(await run('check', '-c', path())).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/acme-key +1 example, 0 counter-examples\n1 rule file in order\n$/),
    });
    const wrong = config(ownRules(ownRule({ examples: [{ text: 'x', finds: ['{{acme-key:1}}'] }] })));
    const { code, stderr } = await run('check', '-c', wrong);
    expect(code).toBe(2);
    expect(stderr).toContain('mine.yaml:1: rules.define.0.examples.0: {{acme-key:1}} was not found');
  });
});

test('the README’s example of a configuration is one', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```(yaml|toml)\n# (\S+)\n([\s\S]*?)```/g)];
  expect(blocks.map(([, , name]) => name)).toEqual(
    expect.arrayContaining(['keypetrel.yaml', 'acme-key.yaml', 'keypetrel.toml']),
  );
  const folder = folderWith({
    ...Object.fromEntries(blocks.map(([, , name = '', text = '']) => [name, text])),
    'known.json': '{"schemaVersion": 1, "credentials": []}',
  });
  for (const name of ['keypetrel.yaml', 'keypetrel.toml']) {
    const found = await scan(folderWith({ 'a.env': `GATEWAY=${acme}\n` }), ['-c', join(folder, name)]);
    expect(found.stderr).toBe('');
    expect(rulesOf(found)).toEqual(['acme-key']);
  }
});
