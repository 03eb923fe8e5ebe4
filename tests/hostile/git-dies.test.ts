/**
 * Each git command that the program starts dies, in each way in which one can: a scan that calls itself complete has found
 * everything all the same, and any other says what it is missing.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { describe, expect, inject, test } from 'vitest';
import type { JsonReport } from '../../src/report/json-model.ts';
import type { ProgramResult } from '../cli/support.ts';
import { type GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { faultRepository, NAMED } from './fault-repository.ts';
import { FAULTS, FaultyGit, isCallOf } from './faulty-git.ts';
import { type Mode, runMode } from './modes.ts';

const program = inject('program');

type DyingMode = Pick<Mode, 'args' | 'input'> & {
  /** Whether an earlier scan has left what it knows. */
  readonly isKnown?: boolean;
};

const MODES = {
  everything: { args: () => [] },
  files: { args: () => ['--files'] },
  staged: { args: () => ['--staged'] },
  history: { args: () => ['--history'] },
  'history, known but for one commit': { args: () => ['--history'], isKnown: true },
  'all objects': { args: () => ['--history', '--all-objects'] },
  range: { args: () => ['--range', 'main~3...v1'] },
  'range of ids': { args: () => ['--range', '-'], input: (repo) => `${repo.id('main~1')}\n` },
  'a path that is gone': { args: () => ['reflog.env'] },
} satisfies Record<string, DyingMode>;
type ModeName = keyof typeof MODES;

/** Every command that is started, by how its arguments start, and the modes in which it dies. */
const COMMANDS: Readonly<Record<string, readonly ModeName[]>> = {
  'rev-parse --default HEAD': ['staged', 'everything'],
  'rev-parse --quiet --verify --end-of-options main~3^{commit}': ['range'],
  'rev-parse --quiet --verify --end-of-options v1^{commit}': ['range'],
  'rev-parse --quiet --verify --end-of-options v1^{tag}': ['range'],
  'merge-base': ['range'],
  'config --local': ['range of ids'],
  'ls-files --stage': ['files', 'everything', 'history', 'a path that is gone'],
  'ls-files -z --full-name --others --exclude-standard': ['files', 'everything', 'history'],
  'ls-files -z --full-name --others --ignored': ['files'],
  'ls-tree -r': ['range of ids', 'everything', 'history'],
  'diff-index --cached': ['staged'],
  'rev-list --no-walk=unsorted --all': ['history', 'history, known but for one commit'],
  'rev-list --no-walk=unsorted --ignore-missing': ['all objects', 'history'],
  'rev-list --no-walk=unsorted --objects --filter': ['history, known but for one commit'],
  'rev-list --all --reflog --max-count=1': ['a path that is gone'],
  'rev-list --count': ['history, known but for one commit'],
  'rev-list --parents': ['range of ids', 'history'],
  'rev-list --objects': ['history, known but for one commit', 'all objects'],
  'for-each-ref --format=%(objectname)$': ['history', 'history, known but for one commit'],
  'for-each-ref --format=%(refname)$': ['history'],
  'for-each-ref --format=%(objectname) %(HEAD)': ['range of ids', 'history'],
  'cat-file --batch --buffer': [
    'staged',
    'range',
    'everything',
    'history',
    'history, known but for one commit',
  ],
  'cat-file --batch-all-objects': ['all objects'],
  'cat-file --batch-check=%(objectname) --buffer': ['range of ids', 'history'],
  'cat-file --batch-check=%(objectname) %(objecttype)': ['range of ids'],
  'log --walk-reflogs --no-color --format=%H %gD refs/stash': ['range of ids', 'history'],
  'log --walk-reflogs --no-color --format=%H %gD --all': ['history'],
  'log --no-walk': ['range of ids', 'history'],
  'log -z': ['range', 'history'],
  'diff-tree --stdin': ['range of ids', 'history, known but for one commit'],
  grep: ['history', 'everything'],
};

/** A folder with what a scan knew of the history before its last commit. */
async function knowledgeOf(repo: GitRepo, isLeaking: boolean): Promise<string> {
  const folder = join(temporaryFolder(), 'cache');
  // With a key in the name of a ref, or in an index alone, nothing would be remembered.
  if (isLeaking) repo.git('branch', '--quiet', '-D', NAMED);
  for (const place of ['.', '../other']) repo.git('-C', place, 'commit', '--quiet', '--message', 'staged');
  await runMode(program, repo, { args: () => ['--history', '--cache-dir', folder], found: [], code: 1 });
  repo.write('new.env', isLeaking ? `AZURE_OPENAI_API_KEY=${key('azure-openai-key', 20)}\n` : 'KEY=new\n');
  repo.git('add', 'new.env');
  repo.git('commit', '--quiet', '--message', 'new');
  return folder;
}

