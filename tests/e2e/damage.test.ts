/**
 * Repositories that git cannot read, or not all of: a key that is in what cannot be read may never make a scan that
 * looks clean, and a key elsewhere is found all the same.
 */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { keypetrel, scanToJson, skippedIn } from './program.ts';
import { close, handOver, unprivileged } from './unprivileged.ts';

const secretLine = (number: number) => `AZURE_OPENAI_API_KEY=${key('azure-openai-key', number)}\n`;

/** A repository whose history has a key, and whose files have none. */
function repositoryWithPast(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', { old: secretLine(1), 'd/a': 'a', 'd/b': 'b' });
  rmSync(join(repo.folder, 'old'));
  repo.commit('two', { 'd/b': 'bb' });
  return repo;
}

const gitPath = (repo: GitRepo, path: string) => join(repo.folder, '.git', path);
const packOf = (repo: GitRepo, ending: string) => {
  const folder = gitPath(repo, 'objects/pack');
  return join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? 'none');
};
const overwrite = (path: string, content: string | Buffer) => {
  chmodSync(path, 0o644);
  writeFileSync(path, content);
};

describe('a repository that git does not take for one', () => {
  const damages: [string, (repo: GitRepo) => void, string][] = [
    ['an empty HEAD', (repo) => writeFileSync(gitPath(repo, 'HEAD'), ''), 'its HEAD is empty'],
    [
      'a HEAD of zeroes',
      (repo) => writeFileSync(gitPath(repo, 'HEAD'), Buffer.alloc(41)),
      'its HEAD names neither a branch nor a commit',
    ],
    [
      'a HEAD of something else',
      (repo) => writeFileSync(gitPath(repo, 'HEAD'), 'hello\n'),
      'its HEAD names neither a branch nor a commit',
    ],
    ['no HEAD', (repo) => rmSync(gitPath(repo, 'HEAD')), 'it has no HEAD'],
    [
      'no objects',
      (repo) => rmSync(gitPath(repo, 'objects'), { recursive: true }),
      'it has no folder "objects"',
    ],
    ['no refs', (repo) => rmSync(gitPath(repo, 'refs'), { recursive: true }), 'it has no folder "refs"'],
  ];

  test.each(damages)('%s: its files are scanned, and the gap is named', async (_, damage, reason) => {
    const repo = repositoryWithPast();
    damage(repo);
    const clean = await scanToJson([repo.folder]);
    expect(clean.code).toBe(3);
    expect(clean.report.coverage).toMatchObject({ complete: false, files: { scanned: 2 } });
    expect(skippedIn(clean.report)).toEqual([`unreadable: .git: ${reason}`]);
    repo.write('leak.env', secretLine(2));
    const leaking = await scanToJson([join(repo.folder, 'd'), join(repo.folder, 'leak.env')]);
    expect(leaking.code).toBe(1);
    expect(skippedIn(leaking.report)).toContain(`unreadable: ${join(repo.folder, '.git')}: ${reason}`);
  });

  test.each(['--history', '--staged'])('%s says so in one line', async (mode) => {
    const repo = repositoryWithPast();
    writeFileSync(gitPath(repo, 'HEAD'), '');
    const { code, stdout, stderr } = await keypetrel([mode, repo.folder]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `keypetrel: ${mode} needs a git repository that git can read; .git: its HEAD is empty\n`,
    });
  });
});

test('a bare repository without a HEAD, and a folder of one', async () => {
  const repo = GitRepo.create('--bare');
  rmSync(join(repo.folder, 'HEAD'));
  for (const path of [repo.folder, join(repo.folder, 'refs')]) {
    const { code, report } = await scanToJson([path]);
    expect(code).toBe(3);
    expect(skippedIn(report)).toEqual([`unreadable: ${repo.folder}: it has no HEAD`]);
  }
});

