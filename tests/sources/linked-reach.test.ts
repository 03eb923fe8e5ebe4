import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { createScreen } from '../../src/detect/screen.ts';
import { NEXT_BATCH } from '../../src/git/pack/pack-work.ts';
import { discoverRepository } from '../../src/git/repository.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { type HistoryOptions, historySource } from '../../src/sources/history.ts';
import type { StartWorkers } from '../../src/sources/history-options.ts';
import { engine } from '../support/engine.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const screen = createScreen(builtinRules());
const OPENAI = (number: number) => `AZURE_OPENAI_KEY=${key('azure-openai-key', number)}\n`;

/** What a scan of a history counts, and all in which it finds something, with where. */
async function readHistory(folder: string, options: Partial<HistoryOptions>) {
  const repository = await discoverRepository(folder);
  if (repository === null) throw new Error('no repository');
  const coverage = new Coverage();
  const found = new Set<string>();
  let emitted = 0;
  const source = historySource({ repository, ...options });
  await source(({ origin, bytes }) => {
    emitted += 1;
    // git's walk gives a tag its name, which is no path.
    const isTag = origin.kind === 'object' && origin.type === 'tag';
    const path = 'path' in origin && !isTag ? (origin.path ?? '') : '';
    if (detect(engine, bytes, path).length === 0) return;
    const isName = 'isName' in origin;
    found.add('oid' in origin ? `${origin.oid} ${path} ${isName}` : JSON.stringify(origin));
  }, coverage);
  const { objects, commits } = coverage;
  return { told: { found: [...found].sort(), objects, commits, skipped: coverage.skipped() }, emitted };
}

/** Reads a history by what its packs name and with git's walk. @returns how often it was the former, and what is told. */
async function readBothWays(folder: string) {
  let linked = 0;
  const fast = await readHistory(folder, { screen, onLinked: () => (linked += 1) });
  const reference = await readHistory(folder, {});
  expect(fast.told).toEqual(reference.told);
  return { ...fast, linked, all: reference.emitted };
}

/** Files enough for git to store a folder as what it changed. */
function wideFolder(number: number): Record<string, string> {
  const files = Array.from({ length: 40 }, (_, n) => [`many/file-of-no-interest-${n}`, `${number} ${n}\n`]);
  return Object.fromEntries(files);
}

function repositoryWithDeltas(): GitRepo {
  const repo = GitRepo.create();
  repo.git('config', 'core.logAllRefUpdates', 'always');
  repo.commit('first', { ...wideFolder(0), 'a.env': OPENAI(1) });
  for (const n of [1, 2, 3, 4])
    repo.commit(`change ${n}`, { [`many/file-of-no-interest-${n}`]: `new ${n}\n` });
  repo.git('repack', '-a', '-d', '-q', '--depth=50');
  return repo;
}

/** Leaves what no ref names unreachable. */
function forget(repo: GitRepo): void {
  repo.git('reflog', 'expire', '--expire=now', '--all');
  rmSync(join(repo.folder, '.git', 'ORIG_HEAD'), { force: true });
}

