import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { helpText } from '../../src/cli/help.ts';
import { OPTION_TABLES, SCAN_OPTIONS } from '../../src/cli/option-tables.ts';
import { UserError } from '../../src/errors.ts';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { listOf } from '../../src/suggest.ts';

const FORMATS = listOf(REPORT_FORMAT_NAMES);

const read = (line: string, existing: readonly string[] = []) =>
  readArguments(line === '' ? [] : line.split(' '), (path) => existing.includes(path));

function errorOf(line: string): string {
  try {
    read(line);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  return 'no error';
}

describe('readArguments', () => {
  it('reads nothing as a scan of all there is', () => {
    expect(read('')).toEqual({
      kind: 'scan',
      target: 'auto',
      range: null,
      paths: [],
      allObjects: false,
      cache: 'git-folder',
      include: [],
      exclude: [],
      gitignore: true,
      baseline: null,
      ignore: null,
      config: null,
      minConfidence: null,
      failOn: null,
      rules: [],
      disabledRules: [],
      rulesets: [],
      requireComplete: false,
      format: null,
      outputs: [],
      showSecrets: false,
      quiet: false,
      jobs: null,
      logLevel: 'warn',
      color: true,
    });
  });

  it.each([
    ['--range a..b', 'a..b'],
    ['--range a...b', 'a...b'],
    ['--since-commit a', 'a..HEAD'],
    ['--range -', null],
  ])('%s is a range', (line, range) => {
    expect(read(line)).toMatchObject({ target: 'range', range });
  });

  it.each([
    ['scan', {}],
    ['.', { paths: ['.'] }],
    ['scan a b', { paths: ['a', 'b'] }],
    ['a --quiet b', { paths: ['a', 'b'], quiet: true }],
    ['--files', { target: 'files' }],
    ['--staged', { target: 'staged' }],
    ['--history', { target: 'history' }],
    ['--stdin', { target: 'stdin' }],
    ['--history --all-objects', { target: 'history', allObjects: true }],
    ['--all-objects', { target: 'auto', allObjects: true }],
    ['--include *.py --include=*.ts', { include: ['*.py', '*.ts'] }],
    ['--exclude *.lock', { exclude: ['*.lock'] }],
    ['--exclude=-x', { exclude: ['-x'] }],
    ['--no-gitignore', { gitignore: false }],
    ['-b known.json', { baseline: 'known.json' }],
    ['--baseline known.json', { baseline: 'known.json' }],
    ['--no-ignore', { ignore: false }],
    ['-f json', { format: 'json' }],
    ['-fjsonl', { format: 'jsonl' }],
    ['--format=text', { format: 'text' }],
    [
      '-o json=a.json -o text=b=c.txt',
      {
        outputs: [
          { format: 'json', path: 'a.json' },
          { format: 'text', path: 'b=c.txt' },
        ],
      },
    ],
    ['--min-confidence low', { minConfidence: 'low', failOn: null }],
    ['--fail-on proven', { minConfidence: null, failOn: 'proven' }],
    ['--min-confidence low --fail-on high', { minConfidence: 'low', failOn: 'high' }],
    // Whether it fits what is reported is settled with the configuration.
    ['-c mine.yaml --fail-on low', { config: 'mine.yaml', failOn: 'low' }],
    ['--config=mine.toml', { config: 'mine.toml' }],
    ['--show-secrets', { showSecrets: true }],
    ['--rule a --rule b', { rules: ['a', 'b'] }],
    ['--disable-rule a', { disabledRules: ['a'] }],
    ['--ruleset llm', { rulesets: ['llm'] }],
    ['--ruleset=llm --ruleset azure', { rulesets: ['llm', 'azure'] }],
    ['--require-complete', { requireComplete: true }],
    ['--jobs 4', { jobs: 4 }],
    ['--no-cache', { cache: false }],
    ['--cache-dir known', { cache: { folder: 'known' } }],
    ['--quiet', { quiet: true }],
    ['--no-color', { color: false }],
    ['--log-level debug', { logLevel: 'debug' }],
    ['-- --files', { paths: ['--files'] }],
    ['-- rules', { paths: ['rules'] }],
    ['./rules', { paths: ['./rules'] }],
    ['--include rules scan', { include: ['rules'] }],
  ])('reads: %s', (line, expected) => {
    expect(read(line)).toMatchObject({ kind: 'scan', ...expected });
  });

  it.each([
    ['explain kp1:01234567', { fingerprint: 'kp1:01234567', paths: [], target: 'auto', format: 'text' }],
    [
      'explain --history kp1:01234567 a b',
      { fingerprint: 'kp1:01234567', paths: ['a', 'b'], target: 'history' },
    ],
    [
      'explain 01234567 -c mine.yaml --rule x',
      { fingerprint: '01234567', config: 'mine.yaml', rules: ['x'] },
    ],
    ['explain -', { fingerprint: null, target: 'auto', paths: [] }],
    ['explain - -f json -c mine.yaml', { fingerprint: null, format: 'json', config: 'mine.yaml' }],
    ['-f json explain - --min-confidence low', { fingerprint: null, format: 'json', minConfidence: 'low' }],
  ])('reads: %s', (line, expected) => {
    expect(read(line)).toMatchObject({ kind: 'explain', ...expected });
  });

  it.each([
    ['baseline known.json', { file: 'known.json', paths: [], baseline: null, cache: 'git-folder' }],
    ['baseline known.json a b --files', { file: 'known.json', paths: ['a', 'b'], target: 'files' }],
    ['--quiet baseline --no-ignore x.json', { file: 'x.json', quiet: true, ignore: false }],
  ])('reads: %s', (line, expected) => {
    expect(read(line)).toMatchObject({ kind: 'baseline', ...expected });
  });

  it('takes a path that is nearly a command for a path when it exists', () => {
    expect(read('rule', ['rule'])).toMatchObject({ kind: 'scan', paths: ['rule'] });
  });

  it.each([
    ['--version', { kind: 'version' }],
    ['scan --version', { kind: 'version' }],
    ['--help', { kind: 'help', topic: 'overview' }],
    ['-h', { kind: 'help', topic: 'overview' }],
    ['scan --help', { kind: 'help', topic: 'scan' }],
    ['rules --help', { kind: 'help', topic: 'rules' }],
    ['rules list -h', { kind: 'help', topic: 'rules' }],
    ['help', { kind: 'help', topic: 'overview' }],
    ['help scan', { kind: 'help', topic: 'scan' }],
    ['help rules', { kind: 'help', topic: 'rules' }],
    ['explain --help', { kind: 'help', topic: 'explain' }],
    ['baseline --help', { kind: 'help', topic: 'baseline' }],
    ['help baseline', { kind: 'help', topic: 'baseline' }],
    [
      'hook run pre-commit -b known.json',
      { kind: 'hook-run', hook: 'pre-commit', args: [], baseline: 'known.json', color: true },
    ],
    ['help explain', { kind: 'help', topic: 'explain' }],
    ['explain --version', { kind: 'version' }],
    ['rules list', { kind: 'rules-list', config: null, format: 'text', color: true }],
    ['-f json rules list', { kind: 'rules-list', config: null, format: 'json', color: true }],
    ['rules show some-id', { kind: 'rules-show', config: null, id: 'some-id', format: 'text', color: true }],
    ['rules check', { kind: 'rules-check', config: null, files: [], format: 'text', color: true }],
    [
      'rules check a.yaml b.yaml --no-color',
      { kind: 'rules-check', config: null, files: ['a.yaml', 'b.yaml'], format: 'text', color: false },
    ],
  ])('reads: %s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each([
    ['--forma json', 'unknown option "--forma"; did you mean "--format"?'],
    ['--stagd', 'unknown option "--stagd"; did you mean "--staged"?'],
    ['--no-gitingore', 'unknown option "--no-gitingore"; did you mean "--no-gitignore"?'],
    ['--hist', 'unknown option "--hist"; did you mean "--history"?'],
    ['--xyzzy', 'unknown option "--xyzzy"'],
    ['--constructor', 'unknown option "--constructor"'],
    ['--config', '--config needs a value: FILE'],
    ['-c a.yaml -c b.yaml', '-c is given more than once'],
    [
      'rules check -c a.yaml b.yaml',
      '"keypetrel rules check --config FILE" takes nothing more, and "b.yaml" is more',
    ],
    ['--range a..b --staged', '--staged and --range exclude each other: choose one'],
    ['--range=', '--range needs a value that is not empty'],
    ['--since-commit a --all-objects', '--all-objects is about the history, which --since-commit leaves out'],
    ['-q', 'unknown option "-q"; did you mean "--quiet"?'],
    ['-z', 'unknown option "-z"'],
    ['rule list', 'there is neither a command nor a path "rule"; did you mean "rules"?'],
    ['scna', 'there is neither a command nor a path "scna"; did you mean "scan"?'],
    ['-f', `-f needs a value: one of ${FORMATS}`],
    ['--format', `--format needs a value: one of ${FORMATS}`],
    ['--format --quiet', `--format needs a value: one of ${FORMATS}`],
    ['-f xml', `--format: "xml" is not one of ${FORMATS}`],
    ['-f pdf', `--format: "pdf" is not one of ${FORMATS}`],
    ['-f jsom', `--format: "jsom" is not one of ${FORMATS}; did you mean "json"?`],
    ['-f json -f text', '-f is given more than once'],
    [
      '--min-confidence prooven',
      '--min-confidence: "prooven" is not one of low, medium, high or proven; did you mean "proven"?',
    ],
    ['--min-confidence', '--min-confidence needs a value: one of low, medium, high or proven'],
    ['--fail-on always', '--fail-on: "always" is not one of low, medium, high or proven'],
    ['--fail-on low', '--fail-on low needs --min-confidence low: what is not reported fails no scan'],
    ['--log-level loud', '--log-level: "loud" is not one of silent, warn, info or debug'],
    ['--ruleset', '--ruleset needs a value: one of core, azure or llm'],
    ['--ruleset lmm', '--ruleset: "lmm" is not one of core, azure or llm; did you mean "llm"?'],
    ['--ruleset core,llm', '--ruleset: "core,llm" is not one of core, azure or llm'],
    ['--jobs 0', '--jobs: "0" is not a whole number from 1 on'],
    ['--jobs many', '--jobs: "many" is not a whole number from 1 on'],
    ['--jobs', '--jobs needs a value: N'],
    ['--cache-dir=', '--cache-dir needs a value that is not empty'],
    ['--no-cache --cache-dir known', '--no-cache and --cache-dir exclude each other: choose one'],
    ['--include', '--include needs a value: GLOB'],
    ['--include=', '--include needs a value that is not empty'],
    ['--exclude -x', '--exclude needs a value: GLOB (a value that starts with "-" is written --exclude=-x)'],
    ['--quiet=yes', '--quiet takes no value'],
    ['-o report.json', '--output needs FORMAT=FILE, for example --output json=report.json'],
    ['-o report.jsonl', '--output needs FORMAT=FILE, for example --output jsonl=report.jsonl'],
    ['-o json', '--output needs FORMAT=FILE, for example --output json=report.json'],
    ['-o', '-o needs a value: FORMAT=FILE'],
    ['-o pdf=a.pdf', `--output: the format "pdf" is not one of ${FORMATS}`],
    ['-o json=', '--output needs the name of a file behind "json="'],
    ['-o json=-', '--output writes to a file; for standard output use --format json'],
    ['-o json=a -o text=a', '--output: two reports cannot go to the same file "a"'],
    ['--files --staged', '--files and --staged exclude each other: choose one'],
    ['--history --stdin', '--history and --stdin exclude each other: choose one'],
    ['--stdin a.txt', '--stdin takes no path, and "a.txt" is one'],
    ['--staged --all-objects', '--all-objects is about the history, which --staged leaves out'],
    [
      'explain',
      '"keypetrel explain" needs a fingerprint, as reports name it, or "-" for a text on standard input',
    ],
    ['explain - a.txt', '"keypetrel explain -" reads standard input and no path, and "a.txt" is one'],
    [
      'explain - --history',
      '"keypetrel explain -" reads standard input: options that say what to scan say nothing',
    ],
    [
      'explain - --exclude x',
      '"keypetrel explain -" reads standard input: options that say what to scan say nothing',
    ],
    ['explain kp1:0123 --files --staged', '--files and --staged exclude each other: choose one'],
    [
      'explain kp1:0123 --range a..b --since-commit a',
      '--range and --since-commit exclude each other: choose one',
    ],
    ['explain kp1:0123 -f jsonl', '--format: "jsonl" is not one of text or json; did you mean "json"?'],
    [
      'explain kp1:0123 --show-secrets',
      '--show-secrets is an option of "keypetrel scan", and not of this command',
    ],
    ['explian', 'there is neither a command nor a path "explian"; did you mean "explain"?'],
    ['rules', '"keypetrel rules" needs one of list, show or check'],
    ['rules lst', '"keypetrel rules" has list, show or check, not "lst"; did you mean "list"?'],
    [
      'rules zzz',
      '"keypetrel rules" has list, show or check, not "zzz" (to scan a folder of this name: keypetrel ./rules)',
    ],
    ['rules list x', '"keypetrel rules list" takes nothing more, and "x" is more'],
    ['rules show', '"rules show" needs the id of a rule; "keypetrel rules list" shows them'],
    ['rules list --staged', '--staged is an option of "keypetrel scan", and not of this command'],
    ['help hooks', 'there is no command "hooks"; did you mean "hook"?'],
    ['hook', '"keypetrel hook" needs one of install, uninstall, status or run'],
    [
      'hook instal',
      '"keypetrel hook" has install, uninstall, status or run, not "instal"; did you mean "install"?',
    ],
    ['hook run', '"keypetrel hook run" needs one of pre-commit or pre-push'],
    [
      'hook run pre-comit',
      'hook run: "pre-comit" is not one of pre-commit or pre-push; did you mean "pre-commit"?',
    ],
    ['hook status x', '"keypetrel hook status" takes nothing more, and "x" is more'],
    ['help rule', 'there is no command "rule"; did you mean "rules"?'],
  ])('refuses in one line: %s', (line, expected) => {
    expect(errorOf(line)).toBe(expected);
  });

  it('refuses an empty path', () => {
    expect(() => readArguments([''], () => false)).toThrow('a path is empty');
  });
});

describe('the help', () => {
  it.each(['overview', 'scan', 'baseline', 'explain', 'hook', 'rules'] as const)('on %s', async (topic) => {
    await expect(helpText(topic, 80)).toMatchFileSnapshot(`snapshots/help-${topic}.txt`);
  });

  it.each([40, 60, 80, 100, 300])('fits %i columns', (width) => {
    for (const topic of ['overview', 'scan', 'explain', 'rules'] as const) {
      const longest = Math.max(
        ...helpText(topic, width)
          .split('\n')
          .map((line) => line.length),
      );
      expect(longest).toBeLessThanOrEqual(Math.min(width, 100));
    }
  });

  it('names every option that there is, and no other', () => {
    for (const [topic, table] of [
      ['scan', SCAN_OPTIONS],
      ['explain', OPTION_TABLES.explain],
      ['rules', OPTION_TABLES.rules],
    ] as const) {
      const named = [...helpText(topic, 100).matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)/gm)].map(
        ([, name]) => name,
      );
      expect(named.sort()).toEqual(Object.keys(table).sort());
    }
  });
});