test('a damaged repository within another one: git takes its files for those of the outer one', async () => {
  const repo = GitRepo.create();
  repo.commit('one', { a: 'a' });
  const inner = new GitRepo(join(repo.folder, 'inner'));
  mkdirSync(inner.folder);
  inner.git('init', '--quiet');
  inner.commit('one', { b: 'b' });
  writeFileSync(gitPath(inner, 'HEAD'), '');
  for (const args of [[repo.folder], [inner.folder], ['--history', repo.folder]]) {
    const { code, report } = await scanToJson(args);
    expect(code).toBe(3);
    expect(skippedIn(report)).toEqual(['unreadable: inner/.git: its HEAD is empty']);
  }
});

test('an empty folder called .git is no repository', async () => {
  const repo = GitRepo.create();
  rmSync(gitPath(repo, ''), { recursive: true });
  mkdirSync(gitPath(repo, ''));
  repo.write('a', 'a');
  expect((await scanToJson([repo.folder])).code).toBe(0);
});

describe('what a user may not read', () => {
  const closed: [string, string, (repo: GitRepo) => string, string, number][] = [
    ['.git', '', (repo) => gitPath(repo, ''), '.git: it may not be entered', 3],
    ['.git/HEAD', '', (repo) => gitPath(repo, 'HEAD'), '.git: its HEAD may not be read', 3],
    ['.git/refs', '', (repo) => gitPath(repo, 'refs'), '.git: its folder "refs" may not be entered', 3],
    [
      '.git/objects',
      '',
      (repo) => gitPath(repo, 'objects'),
      '.git: its folder "objects" may not be entered',
      3,
    ],
    ['.git/refs/heads', '', (repo) => gitPath(repo, 'refs/heads'), '.git/refs/heads', 1],
    ['.git/logs', '', (repo) => gitPath(repo, 'logs'), '.git/logs', 1],
    [
      '.git/index',
      '',
      (repo) => gitPath(repo, 'index'),
      'git: .git/index: index file open failed: Permission denied',
      1,
    ],
    ['.git/packed-refs', 'gc', (repo) => gitPath(repo, 'packed-refs'), '.git/packed-refs', 1],
    ['a pack', 'gc', (repo) => packOf(repo, '.pack'), '.git/objects/pack/PACK.pack', 3],
    ['the index of a pack', 'gc', (repo) => packOf(repo, '.idx'), '.git/objects/pack/PACK.idx', 3],
    ['all packs', 'gc', (repo) => gitPath(repo, 'objects/pack'), '.git/objects/pack', 3],
  ];

  test.each(closed)('%s', async (_, state, pathOf, example, expected) => {
    const repo = repositoryWithPast();
    if (state === 'gc') repo.git('gc', '--quiet');
    handOver(join(repo.folder, '..'));
    close(pathOf(repo));
    const { code, report } = await scanToJson([repo.folder], unprivileged);
    const named = skippedIn(report).map((each) => each.replace(/pack-[0-9a-f]{40}/, 'PACK'));
    expect(named).toContain(`unreadable: ${example}`);
    expect(report.coverage.complete).toBe(false);
    expect(code).toBe(expected);
  });

  test('a folder of loose objects', async () => {
    const repo = repositoryWithPast();
    const oid = repo.id('HEAD~1:old');
    handOver(join(repo.folder, '..'));
    close(gitPath(repo, `objects/${oid.slice(0, 2)}`));
    const { code, report } = await scanToJson([repo.folder], unprivileged);
    expect(code).toBe(3);
    expect(skippedIn(report)).toContain(`unreadable: .git/objects/${oid.slice(0, 2)}`);
    expect(skippedIn(report)).toContain(`missing-object: ${oid}`);
  });

  test('a key that only the reflog has, and the reflog', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.commit('two', { leak: secretLine(1) });
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    handOver(join(repo.folder, '..'));
    expect((await scanToJson([repo.folder], unprivileged)).report.coverage.complete).toBe(true);
    close(gitPath(repo, 'logs'));
    rmSync(gitPath(repo, 'ORIG_HEAD'));
    const { code, report } = await scanToJson([repo.folder], unprivileged);
    // Nobody can tell any more what the reflog reaches: so everything is read.
    expect({ code, skipped: skippedIn(report) }).toEqual({ code: 1, skipped: ['unreadable: .git/logs'] });
  });

  test('a file, and a folder of files that git does not know', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'closed.txt': 'a' });
    repo.write('closed/leak.env', secretLine(1));
    handOver(join(repo.folder, '..'));
    close(join(repo.folder, 'closed.txt'));
    close(join(repo.folder, 'closed'));
    for (const args of [[repo.folder], ['--files', repo.folder]]) {
      const { code, report } = await scanToJson(args, unprivileged);
      expect(code).toBe(3);
      expect(skippedIn(report)).toEqual(['unreadable: closed/', 'unreadable: closed.txt']);
    }
    const named = await scanToJson([join(repo.folder, 'closed')], unprivileged);
    expect(named.code).toBe(3);
    expect(skippedIn(named.report)).toEqual(['unreadable: closed/']);
  });

  test('a folder outside of a repository', async () => {
    const repo = new GitRepo(join(GitRepo.create().folder, '..', 'plain'));
    repo.write('a', 'a');
    handOver(join(repo.folder, '..'));
    close(repo.folder);
    const { code, report } = await scanToJson([repo.folder], unprivileged);
    expect({ code, skipped: skippedIn(report) }).toEqual({ code: 3, skipped: ['unreadable: .'] });
  });

  test('a repository of another user is refused, with what to do', async () => {
    const repo = repositoryWithPast();
    chmodSync(join(repo.folder, '..'), 0o755);
    const { code, stderr } = await keypetrel([repo.folder], unprivileged);
    if (unprivileged.uid === undefined) return;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^keypetrel: git does not trust .*safe\.directory "[^"]+"\n$/);
  });
});

