import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitEnvironment } from '../../src/git/environment.ts';
import { gitExecutable } from '../../src/git/executable.ts';
import { GitError } from '../../src/git/git-error.ts';
import { runGit } from '../../src/git/process.ts';
import { traceObjects } from '../../src/git/provenance.ts';
import { fileSource } from '../../src/sources/files.ts';
import { historySource } from '../../src/sources/history.ts';
import { indexSource } from '../../src/sources/index-source.ts';
import { collect } from '../support/collect.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

/** Scans everything and traces every blob. */
async function scanAll(repo: GitRepo): Promise<void> {
  const repository = await repo.discover();
  await collect(fileSource({ root: repo.folder, repository, gitignore: false }));
  await collect(indexSource({ repository }));
  await collect(historySource({ repository, allObjects: true }));
  await traceObjects(repository, [{ oid: repo.id('HEAD:a'), type: 'blob' }], { allObjects: true });
}

describe('nothing that a repository configures is run', () => {
  const trap = (file: string): string => `touch ${file};`;
  const settings: [string, string][] = [
    ['core.fsmonitor', '%s'],
    ['core.pager', '%s'],
    ['pager.log', '%s'],
    ['core.sshCommand', '%s'],
    ['core.askPass', '%s'],
    ['core.editor', '%s'],
    ['core.gitProxy', '%s'],
    ['core.alternateRefsCommand', '%s'],
    ['diff.external', '%s'],
    ['diff.marker.textconv', '%s'],
    ['diff.marker.command', '%s'],
    ['filter.marker.clean', '%s'],
    ['filter.marker.smudge', '%s'],
    ['filter.marker.process', '%s'],
    ['gpg.program', '%s'],
    ['credential.helper', '!%s'],
    ['uploadpack.packObjectsHook', '%s'],
  ];

  test('programs in the configuration, hooks, attributes and filters', async () => {
    const repo = GitRepo.create();
    repo.write('.gitattributes', '* diff=marker filter=marker\n');
    repo.commit('one', { a: 'a' });
    const sprung = join(temporaryFolder(), 'sprung');
    const program = join(temporaryFolder(), 'trap');
    writeFileSync(program, `#!/bin/sh\n${trap(sprung)}\n`, { mode: 0o755 });
    for (const [name, value] of settings) repo.git('config', name, value.replace('%s', program));
    repo.git('config', 'log.showSignature', 'true');
    for (const hook of ['reference-transaction', 'post-index-change', 'fsmonitor-watchman', 'pre-commit']) {
      writeFileSync(join(repo.folder, '.git', 'hooks', hook), `#!/bin/sh\n${trap(sprung)}\n`, {
        mode: 0o755,
      });
    }
    repo.write('a', 'changed');
    await scanAll(repo);
    expect(existsSync(sprung)).toBe(false);
  });

  test('a partial clone fetches nothing, whatever it allows itself', async () => {
    const origin = GitRepo.create();
    origin.commit('one', { a: 'old', b: 'b' });
    origin.commit('two', { a: 'new' });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = new GitRepo(join(temporaryFolder(), 'clone'));
    origin.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${origin.folder}`,
      clone.folder,
    );
    const sprung = join(temporaryFolder(), 'sprung');
    const program = join(temporaryFolder(), 'trap');
    writeFileSync(program, `#!/bin/sh\n${trap(sprung)}\nexit 1\n`, { mode: 0o755 });
    for (const name of ['protocol.allow', 'protocol.file.allow', 'protocol.ext.allow']) {
      clone.git('config', name, 'always');
    }
    clone.git('config', 'remote.origin.uploadpack', program);
    clone.git('read-tree', 'HEAD');
    const repository = await clone.discover();
    const history = await collect(historySource({ repository }));
    const index = await collect(indexSource({ repository }));
    expect(history.coverage.skipped()).toMatchObject([{ reason: 'missing-object', count: 3 }]);
    expect(index.coverage.skipped()).toMatchObject([{ reason: 'missing-object', count: 2 }]);
    const missing = origin.id('HEAD~1:a');
    const { traces, history: told } = await traceObjects(repository, [{ oid: missing, type: 'blob' }]);
    const place = told.graph.find(origin.id('HEAD~1'));
    expect(traces.get(missing)).toMatchObject([{ path: 'a', introducedBy: [place] }]);
    expect(told.isComplete).toBe(true);
    // We never ask for what is missing; were we to, git would still not fetch it.
    await expect(runGit(repository, ['cat-file', 'blob', missing])).rejects.toThrow(GitError);
    expect(existsSync(sprung)).toBe(false);
  });

  test('a partial clone without trees is traced without a fetch', async () => {
    const origin = GitRepo.create();
    origin.commit('one', { a: 'old' });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = new GitRepo(join(temporaryFolder(), 'clone'));
    origin.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=tree:0',
      `file://${origin.folder}`,
      clone.folder,
    );
    const oid = origin.id('HEAD:a');
    rmSync(origin.folder, { recursive: true });
    const repository = await clone.discover();
    const { coverage } = await collect(historySource({ repository }));
    expect(coverage.skipped()).toMatchObject([{ reason: 'missing-object', count: 1 }]);
    const { history } = await traceObjects(repository, [{ oid, type: 'blob' }]);
    expect(history.isComplete).toBe(false);
  });
});

describe('gitEnvironment', () => {
  test('passes on what git needs, and nothing that changes what it does', () => {
    const hostile = [
      'GIT_DIR',
      'GIT_CONFIG_COUNT',
      'GIT_CONFIG_PARAMETERS',
      'GIT_EXTERNAL_DIFF',
      'GIT_SSH_COMMAND',
    ];
    const parent = Object.fromEntries(
      ['PATH', 'HOME', ...hostile, 'GIT_INDEX_FILE'].map((name) => [name, 'x']),
    );
    const environment = gitEnvironment(null, parent);
    expect(environment).toMatchObject({ PATH: 'x', HOME: 'x', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' });
    // Debian's 2.39 knows the first, git's own only from 2.45 on: each has to hold alone.
    expect(environment).toMatchObject({ GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' });
    for (const name of [...hostile, 'GIT_INDEX_FILE']) expect(environment).not.toHaveProperty(name);
    expect(gitEnvironment('/index', parent)).toHaveProperty('GIT_INDEX_FILE', '/index');
  });
});

test('git is not started from the current folder on Windows', () => {
  expect(gitExecutable('linux')).toBe('git');
  expect(gitExecutable('win32', `.${process.platform === 'win32' ? ';' : ':'}`)).toBe(
    'git-not-found-on-path',
  );
});

test('git is started in one place, and where the Action fetches', () => {
  const source = resolve(import.meta.dirname, '../../src');
  const starting = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => {
    // What the bundler does is not published. Types start nothing.
    return (
      name.endsWith('.ts') &&
      !name.startsWith('build/') &&
      /^import (?!type )[^;]*'node:child_process'/m.test(readFileSync(join(source, name), 'utf8'))
    );
  });
  expect(starting.sort()).toEqual(['git/fetch.ts', 'git/process.ts']);
});
