import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { discoverRepository } from '../../src/git/repository.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

describe('discoverRepository', () => {
  test('a folder in no repository is none', async () => {
    expect(await discoverRepository(temporaryFolder())).toBeNull();
  });

  test('a new repository has no head', async () => {
    const repo = GitRepo.create();
    expect(await repo.discover()).toEqual({
      cwd: repo.folder,
      indexFile: null,
      workTree: repo.folder,
      gitDir: join(repo.folder, '.git'),
      commonDir: join(repo.folder, '.git'),
      bare: false,
      shallow: false,
      partialClone: false,
      objectFormat: 'sha1',
      head: null,
    });
  });

  test('an unborn branch beside one with commits has no head', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.git('checkout', '--quiet', '--orphan', 'empty');
    expect((await repo.discover()).head).toBeNull();
  });

  test('a subfolder, a file and a link to it lead to the top', async () => {
    const repo = GitRepo.create();
    const head = repo.commit('one', { 'deep/er/file.txt': 'a' });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(join(repo.folder, 'deep'), link);
    for (const path of [join(repo.folder, 'deep', 'er'), join(repo.folder, 'deep', 'er', 'file.txt'), link]) {
      expect(await discoverRepository(path)).toMatchObject({ workTree: repo.folder, cwd: repo.folder, head });
    }
  });

  test('a path inside .git has no work tree', async () => {
    const repo = GitRepo.create();
    const head = repo.commit('one', { a: 'a' });
    const gitDir = join(repo.folder, '.git');
    expect(await discoverRepository(join(gitDir, 'refs', 'heads'))).toMatchObject({
      workTree: null,
      cwd: gitDir,
      gitDir,
      bare: false,
      head,
    });
  });

  test('a bare repository', async () => {
    const repo = GitRepo.create('--bare');
    expect(await repo.discover()).toMatchObject({ bare: true, workTree: null, gitDir: repo.folder });
  });

  test('a worktree has its own git folder and shares the rest', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    const worktree = join(temporaryFolder(), 'other');
    repo.git('worktree', 'add', '--quiet', '--detach', worktree);
    expect(await discoverRepository(worktree)).toMatchObject({
      workTree: worktree,
      gitDir: join(repo.folder, '.git', 'worktrees', 'other'),
      commonDir: join(repo.folder, '.git'),
    });
  });

  test('a folder with a newline in its name', async () => {
    const repo = new GitRepo(join(temporaryFolder(), 'new\nline'));
    mkdirSync(repo.folder);
    repo.git('init', '--quiet');
    expect(await repo.discover()).toMatchObject({
      workTree: repo.folder,
      gitDir: join(repo.folder, '.git'),
      commonDir: join(repo.folder, '.git'),
    });
  });

  test.each([
    ['the id of a commit', `line\n${'0123456789'.repeat(4)}`],
    ['an answer of git', 'line\nfalse'],
    ['a newline at its end', 'line\n'],
  ])('a folder whose name ends like what git prints behind it: %s', async (_, name) => {
    const repo = new GitRepo(join(temporaryFolder(), name));
    mkdirSync(repo.folder);
    repo.git('init', '--quiet');
    expect(await repo.discover()).toMatchObject({ workTree: repo.folder, head: null });
    const head = repo.commit('one', { a: 'a' });
    expect(await repo.discover()).toMatchObject({ workTree: repo.folder, head });
    // Of three paths only that of the work tree has a newline here.
    const other = GitRepo.create();
    other.commit('one', { a: 'a' });
    const worktree = join(temporaryFolder(), name);
    other.git('worktree', 'add', '--quiet', '--detach', worktree);
    new GitRepo(worktree).git('checkout', '--quiet', '--orphan', 'empty');
    expect(await discoverRepository(worktree)).toMatchObject({ workTree: worktree, head: null });
  });

  test('a submodule is a repository of its own', async () => {
    const inner = GitRepo.create();
    const head = inner.commit('inner', { inner: 'inner' });
    const outer = GitRepo.create();
    outer.git('submodule', '--quiet', 'add', inner.folder, 'module');
    const repository = await discoverRepository(join(outer.folder, 'module'));
    expect(repository).toMatchObject({
      workTree: join(outer.folder, 'module'),
      gitDir: join(outer.folder, '.git', 'modules', 'module'),
      head,
    });
  });

  test('a .git file that leads nowhere is an error that says so', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.git'), 'gitdir: /nowhere/at/all\n');
    await expect(discoverRepository(folder)).rejects.toThrow(UserError);
    await expect(discoverRepository(folder)).rejects.toThrow(/names a git folder that is not there/);
  });

  test.each([
    ['shallow', ['--depth=1'], { shallow: true, partialClone: false }],
    ['partial', ['--filter=blob:none', '--no-checkout'], { shallow: false, partialClone: true }],
  ])('a %s clone', async (_, options, expected) => {
    const origin = GitRepo.create();
    origin.commit('one', { a: 'a' });
    origin.commit('two', { a: 'b' });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', ...options, `file://${origin.folder}`, clone);
    expect(await discoverRepository(clone)).toMatchObject(expected);
  });

  test('a partial clone without its configuration is still one', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.git('repack', '-adq');
    const [pack = ''] = repo.git('rev-parse', '--git-path', 'objects/pack').split('\n');
    writeFileSync(join(repo.folder, pack, 'pack-1234.promisor'), '');
    expect((await repo.discover()).partialClone).toBe(true);
  });

  test.each([
    ['remote.origin.promisor', 'true', true],
    ['remote.origin.PROMISOR', 'yes', true],
    ['remote.origin.promisor', 'false', false],
    ['remote.promisor.url', 'https://promisor.example', false],
    ['extensions.partialClone', 'origin', true],
  ])('the setting %s=%s', async (name, value, partialClone) => {
    const repo = GitRepo.create();
    repo.git('config', 'core.repositoryFormatVersion', '1');
    repo.git('config', name, value);
    expect((await repo.discover()).partialClone).toBe(partialClone);
  });

  test('SHA-256', async () => {
    const repo = GitRepo.create('--object-format=sha256');
    const head = repo.commit('one', { a: 'a' });
    expect(head).toHaveLength(64);
    expect(await repo.discover()).toMatchObject({ objectFormat: 'sha256', head });
  });

  test("a work tree that the repository's configuration puts elsewhere is not this one's", async () => {
    const repo = GitRepo.create();
    const elsewhere = temporaryFolder();
    repo.git('config', 'core.worktree', elsewhere);
    expect((await repo.discover()).workTree).not.toBe(elsewhere);
  });

  test('git missing on PATH is an error that says so', async () => {
    const repo = GitRepo.create();
    vi.stubEnv('PATH', temporaryFolder());
    try {
      await expect(repo.discover()).rejects.toThrow(/git was not found/);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('a repository of another user is an error that says what to do', async () => {
    // As root every owner can be had; as another user a git that says the same stands in for it.
    const repo = GitRepo.create();
    const bin = temporaryFolder();
    const message = `fatal: detected dubious ownership in repository at '${repo.folder}'`;
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "${message}" >&2\nexit 128\n`);
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', bin);
    try {
      await expect(repo.discover()).rejects.toThrow(/git does not trust .*safe\.directory/);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('a broken configuration is an error', async () => {
    const repo = GitRepo.create();
    writeFileSync(join(repo.folder, '.git', 'config'), '[core\n');
    await expect(repo.discover()).rejects.toThrow(/bad config/);
  });

  test('what looks like a repository without a HEAD is none', async () => {
    const repo = GitRepo.create();
    const copy = temporaryFolder();
    cpSync(join(repo.folder, '.git'), join(copy, '.git'), { recursive: true });
    rmSync(join(copy, '.git', 'HEAD'));
    expect(await discoverRepository(copy)).toBeNull();
    renameSync(join(copy, '.git'), join(copy, 'gone'));
    expect(await discoverRepository(copy)).toBeNull();
  });
});
