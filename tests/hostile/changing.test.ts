/**
 * What is scanned changes meanwhile: before each git command the packs are replaced, or a branch and all that it held goes
 * away; and files, between the moment in which they are listed and that in which they are read.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import type { ProgramResult } from '../cli/support.ts';
import { GitRepo, neutralEnvironment, temporaryFolder } from '../support/git-repo.ts';
import { FaultyGit, REAL } from './faulty-git.ts';
import { keysIn, LOOSE, PAST, runMode, STAGED } from './modes.ts';

const program = inject('program');

/** `PAST` stays, `LOOSE` is on a branch that may go; with `STAGED` not yet committed. */
function changingRepository(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', { 'a.txt': 'a\n', 'past.env': `AZURE_OPENAI_API_KEY=${PAST}\n` });
  repo.commit('two', { 'past.env': 'nothing\n' });
  repo.git('checkout', '--quiet', '-b', 'goes');
  repo.commit('three', { 'loose.env': `AZURE_OPENAI_API_KEY=${LOOSE}\n` });
  repo.git('checkout', '--quiet', 'main');
  repo.git('gc', '--quiet');
  repo.write('staged.env', `AZURE_OPENAI_API_KEY=${STAGED}\n`);
  repo.git('add', 'staged.env');
  return repo;
}

function copyOf({ folder }: GitRepo): GitRepo {
  const copy = join(temporaryFolder(), 'repo');
  cpSync(folder, copy, { recursive: true });
  return new GitRepo(copy);
}

/** In the repository's folder, once, before a git command goes on. */
const onlyOnce = (change: string) => `mkdir "$FOLDER/first" 2>/dev/null && { ${change}; } >/dev/null 2>&1`;
const IDENTITY = '-c user.name=a -c user.email=a@example.com';
const CHANGES = {
  'all packs become one': `'${REAL}' repack -adfq`,
  'a branch goes, with all that it held': `'${REAL}' branch -qD goes; '${REAL}' reflog expire --expire=now --all; rm -f .git/ORIG_HEAD; '${REAL}' gc -q --prune=now`,
  'a commit comes': `'${REAL}' ${IDENTITY} commit -qm four`,
};