describe('with any repository', () => {
  type Step = (repo: GitRepo, number: number) => void;
  const folder = (number: number) => `many/file-of-no-interest-${number}`;
  const worktree = (repo: GitRepo, number: number) =>
    new GitRepo(join(repo.folder, '..', `tree${number % 2}`));
  const steps: Readonly<Record<string, Step>> = {
    key: (repo, number) => void repo.commit('key', { [folder(number)]: OPENAI(number) }),
    copy: (repo, number) =>
      void repo.commit('copy', { [`b/${number}`]: OPENAI(1), [`a/${number}`]: OPENAI(1) }),
    nothing: (repo, number) => void repo.commit('nothing', { [folder(number)]: `line ${number}\n` }),
    message: (repo, number) => void repo.commit(OPENAI(number)),
    name: (repo, number) => void repo.commit('name', { [`many/${key('azure-openai-key', number)}`]: '' }),
    branch: (repo, number) => repo.tryGit('checkout', '--quiet', '-B', `topic${number % 3}`),
    main: (repo) => repo.tryGit('checkout', '--quiet', '-f', 'main'),
    merge: (repo, number) => {
      repo.tryGit('merge', '--quiet', '--no-edit', `topic${number % 3}`);
      repo.commit('resolved');
    },
    pick: (repo, number) => {
      repo.tryGit('cherry-pick', `topic${number % 3}`);
      repo.commit('picked');
    },
    drop: (repo, number) => repo.tryGit('branch', '--quiet', '-D', `topic${number % 3}`),
    reset: (repo) => repo.tryGit('reset', '--quiet', '--hard', 'HEAD~1'),
    tag: (repo, number) => repo.git('tag', '-f', '-a', '-m', OPENAI(number), `v${number % 2}`),
    tagOfTag: (repo, number) =>
      repo.tryGit('tag', '-f', '-a', '-m', OPENAI(number), 'nested', `v${number % 2}`),
    tagOfBlob: (repo, number) => repo.git('tag', '-f', `blob${number % 2}`, repo.blob(OPENAI(number + 20))),
    tagOfTree: (repo, number) => {
      repo.write('staged-only', OPENAI(number + 40));
      repo.git('add', '--all');
      repo.git('tag', '-f', '-a', '-m', 'tree', `tree${number % 2}`, repo.git('write-tree'));
    },
    remoteTag: (repo, number) =>
      repo.tryGit('update-ref', '-m', 'fetch', 'refs/remotes/origin/tags/v', `v${number % 2}`),
    untag: (repo, number) => repo.tryGit('tag', '--delete', repo.git('tag').split('\n')[number] ?? ''),
    stage: (repo, number) => {
      repo.write(`staged/${number}`, OPENAI(number + 60));
      repo.git('add', '--all');
    },
    stash: (repo) => repo.tryGit('stash'),
    unreachable: (repo, number) => void repo.blob(OPENAI(number + 80)),
    worktree: (repo, number) => {
      repo.tryGit('worktree', 'add', '--quiet', '-f', '--detach', worktree(repo, number).folder);
      const other = worktree(repo, number);
      other.commit('elsewhere', { 'b.env': OPENAI(number + 10) });
      other.write('c.env', OPENAI(number + 30));
      other.git('add', '--all');
    },
    forget,
    lose: (repo, number) => {
      repo.commit('lost', { [folder(number)]: OPENAI(number) });
      repo.git('repack', '-a', '-d', '-q', '-f', '--keep-unreachable', '--depth=50');
      repo.git('reset', '--quiet', '--hard', 'HEAD~1');
      forget(repo);
    },
    gc: (repo) => repo.git('gc', '--quiet', '--prune=now'),
    gcOnly: (repo) => repo.git('gc', '--quiet', '--prune=never'),
    pack: (repo) => repo.git('repack', '-d', '-q'),
    packTwice: (repo) => repo.git('repack', '-a', '-q', '-f'),
    packAll: (repo) => repo.git('repack', '-a', '-d', '-q', '--keep-unreachable', '--depth=50'),
  };

  test('what is reached is what git reaches, at the same paths', async () => {
    let letThrough = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.integer({ min: 1, max: 9 })), {
          minLength: 5,
          maxLength: 16,
        }),
        async (taken) => {
          const repo = repositoryWithDeltas();
          for (const [name, number] of taken) steps[name]?.(repo, number);
          const read = await readBothWays(repo.folder);
          expect(read.linked).toBe(1);
          letThrough += read.emitted;
          all += read.all;
        },
      ),
      { numRuns: 25 },
    );
    // Otherwise it would be the reference twice.
    expect(letThrough).toBeLessThan(all);
  }, 120_000);
});