type FaultName = keyof typeof FAULTS;
const ALL_FAULTS = Object.keys(FAULTS) as FaultName[];
/** Which command dies, and how. */
type Death = { readonly start: string; readonly fault: FaultName };
type Run = (git: FaultyGit) => Promise<ProgramResult>;

async function prepare(mode: DyingMode, isLeaking: boolean): Promise<Run> {
  const repo = faultRepository(isLeaking);
  const known = mode.isKnown ? await knowledgeOf(repo, isLeaking) : null;
  return (git) => {
    const cache = join(temporaryFolder(), 'cache');
    if (known !== null) cpSync(known, cache, { recursive: true });
    const args = ['--cache-dir', cache, '--format', 'json'];
    const complete: Mode = { ...mode, args: (given) => [...mode.args(given), ...args], found: [], code: 1 };
    return runMode(program, repo, complete, { env: git.env });
  };
}

type Outcome = { readonly found: ReadonlySet<string>; readonly complete: boolean; readonly files: number };

/** What the report says was found and read; null where there is no report, only a message. */
function outcomeOf({ code, stdout, stderr }: ProgramResult): Outcome | null {
  // Neither a stack, nor a word that a fault of the machine is a bug of ours.
  expect(stdout + stderr).not.toMatch(/^\s+at \S+ ?\(|internal error|this is a bug/im);
  if (code === 2) {
    expect({ stdout, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', lines: 1 });
    return null;
  }
  const { credentials, coverage } = JSON.parse(stdout) as JsonReport;
  const found = new Set(credentials.map(({ fingerprint }) => fingerprint));
  expect(code).toBe(found.size > 0 ? 1 : coverage.complete ? 0 : 3);
  return { found, complete: coverage.complete, files: coverage.files.scanned };
}

describe.each(Object.keys(MODES) as ModeName[])('%s', (name) => {
  const starts = Object.keys(COMMANDS).filter((start) => COMMANDS[start]?.includes(name));

  test('with keys', async () => {
    const { run, before, calls } = await healthy(MODES[name], true);
    expect(before.found.size).toBeGreaterThan(0);
    expect(calls.filter((call) => !Object.keys(COMMANDS).some((start) => isCallOf(call, start)))).toEqual([]);
    const deaths = starts.flatMap((start) => {
      // In its further modes a command dies in one way only.
      const faults = COMMANDS[start]?.[0] === name ? ALL_FAULTS : ALL_FAULTS.slice(-1);
      return faults.map((fault) => ({ start, fault }));
    });
    await eachDies(run, deaths, before);
  });

  test('without any: the same ends with 3, in place of 1', async () => {
    const { run, before, calls } = await healthy(MODES[name], false);
    expect(before.found.size).toBe(0);
    // What only a finding starts is not started here.
    const started = starts.filter((start) => calls.some((call) => isCallOf(call, start)));
    await eachDies(
      run,
      started.map((start) => ({ start, fault: 'is killed in the middle' })),
      before,
    );
  });
});

async function healthy(mode: DyingMode, isLeaking: boolean) {
  const run = await prepare(mode, isLeaking);
  const git = new FaultyGit(null);
  const before = outcomeOf(await run(git));
  if (before?.complete !== true) throw new Error('the scan is not complete before anything dies');
  return { run, before, calls: git.calls() };
}

async function eachDies(run: Run, deaths: readonly Death[], before: Outcome): Promise<void> {
  const limit = pLimit(3);
  const runs = deaths.map(({ start, fault }) =>
    limit(async () => {
      const git = new FaultyGit({ start, script: FAULTS[fault] });
      const told = `git ${start} … ${fault}`;
      const outcome = outcomeOf(await run(git));
      expect.soft(git.hasFired, told).toBe(true);
      if (outcome?.complete !== true) return;
      const lost = [...before.found].filter((each) => !outcome.found.has(each));
      expect.soft({ lost, files: outcome.files }, told).toEqual({ lost: [], files: before.files });
    }),
  );
  await Promise.all(runs);
}