function outcomeOf({ code, stdout, stderr }: ProgramResult) {
  expect(stdout + stderr).not.toMatch(/^\s+at \S+ ?\(|internal error|this is a bug/im);
  if (stdout === '') {
    expect(code).toBe(2);
    return { found: [], complete: false };
  }
  const { coverage } = JSON.parse(stdout) as JsonReport;
  const found = keysIn(stdout);
  expect(code).toBe(found.length > 0 ? 1 : coverage.complete ? 0 : 3);
  return { found, complete: coverage.complete };
}

describe('a repository, before each git command', () => {
  test.each([
    ['history', ['--history'], ['all packs become one', 'a branch goes, with all that it held']],
    ['everything', [], ['a commit comes']],
  ] as const)('%s', async (_, options, changes) => {
    const args = [...options, '--no-cache', '--format', 'json'];
    const scan = (repo: GitRepo, git: FaultyGit) =>
      runMode(program, repo, { args: () => args, found: [], code: 1 }, { env: git.env });
    const healthy = new FaultyGit(null);
    const before = outcomeOf(await scan(changingRepository(), healthy));
    expect(before).toEqual({ found: [PAST, STAGED, LOOSE], complete: true });
    const template = changingRepository();
    const limit = pLimit(3);
    const starts = healthy.calls().filter((call) => !call.startsWith('rev-parse'));
    const runs = starts.flatMap((start) =>
      changes.map((name) =>
        limit(async () => {
          const git = new FaultyGit({ start: start.slice(0, 60).trim(), script: onlyOnce(CHANGES[name]) });
          const told = `${name} before git ${start.slice(0, 60)}`;
          const { found, complete } = outcomeOf(await scan(copyOf(template), git));
          expect.soft(git.hasFired, told).toBe(true);
          // What stays is found, whatever else happens, or the report says that it does not know.
          if (complete) expect.soft(found, told).toEqual(expect.arrayContaining([PAST, STAGED]));
          if (complete && !name.startsWith('a branch')) expect.soft(found, told).toContain(LOOSE);
        }),
      ),
    );
    await Promise.all(runs);
  });

  test('that is gone: exit 2 or 3, and no word of a bug', async () => {
    for (const start of ['ls-files --stage', 'rev-list --parents', 'for-each-ref']) {
      const repo = GitRepo.create();
      repo.commit('one', { 'a.txt': 'a\n' });
      const git = new FaultyGit({ start, script: onlyOnce(`rm -rf '${repo.folder}'`) });
      const args = ['--format', 'json', '--no-cache'];
      const result = await runMode(program, repo, { args: () => args, found: [], code: 3 }, { env: git.env });
      expect({ start, ...outcomeOf(result) }).toMatchObject({ start, complete: false });
    }
  });
});

test('a repository in which somebody works all the time', async () => {
  const repo = changingRepository();
  const work = `while :; do date >> b.txt; '${REAL}' ${IDENTITY} commit -qam x -- b.txt; '${REAL}' repack -dq; '${REAL}' gc -q --prune=now; done`;
  repo.write('b.txt', '');
  repo.git('add', 'b.txt');
  const worker = spawn('/bin/sh', ['-c', work], {
    cwd: repo.folder,
    env: neutralEnvironment(),
    stdio: 'ignore',
    detached: true,
  });
  onTestFinished(() => end(worker));
  for (let scans = 0; scans < 6; scans += 1) {
    const options = scans % 2 === 0 ? ['--history', '--no-cache'] : ['--history'];
    const args = [...options, '--format', 'json'];
    const outcome = outcomeOf(await runMode(program, repo, { args: () => args, found: [], code: 1 }));
    if (outcome.complete) expect(outcome.found).toEqual(expect.arrayContaining([PAST, STAGED, LOOSE]));
  }
});

describe('files, once they are listed', () => {
  const secret = `AZURE_OPENAI_API_KEY=${LOOSE}\n`;

  /** A file that leaks and one that is changed, in a repository and outside of one. */
  async function scanWhile(change: string, args: readonly string[] = []) {
    const repo = GitRepo.create();
    repo.commit('one', {
      'a.env': `AZURE_OPENAI_API_KEY=${PAST}\n`,
      'z.env': `AZURE_OPENAI_API_KEY=${STAGED}\n`,
    });
    const outside = join(temporaryFolder(), 'outside.env');
    writeFileSync(outside, secret);
    const script = `'${REAL}' "$@"; code=$?; ${onlyOnce(change.replaceAll('OUTSIDE', outside))}; exit $code`;
    const git = new FaultyGit({ start: 'ls-files --stage', script });
    const mode = { args: () => ['--files', ...args, '--format', 'json'], found: [], code: 1 };
    const result = await runMode(program, repo, mode, { env: git.env });
    const { coverage } = JSON.parse(result.stdout) as JsonReport;
    const skipped = coverage.skipped.map(({ reason, examples }) => `${reason} ${examples.join()}`);
    return { code: result.code, found: keysIn(result.stdout), skipped };
  }

  test.each<[string, string, string[], string[]]>([
    ['one that is removed', 'rm z.env', [PAST], []],
    ['one that is cut off', ': > z.env', [PAST], []],
    [
      'one that became a link out of the root',
      'rm z.env; ln -s OUTSIDE z.env',
      [PAST],
      ['symbolic-link z.env'],
    ],
    ['one that became a link to itself', 'rm z.env; ln -s z.env z.env', [PAST], ['symbolic-link z.env']],
    ['one that became a pipe', 'rm z.env; mkfifo z.env', [PAST], ['special-file z.env']],
    ['one that became a folder', 'rm z.env; mkdir z.env', [PAST], []],
    ['one that became another', 'cp OUTSIDE z.env', [PAST, LOOSE], []],
  ])('%s', async (_, change, found, skipped) => {
    for (const args of [[], ['--jobs', '4']])
      expect(await scanWhile(change, args)).toEqual({ code: 1, found, skipped });
  });

  test('one that grows all the time', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'a.env'), `AZURE_OPENAI_API_KEY=${PAST}\n`);
    const log = join(folder, 'logs/log.txt');
    const writer = spawn('/bin/sh', ['-c', `while :; do head -c 100000 /dev/zero; done >> '${log}'`], {
      stdio: 'ignore',
      detached: true,
    });
    onTestFinished(() => end(writer));
    while (!existsSync(log)) await new Promise((resolve) => setTimeout(resolve, 10));
    const repo = new GitRepo(folder);
    const args = ['--files', folder, '--format', 'json'];
    const outcome = outcomeOf(await runMode(program, repo, { args: () => args, found: [], code: 1 }));
    expect(outcome).toEqual({ found: [PAST], complete: true });
  });
});

/** With all that the shell has started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
