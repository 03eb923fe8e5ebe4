/** The real program on real repositories: each exit code, and each mistake with its one line. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import { listOf } from '../../src/suggest.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { keypetrel, scanToJson, skippedIn } from './program.ts';

const secret = key('azure-openai-key', 1);
const secretLine = `AZURE_OPENAI_API_KEY=${secret}\n`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = new GitRepo(temporaryFolder());
  for (const [path, content] of Object.entries(files)) folder.write(path, content);
  return folder.folder;
}

/** A repository with a key in its past, at `old/leak.env`. */
function repositoryWithPast(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', { 'old/leak.env': secretLine, 'new/file': 'nothing\n' });
  rmSync(join(repo.folder, 'old'), { recursive: true });
  repo.commit('two');
  return repo;
}

describe('what a scan looks at', () => {
  const kinds: [string, () => string, string, number, RegExp][] = [
    ['an empty folder', () => temporaryFolder(), '', 0, /^Nothing to scan/],
    ['a folder without a key', () => folderWith({ a: 'a' }), '', 0, /^No credentials found in 1 file \(/],
    ['a folder with a key', () => folderWith({ a: secretLine }), '', 1, /CRITICAL/],
    ['a file', () => join(folderWith({ 'a.env': secretLine }), 'a.env'), '', 1, /a\.env:1:22/],
    ['a repository without a commit', () => GitRepo.create().folder, '', 0, /^Nothing to scan/],
    [
      'what is staged for the first commit',
      () => {
        const repo = GitRepo.create();
        repo.write('a', secretLine);
        repo.git('add', '.');
        rmSync(join(repo.folder, 'a'));
        return repo.folder;
      },
      '',
      1,
      /staged/,
    ],
    [
      'a history',
      () => repositoryWithPast().folder,
      '',
      1,
      /old\/leak\.env:1:22 \(in commit [0-9a-f]{8}, not in HEAD\)/,
    ],
    ['its files only', () => repositoryWithPast().folder, '--files', 0, /^No credentials found in 1 file/],
    [
      'a bare repository',
      () => {
        const bare = join(temporaryFolder(), 'bare');
        repositoryWithPast().git('clone', '--quiet', '--bare', '.', bare);
        return bare;
      },
      '',
      1,
      /Exposure {4}pushed/,
    ],
    [
      'a worktree',
      () => {
        const worktree = join(temporaryFolder(), 'tree');
        repositoryWithPast().git('worktree', 'add', '--quiet', '--detach', worktree);
        return worktree;
      },
      '',
      1,
      /old\/leak\.env/,
    ],
  ];

  test.each(kinds)('%s', async (_, make, option, expectedCode, expected) => {
    const args = option === '' ? [make()] : [option, make()];
    const { code, stdout, stderr } = await keypetrel(args);
    expect({ code, stderr }).toEqual({ code: expectedCode, stderr: '' });
    expect(stdout).toMatch(expected);
    expect(stdout).not.toContain(secret);
    expect(stdout).not.toContain('\x1b');
  });
});

describe('a mistake: exit code 2 and one line', () => {
  const mistakes: [string, string][] = [
    ['nope', 'there is no file or folder "nope", and no commit has one'],
    ['--files nope', 'there is no file or folder "nope"'],
    ['file/nope', 'there is no file or folder "file/nope", and no commit has one'],
    ['--history ..', '--history needs a git repository, and "FOLDER" is in none'],
    ['--staged ..', '--staged needs a git repository, and "FOLDER" is in none'],
    ['scna', 'there is neither a command nor a path "scna"; did you mean "scan"?'],
    ['--histroy', 'unknown option "--histroy"; did you mean "--history"?'],
    ['--format jsno', `--format: "jsno" is not one of ${listOf(REPORT_FORMAT_NAMES)}; did you mean "json"?`],
    ['--files --staged', '--files and --staged exclude each other: choose one'],
    ['-o json', '--output needs FORMAT=FILE, for example --output json=report.json'],
    ['-o json=nope/report.json', 'cannot write a report to "nope/report.json": its folder does not exist'],
    ['-o json=/dev/full', 'cannot write the report "/dev/full": ENOSPC: no space left on device, write'],
    [
      '--include [',
      '--include: "[" is no glob: the bracket is not closed (a "[" in a name is written "\\[")',
    ],
    ['--exclude a\\', '--exclude: "a\\" is no glob: it ends with "\\", behind which something has to stand'],
    ['--rule openai-key --disable-rule openai-key', 'no rule is left to look for: every one is turned off'],
    ['--rule azure-openai-ke', 'there is no rule "azure-openai-ke"; did you mean "azure-openai-key"?'],
    ['--jobs 0', '--jobs: "0" is not a whole number from 1 on'],
  ];

  test.each(mistakes)('keypetrel %s', async (line, message) => {
    const repo = GitRepo.create();
    repo.commit('one', { file: 'nothing\n' });
    const { code, stdout, stderr } = await keypetrel(line.split(' '), { cwd: repo.folder });
    const parent = join(repo.folder, '..');
    expect({ code, stderr: stderr.replaceAll(parent, 'FOLDER') }).toEqual({
      code: 2,
      stderr: `keypetrel: ${message}\n`,
    });
    // A report that cannot be written to a file is there on standard output.
    if (!line.includes('/dev/full')) expect(stdout).toBe('');
  });

  test('keypetrel --stdin < folder', async () => {
    const { code, stderr } = await keypetrel([], { shell: '$KEYPETREL --stdin < /' });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'keypetrel: standard input is a folder: name it as a path to scan it\n',
    });
  });
});

