import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverRepository } from '../../src/git/repository.ts';
import { indexSource } from '../../src/sources/index-source.ts';
import { stdinSource } from '../../src/sources/stdin.ts';
import { collect } from '../support/collect.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

async function readIndex(repo: GitRepo, options = {}) {
  const { contents, coverage } = await collect(
    indexSource({ repository: await repo.discover(), ...options }),
  );
  const staged = contents.map(
    ({ origin, text }) => `${origin.kind === 'index' ? origin.path : '?'}: ${text}`,
  );
  return { staged: staged.sort(), coverage };
}

describe('indexSource', () => {
  test('reads what is staged, not what is in the file', async () => {
    const repo = GitRepo.create();
    repo.write('a', 'staged');
    repo.write('new\nline', 'staged');
    repo.git('add', '.');
    repo.write('a', 'changed');
    const { staged, coverage } = await readIndex(repo);
    expect(staged).toEqual(['a: staged', 'new\nline: staged']);
    expect(coverage.objects.scanned).toBe(1);
  });

  test('all sides of a conflict', async () => {
    const repo = GitRepo.create();
    repo.commit('base', { a: 'base' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { a: 'side' });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('main', { a: 'main' });
    repo.tryGit('merge', '--quiet', 'side');
    expect((await readIndex(repo)).staged).toEqual(['a: base', 'a: main', 'a: side']);
  });

  test('counts what it does not read', async () => {
    const inner = GitRepo.create();
    inner.commit('inner', { inner: 'inner' });
    const repo = GitRepo.create();
    repo.commit('one', { gone: 'gone', known: 'known', 'x.lock': 'lock' });
    repo.git('submodule', '--quiet', 'add', inner.folder, 'module');
    repo.git('rm', '--quiet', '--cached', '.gitmodules');
    const known = repo.id('HEAD:known');
    const gone = repo.id('HEAD:gone');
    rmSync(repo.looseFile(gone));
    const options = { skip: (oid: string) => oid === known, exclude: ['*.lock'] };
    const { staged, coverage } = await readIndex(repo, options);
    expect(staged).toEqual([]);
    expect(coverage.objects.fromCache).toBe(0);
    // A submodule has its content in a repository of its own.
    expect(coverage.skipped()).toEqual([
      { reason: 'excluded', count: 1, examples: ['x.lock'] },
      { reason: 'missing-object', count: 1, examples: [gone] },
    ]);
  });

  test('another index, as a hook gets it', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    const indexFile = join(temporaryFolder(), 'index');
    cpSync(join(repo.folder, '.git', 'index'), indexFile);
    repo.commit('two', { b: 'b' });
    const repository = await discoverRepository(repo.folder, { indexFile });
    if (repository === null) throw new Error('no repository');
    const { contents } = await collect(indexSource({ repository }));
    expect(contents.map(({ text }) => text)).toEqual(['a']);
  });
});

describe('stdinSource', () => {
  test.each([[0], [5], [20 * 1024 * 1024]])('%d bytes', async (size) => {
    const whole = Buffer.alloc(size, 'line\n');
    async function* input() {
      for (let at = 0; at < size; at += 65_536) yield whole.subarray(at, at + 65_536);
    }
    const { contents, coverage } = await collect(stdinSource(input()));
    expect(contents.map(({ text }) => text)).toHaveLength(1);
    expect(contents[0]?.text === whole.toString()).toBe(true);
    expect(coverage.files).toEqual({ scanned: 1, bytes: size });
  });
});