describe('what is not reached is not read, and what is reached only in passing is', () => {
  const cases: readonly [name: string, prepare: (repo: GitRepo) => void, found: number][] = [
    [
      'a pack with trees of commits that are gone',
      (repo) => {
        repo.commit('gone', { 'many/file-of-no-interest-9': OPENAI(2) });
        repo.git('repack', '-a', '-d', '-q', '-f', '--depth=50');
        repo.git('reset', '--quiet', '--hard', 'HEAD~1');
        forget(repo);
      },
      1,
    ],
    [
      'trees that are gone in a pack, of objects that lie twice',
      (repo) => {
        repo.commit('two', { 'many/file-of-no-interest-8': OPENAI(3) });
        repo.git('repack', '-a', '-q', '-f', '--depth=50');
        repo.commit('gone', { 'many/file-of-no-interest-9': OPENAI(2) });
        repo.git('repack', '-a', '-q', '-f', '--depth=50');
        repo.git('reset', '--quiet', '--hard', 'HEAD~1');
        forget(repo);
      },
      2,
    ],
    [
      'a tag that only the reflog of a tag has',
      (repo) => {
        repo.git('tag', '-a', '-m', OPENAI(2), 'v1');
        repo.git('tag', '-f', '-a', '-m', 'none', 'v1');
      },
      2,
    ],
    [
      'a tag that only the reflog of a remote has',
      (repo) => {
        repo.git('tag', '-a', '-m', OPENAI(2), 'v1');
        repo.git('update-ref', '-m', 'fetch', 'refs/remotes/origin/tags/v1', 'v1');
        repo.git('tag', '-f', '-a', '-m', 'none', 'v1');
        repo.git('update-ref', '-m', 'fetch', 'refs/remotes/origin/tags/v1', 'v1');
        rmSync(join(repo.folder, '.git', 'logs', 'refs', 'tags'), { recursive: true });
      },
      2,
    ],
    [
      'a reflog that names what has been pruned, which git passes over',
      (repo) => {
        const blob = repo.blob(OPENAI(2));
        repo.git('update-ref', 'refs/odd/blob', blob);
        repo.git('update-ref', 'refs/odd/blob', repo.blob('none'));
        rmSync(repo.looseFile(blob));
      },
      1,
    ],
    [
      'one side of a conflict that the index remembers to undo its resolution',
      (repo) => {
        repo.git('checkout', '--quiet', '-b', 'topic');
        repo.commit('theirs', { 'a.env': OPENAI(2) });
        repo.git('checkout', '--quiet', 'main');
        repo.commit('ours', { 'a.env': OPENAI(3) });
        repo.tryGit('merge', 'topic');
        repo.write('a.env', OPENAI(4));
        repo.git('add', 'a.env');
        rmSync(join(repo.folder, '.git', 'MERGE_HEAD'));
        repo.git('branch', '-D', 'topic');
        forget(repo);
      },
      4,
    ],
  ];

  it.each(cases)('%s', async (_, prepare, found) => {
    const repo = repositoryWithDeltas();
    prepare(repo);
    const { linked, told } = await readBothWays(repo.folder);
    expect(told.found).toHaveLength(found);
    expect(linked).toBe(1);
  });

  it('is found out by git when a thread dies that reads trees again', async () => {
    const repo = repositoryWithDeltas();
    repo.commit('gone', { 'many/file-of-no-interest-9': OPENAI(2) });
    repo.git('repack', '-a', '-d', '-q', '-f', '--depth=50');
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    forget(repo);
    let deaths = 0;
    const startWorkers: StartWorkers = ({ reached, batches, counters }) => {
      if (reached === null) return null;
      deaths += 1;
      Atomics.store(new Int32Array(counters), NEXT_BATCH, batches.length);
      return Promise.resolve([]);
    };
    const onLinked = vi.fn();
    const fast = await readHistory(repo.folder, { screen, startWorkers, onLinked });
    expect(fast.told).toEqual((await readHistory(repo.folder, {})).told);
    expect(deaths).toBe(1);
    expect(onLinked).not.toHaveBeenCalled();
  });
});

describe('git is asked where it is not known what objects name', () => {
  const cases: readonly [name: string, prepare: (repo: GitRepo) => void][] = [
    ['a blob is gone', (repo) => rmSync(repo.looseFile(repo.id('HEAD:b.env')))],
    ['a tree is gone', (repo) => rmSync(repo.looseFile(repo.id('HEAD:folder')))],
    ['a commit is gone', (repo) => rmSync(repo.looseFile(repo.id('HEAD~1')))],
    ['the object of a tag is gone', (repo) => rmSync(repo.looseFile(repo.id('v1')))],
    [
      'a tree is cut off',
      (repo) => {
        const file = repo.looseFile(repo.id('HEAD:folder'));
        chmodSync(file, 0o644);
        writeFileSync(file, deflateSync('tree 10\x00100644 a\x00xx'));
      },
    ],
    [
      'another repository lends objects',
      (repo) => {
        const lender = join(repo.folder, '..', 'lender');
        repo.git('clone', '--quiet', '--bare', repo.folder, lender);
        repo.write('.git/objects/info/alternates', `${lender}/objects\n`);
        repo.git('repack', '-a', '-d', '-l', '-q');
      },
    ],
    [
      'a pack is one of what nothing reaches',
      (repo) => {
        repo.git('reset', '--quiet', '--hard', 'HEAD~1');
        forget(repo);
        repo.git('gc', '--quiet', '--cruft', '--prune=never');
      },
    ],
  ];

  it.each(cases)('%s', async (_, prepare) => {
    const repo = repositoryWithDeltas();
    repo.commit('two', { 'b.env': OPENAI(2), 'folder/c.env': OPENAI(3) });
    repo.git('tag', '-a', '-m', OPENAI(4), 'v1');
    repo.commit('three', { 'd.env': OPENAI(5) });
    prepare(repo);
    const { linked, told } = await readBothWays(repo.folder);
    expect(told.found.length).toBeGreaterThan(2);
    expect(linked).toBe(0);
  });
});