describe('paths', () => {
  test('one that only the history has', async () => {
    const repo = repositoryWithPast();
    repo.commit('other', { 'other/leak.env': `${key('openai-project-key', 1)}\n` });
    rmSync(join(repo.folder, 'other'), { recursive: true });
    repo.commit('gone');
    for (const path of ['old', 'old/leak.env', join(repo.folder, 'old')]) {
      for (const mode of [[], ['--history']]) {
        const { code, report } = await scanToJson([...mode, path], { cwd: repo.folder });
        expect(code).toBe(1);
        expect(report.credentials.map(({ occurrences }) => occurrences[0]?.path)).toEqual(['old/leak.env']);
      }
    }
    const elsewhere = await scanToJson(['new'], { cwd: repo.folder });
    expect(elsewhere.code).toBe(0);
    const outer = await scanToJson([join(repo.folder, 'old')], { cwd: temporaryFolder() });
    expect(outer.code).toBe(1);
  });

  test('one of a branch that a merge did not take', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { 'side.env': secretLine });
    repo.git('checkout', '--quiet', 'main');
    repo.git('merge', '--quiet', '--strategy=ours', '--no-edit', 'side');
    repo.git('branch', '--quiet', '-D', 'side');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    expect((await keypetrel(['side.env'], { cwd: repo.folder })).code).toBe(1);
  });

  test('one in a bare repository', async () => {
    const bare = new GitRepo(join(temporaryFolder(), 'bare'));
    repositoryWithPast().git('clone', '--quiet', '--bare', '.', bare.folder);
    expect((await keypetrel(['old'], { cwd: bare.folder })).code).toBe(1);
    expect((await keypetrel(['new'], { cwd: bare.folder })).code).toBe(0);
    expect((await keypetrel([join(bare.folder, 'old')])).code).toBe(1);
    const { code, stderr } = await keypetrel(['nope'], { cwd: bare.folder });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'keypetrel: there is no file or folder "nope", and no commit has one\n',
    });
  });

  test('one that is only staged', async () => {
    const repo = GitRepo.create();
    repo.write('staged.env', secretLine);
    repo.git('add', '.');
    rmSync(join(repo.folder, 'staged.env'));
    for (const args of [['staged.env'], ['--staged', 'staged.env']])
      expect((await keypetrel(args, { cwd: repo.folder })).code).toBe(1);
  });
});