describe('objects, packs and an index that are damaged', () => {
  test.each([
    ['a tree of HEAD', 'HEAD:d', null],
    ['the tree of HEAD', 'HEAD^{tree}', null],
    // git names the ref, and not the object.
    ['the commit of HEAD', 'HEAD', 'refs/heads/main'],
    ['a blob of HEAD', 'HEAD:d/b', null],
  ])('without %s: the rest is scanned', async (_, name, example) => {
    const repo = repositoryWithPast();
    const oid = repo.id(name);
    rmSync(repo.looseFile(oid));
    repo.write('leak.env', secretLine(2));
    const { code, report } = await scanToJson([repo.folder]);
    expect(code).toBe(1);
    expect(report.credentials).toHaveLength(2);
    expect(skippedIn(report)).toContain(`missing-object: ${example ?? oid}`);
    expect(new Set(skippedIn(report)).size).toBe(skippedIn(report).length);
  });

  test('a corrupt blob, tree and commit: each counts once, and as corrupt', async () => {
    const repo = repositoryWithPast();
    const broken = [repo.id('HEAD:d/b'), repo.id('HEAD~1:d'), repo.id('HEAD~1')];
    for (const oid of broken) overwrite(repo.looseFile(oid), 'broken');
    for (const args of [
      [repo.folder],
      ['--history', repo.folder],
      ['--history', '--all-objects', repo.folder],
    ]) {
      const { code, report } = await scanToJson(args);
      expect(code).toBe(1);
      const named = skippedIn(report).filter((each) => /[0-9a-f]{40}/.test(each));
      expect(named.sort()).toEqual(broken.map((oid) => `corrupt-object: ${oid}`).sort());
    }
  });

  const packs: [string, (repo: GitRepo) => void][] = [
    [
      'cut off',
      (repo) => {
        const pack = packOf(repo, '.pack');
        chmodSync(pack, 0o644);
        truncateSync(pack, readFileSync(pack).length - 30);
      },
    ],
    ['almost empty', (repo) => overwrite(packOf(repo, '.pack'), 'PACK')],
    ['gone', (repo) => rmSync(packOf(repo, '.pack'))],
    ['without its index', (repo) => rmSync(packOf(repo, '.idx'))],
    [
      'with an index that is cut off',
      (repo) => {
        const index = packOf(repo, '.idx');
        chmodSync(index, 0o644);
        truncateSync(index, 100);
      },
    ],
  ];
  test.each(packs)('a pack that is %s: a gap, and what else there is is scanned', async (_, damage) => {
    const repo = repositoryWithPast();
    repo.git('gc', '--quiet');
    damage(repo);
    expect((await scanToJson(['--history', '--all-objects', repo.folder])).code).toBe(3);
    repo.git('tag', 'loose', repo.blob(secretLine(2)));
    const { code, report } = await scanToJson([repo.folder]);
    expect(code).toBe(1);
    expect(report.coverage.complete).toBe(false);
    expect(report.credentials).toHaveLength(1);
  });

  test('of two packs one: the objects of the other are all read', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a'.repeat(1000) });
    repo.git('repack', '-dq');
    overwrite(packOf(repo, '.pack'), 'PACK');
    const other = GitRepo.create();
    other.commit('other', { leak: secretLine(1) });
    other.git('repack', '-dq');
    for (const ending of ['.pack', '.idx']) {
      const file = packOf(other, ending);
      // Behind the broken one in every order.
      for (const name of ['pack-0000', 'pack-ffff'])
        writeFileSync(gitPath(repo, `objects/pack/${name}${ending}`), readFileSync(file));
    }
    const { code, report } = await scanToJson(['--history', repo.folder]);
    expect(code).toBe(1);
    expect(report.credentials).toHaveLength(1);
  });

  test.each([
    ['empty', ''],
    ['garbage', 'garbage garbage garbage garbage'],
  ])('an index that is %s: files and history are scanned', async (_, content) => {
    const repo = repositoryWithPast();
    overwrite(gitPath(repo, 'index'), content);
    repo.write('leak.env', secretLine(2));
    const { code, report } = await scanToJson([repo.folder]);
    expect(code).toBe(1);
    expect(report.credentials).toHaveLength(2);
    expect(skippedIn(report).join()).toMatch(/unreadable: git: .*index file/);
    const staged = await scanToJson(['--staged', repo.folder]);
    expect(staged.code).toBe(3);
  });

  test.each([
    ['an empty branch', 'refs/heads/other', ''],
    ['a branch of garbage', 'refs/heads/other', 'garbage\n'],
    ['a branch that points nowhere', 'refs/heads/other', `${'1'.repeat(40)}\n`],
    ['an empty current branch', 'refs/heads/main', ''],
    ['packed refs of garbage', 'packed-refs', 'garbage\n'],
  ])('%s: a gap, and everything is read', async (_, path, content) => {
    const repo = repositoryWithPast();
    writeFileSync(gitPath(repo, path), content);
    const { code, report } = await scanToJson([repo.folder]);
    expect(code).toBe(1);
    expect(report.coverage.complete).toBe(false);
  });

  test.each([
    ['a shallow file', 'shallow', 'garbage\n', 'bad shallow line: garbage'],
    ['a configuration', 'config', '[core\n', 'bad config line 1 in file .git/config'],
  ])('%s of garbage: the files are scanned', async (_, path, content, reason) => {
    const repo = repositoryWithPast();
    writeFileSync(gitPath(repo, path), content);
    const { code, report } = await scanToJson([repo.folder]);
    expect({ code, skipped: skippedIn(report) }).toEqual({
      code: 3,
      skipped: [`unreadable: git: ${reason}`],
    });
    const { stderr } = await keypetrel(['--history', repo.folder]);
    expect(stderr).toBe(`keypetrel: --history needs a git repository that git can read; git: ${reason}\n`);
  });

  test('a reflog of garbage: a gap', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    writeFileSync(gitPath(repo, 'logs/HEAD'), 'garbage\n');
    const { code, report } = await scanToJson([repo.folder]);
    expect({ code, skipped: skippedIn(report) }).toEqual({
      code: 3,
      skipped: ['unreadable: .git/logs/HEAD'],
    });
  });
});
