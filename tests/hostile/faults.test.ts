/** Where the program writes to breaks, or somebody ends it: no half of a file, one line that says so, no git that goes on. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { describe, expect, inject, test } from 'vitest';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import type { ProgramResult } from '../cli/support.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { FaultyGit, HANGS } from './faulty-git.ts';
import { keysIn, leakingRepository, type Mode, PAST, runMode } from './modes.ts';

const program = inject('program');

/** No stack, and nothing that says that a fault of the machine is a bug of ours. */
function expectPlainMessage({ stdout, stderr }: ProgramResult): void {
  expect(stdout + stderr).not.toMatch(/^\s+at \S+ ?\(|internal error|this is a bug/im);
}

/** The history has all that is found, so that what is known of it can be kept. */
function committedRepository(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('past', { 'past.env': `AZURE_OPENAI_API_KEY=${PAST}\n` });
  repo.commit('past is gone', { 'past.env': 'nothing\n' });
  return repo;
}

function shell(
  repo: GitRepo,
  text: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  return runMode(program, repo, { args: () => [], found: [], code: 1 }, { shell: text, env });
}

describe('a device that is full', () => {
  test('in each format, on standard output and as a file: one line and exit 2', async () => {
    const limit = pLimit(2);
    const repo = leakingRepository();
    const commands = [
      ...REPORT_FORMAT_NAMES.map((format) => `$KEYPETREL --no-cache --format ${format} > /dev/full`),
      ...['json', 'html'].map((format) => `$KEYPETREL --no-cache -o ${format}=/dev/full`),
    ];
    const results = await Promise.all(commands.map((command) => limit(() => shell(repo, command))));
    for (const [index, result] of results.entries()) {
      expect({ command: commands[index], code: result.code }).toEqual({ command: commands[index], code: 2 });
      expect(result.stderr).toMatch(/^keypetrel: .*ENOSPC.*$/m);
      expectPlainMessage(result);
    }
  });
});

const FILES = 'a limit on the size of files, which anybody may set';
const DISK = 'a file system without room, where the machine lets us mount one';
/** What the program is told then. */
const ERRORS: Readonly<Record<string, string>> = { [FILES]: 'EFBIG', [DISK]: 'ENOSPC' };

function mayMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', temporaryFolder()], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

describe.each([FILES, DISK])('a disk that is full: %s', (way) => {
  /** Runs a command; `left` is what its folder, in which a file `old` was, holds then. */
  async function run(
    command: (folder: string) => string,
  ): Promise<ProgramResult & { readonly left: string[] }> {
    const folder = temporaryFolder();
    const old = join(folder, 'old');
    const repo = committedRepository();
    if (way === FILES || !mayMount()) {
      writeFileSync(old, 'old');
      const result = await shell(repo, `ulimit -S -f 0; ${command(folder)}`);
      expect(readFileSync(old, 'utf8')).toBe('old');
      return { ...result, left: readdirSync(folder).filter((name) => name !== 'old') };
    }
    // Only the shell and what it starts see the file system.
    const left = join(temporaryFolder(), 'left');
    const script = `mount -t tmpfs -o size=16k,nr_inodes=20 tmpfs '${folder}'
printf old > '${old}'; cat /dev/zero > '${folder}/filler' 2>/dev/null
${command(folder)}; code=$?
cat '${old}' > "$LEFT.old"; ls -A '${folder}' > "$LEFT"; exit $code`;
    const result = await shell(repo, 'unshare --mount sh -c "$SCRIPT"', { LEFT: left, SCRIPT: script });
    expect(readFileSync(`${left}.old`, 'utf8')).toBe('old');
    const names = readFileSync(left, 'utf8').trim().split('\n');
    return { ...result, left: names.filter((name) => name !== 'old' && name !== 'filler') };
  }

  test.each([
    ['a new report', (folder: string) => `$KEYPETREL --no-cache -o html='${folder}/new.html'`],
    [
      'a report in the place of an old one',
      (folder: string) => `$KEYPETREL --no-cache -o html='${folder}/old'`,
    ],
    ['a new baseline', (folder: string) => `$KEYPETREL baseline --no-cache '${folder}/new.json'`],
  ])('%s: exit 2, one line, the old file or none', async (_, command) => {
    const result = await run(command);
    expect({ code: result.code, left: result.left }).toEqual({ code: 2, left: [] });
    const error = mayMount() ? ERRORS[way] : ERRORS[FILES];
    expect(result.stderr).toMatch(new RegExp(`^keypetrel: cannot write .*${error}.*\n$`));
    expectPlainMessage(result);
  });

  test('the cache: the scan is as it was, and nothing is left of the file', async () => {
    const { code, left, stdout, stderr } = await run(
      (folder) => `$KEYPETREL --cache-dir '${folder}' --log-level debug`,
    );
    expect({ code, left, found: keysIn(stdout) }).toEqual({ code: 1, left: [], found: [PAST] });
    expect(stderr).toMatch(/what is known of the history was not kept: (?:EFBIG|ENOSPC)/);
  });

  test('a hook: exit 2, and no half of it', async () => {
    const result = await run((folder) => `git config core.hooksPath '${folder}/'; $KEYPETREL hook install`);
    expect(result.code).toBe(2);
    expect(result.left.filter((name) => !name.startsWith('pre-'))).toEqual([]);
    expectPlainMessage(result);
  });
});

describe('a folder and files that may not be written', () => {
  test.each([
    ['a report', ['-o', 'json=FOLDER/report.json']],
    ['a baseline', ['baseline', 'FOLDER/known.json']],
  ])('%s in a folder that is read-only or none: exit 2 before anything is read', async (_, args) => {
    const folder = join(temporaryFolder(), 'none');
    const mode: Mode = { args: () => args.map((each) => each.replace('FOLDER', folder)), found: [], code: 2 };
    const result = await runMode(program, leakingRepository(), mode);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a cache in what is a file, a link, somebody else’s or a folder of the system: as without', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'mine');
    const places = [file, join(file, 'below'), '/proc/x', '/proc/self/x/y', '/dev/null', '/sys/keypetrel'];
    const repo = committedRepository();
    for (const place of places) {
      const mode: Mode = {
        args: () => ['--cache-dir', place, '--log-level', 'debug'],
        found: [PAST],
        code: 1,
      };
      const { code, stdout, stderr } = await runMode(program, repo, mode);
      expect({ place, code, found: keysIn(stdout) }).toEqual({ place, code: 1, found: mode.found });
      expect(stderr).toContain('what is known of the history was not kept');
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('a reader that has gone', () => {
  test('in each format: no word, and the same exit', async () => {
    const limit = pLimit(2);
    const repo = leakingRepository();
    const results = await Promise.all(
      REPORT_FORMAT_NAMES.map((format) =>
        limit(() => shell(repo, `{ $KEYPETREL --no-cache --format ${format}; echo "exit $?" >&2; } | true`)),
      ),
    );
    expect(results.map(({ stderr }) => stderr)).toEqual(REPORT_FORMAT_NAMES.map(() => 'exit 1\n'));
  });
});

describe('a signal', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s while a git hangs: its exit status, no part of a report or cache', async (signal, code) => {
    const repo = leakingRepository();
    const report = join(temporaryFolder(), 'report.json');
    const git = new FaultyGit({ start: 'for-each-ref --format=%(refname)$', script: HANGS });
    const mode: Mode = { args: () => ['--history', '-o', `json=${report}`], found: [], code };
    const result = await runMode(program, repo, mode, {
      env: git.env,
      signals: [signal],
      isReady: () => git.hasFired,
    });
    expect({ code: result.code, signal: result.signal }).toEqual({ code, signal: null });
    expectPlainMessage(result);
    expect(readdirSync(join(report, '..'))).toEqual([]);
    const cache = join(repo.folder, '.git/keypetrel');
    expect(existsSync(cache) ? readdirSync(cache).filter((name) => name.endsWith('.tmp')) : []).toEqual([]);
  });
});