describe('what was left out is told', () => {
  test('each path once', async () => {
    const inner = GitRepo.create();
    inner.commit('inner', { a: 'a' });
    const repo = GitRepo.create();
    repo.git('submodule', '--quiet', 'add', inner.folder, 'sub');
    repo.commit('one', { 'x.lock': 'x' });
    repo.git('submodule', '--quiet', 'deinit', '--force', 'sub');
    const { code, report } = await scanToJson(['--exclude', '*.lock', repo.folder]);
    expect(code).toBe(0);
    expect(report.coverage.skipped).toEqual([
      { reason: 'excluded', count: 1, examples: ['x.lock'] },
      { reason: 'submodule', count: 1, examples: ['sub'] },
    ]);
  });

  test('a key in a file that git ignores', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { '.gitignore': '.env\nbuild/\n' });
    repo.write('.env', secretLine);
    repo.write('build/out/a', 'a');
    const { code, stdout } = await keypetrel([repo.folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('Left out    2 ignored paths (.env, build/; --no-gitignore scans them as well)');
    expect((await keypetrel(['--no-gitignore', repo.folder])).code).toBe(1);
    expect((await keypetrel([join(repo.folder, '.env')])).code).toBe(1);
  });

  test('repositories in a folder that is none', async () => {
    const repo = repositoryWithPast();
    const parent = join(repo.folder, '..');
    const { code, stdout } = await keypetrel([parent]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 repository whose history was not read (repo/; scan them by name)');
    expect((await keypetrel([parent, repo.folder])).code).toBe(1);
  });
});

describe('repositories within a repository', () => {
  test('are scanned as ones of their own, by their place in the outer one', async () => {
    const outer = GitRepo.create();
    outer.commit('one', { a: 'a' });
    const nested = new GitRepo(join(outer.folder, 'tools/nested'));
    mkdirSync(nested.folder, { recursive: true });
    nested.git('init', '--quiet', '--initial-branch=main');
    nested.commit('one', { 'leak.env': secretLine });
    rmSync(join(nested.folder, 'leak.env'));
    nested.commit('two', { '.gitignore': 'ignored\n' });
    nested.write('ignored', 'i');
    const innermost = new GitRepo(join(nested.folder, 'deep/er'));
    mkdirSync(innermost.folder, { recursive: true });
    innermost.git('init', '--quiet', '--initial-branch=main');
    innermost.commit('one', { 'other.env': `${key('openai-project-key', 1)}\n` });
    const placesOf = async (...args: string[]) => {
      const { report } = await scanToJson(args);
      return report.credentials.map(({ occurrences }) => occurrences[0]?.path).sort();
    };
    const both = ['tools/nested/deep/er/other.env', 'tools/nested/leak.env'];
    expect(await placesOf(outer.folder)).toEqual(both);
    expect(await placesOf('--history', outer.folder)).toEqual(both);
    expect(await placesOf('--files', outer.folder)).toEqual(both.slice(0, 1));
    expect(await placesOf('--staged', outer.folder)).toEqual([]);
    expect(await placesOf('--exclude', 'tools/nested/deep', outer.folder)).toEqual(both.slice(1));
    expect(await placesOf(join(outer.folder, 'tools'))).toEqual(both);
    expect(await placesOf(nested.folder)).toEqual(['deep/er/other.env', 'leak.env']);
    const { report } = await scanToJson([outer.folder]);
    expect(skippedIn(report)).toEqual(['ignored: tools/nested/ignored']);
  });

  test('a worktree in the work tree: its files, and the history once', async () => {
    const repo = repositoryWithPast();
    repo.git('worktree', 'add', '--quiet', '--detach', join(repo.folder, '.trees/one'));
    writeFileSync(join(repo.folder, '.trees/one/untracked.env'), `${key('openai-project-key', 1)}\n`);
    const { report } = await scanToJson([repo.folder]);
    expect(report.credentials.map(({ occurrences }) => occurrences.map(({ path }) => path)).sort()).toEqual([
      ['.trees/one/untracked.env'],
      ['old/leak.env'],
    ]);
    expect(report.coverage.commits).toBe(2);
  });

  test('one of another user, and one behind a link', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    mkdirSync(join(repo.folder, 'sub'));
    writeFileSync(join(repo.folder, 'sub/.git'), 'gitdir: ../nowhere\n');
    writeFileSync(join(repo.folder, 'sub/leak.env'), secretLine);
    const { code, report } = await scanToJson([repo.folder]);
    expect(report.coverage.complete).toBe(false);
    expect(skippedIn(report).join()).toMatch(/^unreadable: sub: the \.git file of .* names a git folder/);
    expect(code).toBe(1);
  });
});

describe('no terminal', () => {
  test.each([
    ['text', 'head -c 10'],
    ['json', 'head -c 10'],
    ['text', 'true'],
  ])('a reader of %s that goes early (%s) changes no exit code', async (format, reader) => {
    const repo = repositoryWithPast();
    const { stderr } = await keypetrel([], {
      shell: `{ $KEYPETREL --format ${format} ${repo.folder}; echo "code $?" >&2; } | ${reader}`,
    });
    expect(stderr).toBe('code 1\n');
  });

  test('nothing to read, and nowhere to write', async () => {
    const repo = repositoryWithPast();
    const { stderr } = await keypetrel([], {
      shell: `$KEYPETREL ${repo.folder} <&- >&-; echo "code $?" >&2`,
    });
    expect(stderr).toMatch(/code [12]\n$/);
  });
});

describe('a scan that is interrupted', () => {
  /** A git that never ends its walk of the history, and says that it has begun. */
  function slowGit(): { readonly path: string; readonly started: string } {
    const folder = temporaryFolder();
    const started = join(folder, 'started');
    const script = `#!/bin/sh
case "$*" in *rev-list*--parents*) echo $$ > ${started}; echo started >&2; exec sleep 60;; esac
PATH=\${PATH#*:} exec git "$@"
`;
    writeFileSync(join(folder, 'git'), script, { mode: 0o755 });
    return { path: `${folder}:${process.env['PATH']}`, started };
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends git, leaves no report, and says so in the exit code', async (signal, expectedCode) => {
    const repo = repositoryWithPast();
    const { path, started } = slowGit();
    const reports = temporaryFolder();
    const begin = performance.now();
    const running = keypetrel(['-o', `json=${join(reports, 'r.json')}`, repo.folder], {
      env: { PATH: path },
      signals: [signal],
      isReady: () => existsSync(started) && readFileSync(started, 'utf8') !== '',
    });
    const { code, stdout } = await running;
    expect({ code, stdout }).toEqual({ code: expectedCode, stdout: '' });
    expect(performance.now() - begin).toBeLessThan(30_000);
    expect(readdirSync(reports)).toEqual([]);
    const child = Number(readFileSync(started, 'utf8'));
    expect(() => process.kill(child, 0)).toThrow('ESRCH');
  });
});
