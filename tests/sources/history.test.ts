import { chmodSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverRepository } from '../../src/git/repository.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { historySource } from '../../src/sources/history.ts';
import { type Collected, collect } from '../support/collect.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

async function readHistory(folder: string, allObjects = false) {
  const repository = await discoverRepository(folder);
  if (repository === null) throw new Error('no repository');
  return collect(historySource({ repository, allObjects }));
}

function textsOf(contents: readonly Collected[], type = 'blob'): string[] {
  return contents
    .filter(({ origin }) => origin.kind === 'object' && origin.type === type)
    .map(({ text }) => text)
    .sort();
}

describe('historySource finds', () => {
  const places: [string, (repo: GitRepo) => void][] = [
    [
      'a file in an old commit',
      (repo) => {
        repo.commit('one', { file: 'marker' });
        repo.commit('two', { file: 'other' });
      },
    ],
    [
      'a commit that was amended away',
      (repo) => {
        repo.commit('one', { file: 'marker' });
        repo.write('file', 'other');
        repo.git('add', '.');
        repo.git('commit', '--quiet', '--amend', '--no-edit');
      },
    ],
    [
      'a merge that is in none of its parents',
      (repo) => {
        repo.commit('base', { base: 'base' });
        repo.git('checkout', '--quiet', '-b', 'side');
        repo.commit('side', { side: 'side' });
        repo.git('checkout', '--quiet', 'main');
        repo.commit('main', { main: 'main' });
        repo.git('merge', '--quiet', '--no-commit', 'side');
        repo.commit('merge', { evil: 'marker' });
      },
    ],
    [
      'a stash, its work tree',
      (repo) => {
        repo.commit('base', { file: 'base' });
        repo.write('file', 'marker');
        repo.git('stash', '--quiet');
      },
    ],
    [
      'a stash, its index',
      (repo) => {
        repo.commit('base', { file: 'base' });
        repo.write('file', 'marker');
        repo.git('add', '.');
        repo.write('file', 'other');
        repo.git('stash', '--quiet');
      },
    ],
    [
      'a stash, its untracked files',
      (repo) => {
        repo.commit('base', { file: 'base' });
        repo.write('untracked', 'marker');
        repo.git('stash', '--quiet', '--include-untracked');
      },
    ],
    [
      'an older stash',
      (repo) => {
        repo.commit('base', { file: 'base' });
        for (const text of ['marker', 'other']) {
          repo.write('file', text);
          repo.git('stash', '--quiet');
        }
      },
    ],
    [
      'a note',
      (repo) => {
        repo.commit('base', { file: 'base' });
        repo.git('notes', 'add', '--message', 'marker');
      },
    ],
    [
      'a detached commit that only the reflog has',
      (repo) => {
        repo.commit('base', { file: 'base' });
        repo.git('checkout', '--quiet', '--detach');
        repo.commit('detached', { file: 'marker' });
        repo.git('checkout', '--quiet', 'main');
      },
    ],
    [
      "another worktree's detached HEAD",
      (repo) => {
        repo.commit('base', { file: 'base' });
        const tree = new GitRepo(join(temporaryFolder(), 'tree'));
        repo.git('worktree', 'add', '--quiet', '--detach', tree.folder);
        tree.commit('detached', { file: 'marker' });
        rmSync(join(repo.folder, '.git', 'worktrees', 'tree', 'logs'), { recursive: true });
      },
    ],
    [
      "another worktree's index",
      (repo) => {
        repo.commit('base', { file: 'base' });
        const tree = new GitRepo(join(temporaryFolder(), 'tree'));
        repo.git('worktree', 'add', '--quiet', '--detach', tree.folder);
        tree.write('file', 'marker');
        tree.git('add', '.');
      },
    ],
    [
      'the index of a repository without a commit',
      (repo) => {
        repo.write('file', 'marker');
        repo.git('add', '.');
      },
    ],
    [
      'a blob with a tag of its own',
      (repo) => {
        repo.git('tag', 'blob', repo.blob('marker'));
      },
    ],
    [
      'a tree with a tag of its own',
      (repo) => {
        const tree = repo.gitWithInput(`100644 blob ${repo.blob('marker')}\tname\n`, 'mktree');
        repo.git('tag', 'tree', tree);
      },
    ],
    [
      'what was fetched without a ref',
      (repo) => {
        const other = GitRepo.create();
        other.commit('other', { file: 'marker' });
        repo.commit('base', { file: 'base' });
        repo.git('fetch', '--quiet', other.folder, 'main');
        repo.write('file', 'base');
      },
    ],
    [
      'what a replacement hides',
      (repo) => {
        const oid = repo.blob('marker');
        repo.commit('base', { file: 'marker' });
        repo.git('replace', oid, repo.blob('other'));
      },
    ],
    [
      'what a replacement shows',
      (repo) => {
        repo.commit('base', { file: 'other' });
        repo.git('replace', repo.id('HEAD:file'), repo.blob('marker'));
      },
    ],
    [
      'what a graft hides',
      (repo) => {
        repo.commit('one', { file: 'marker' });
        repo.git('reflog', 'expire', '--expire=now', '--all');
        const head = repo.commit('two', { file: 'other' });
        repo.git('reflog', 'expire', '--expire=now', '--all');
        repo.write('.git/info/grafts', `${head}\n`);
      },
    ],
  ];

  test.each(places)('%s', async (_, make) => {
    const repo = GitRepo.create();
    make(repo);
    const { contents, coverage } = await readHistory(repo.folder);
    expect(textsOf(contents).filter((text) => text.trim() === 'marker')).toHaveLength(1);
    expect(coverage.skipped()).toEqual([]);
  });

  test('the messages of commits and tags', async () => {
    const repo = GitRepo.create();
    repo.commit('commit marker', { a: 'a' });
    repo.git('tag', '--annotate', '--message', 'tag marker', 'v1');
    const { contents, coverage } = await readHistory(repo.folder);
    expect(textsOf(contents, 'commit')).toEqual([
      expect.stringMatching(/^author Ada Author[\s\S]*commit marker\n$/m),
    ]);
    expect(textsOf(contents, 'tag')).toEqual([expect.stringContaining('tag marker')]);
    expect(coverage.commits).toBe(1);
    expect(coverage.objects.scanned).toBe(3);
  });
});

describe('historySource', () => {
  test.each([
    ['no commit', []],
    ['no commit, bare', ['--bare']],
  ])('%s: nothing', async (_, options) => {
    const { contents, coverage } = await readHistory(GitRepo.create(...options).folder);
    expect(contents).toEqual([]);
    expect(coverage.isComplete()).toBe(true);
  });

  test('each object once, however often it is there, and with a path', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'grüße\n.txt': 'same', b: 'same' });
    repo.commit('two', { c: 'same' });
    repo.git('repack', '-dq');
    repo.commit('three', { d: 'same' });
    const { contents } = await readHistory(repo.folder);
    expect(textsOf(contents)).toEqual(['same']);
    const [blob] = contents.filter(({ origin }) => origin.kind === 'object' && origin.type === 'blob');
    expect(blob?.origin).toMatchObject({ path: expect.stringMatching(/^[bcd]$/) });
  });

  test('unreachable objects only when asked for', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.blob('dangling');
    expect(textsOf((await readHistory(repo.folder)).contents)).toEqual(['a']);
    expect(textsOf((await readHistory(repo.folder, true)).contents)).toEqual(['a', 'dangling']);
  });

  test('SHA-256', async () => {
    const repo = GitRepo.create('--object-format=sha256');
    repo.commit('one', { a: 'a', b: 'b' });
    expect(textsOf((await readHistory(repo.folder)).contents)).toEqual(['a', 'b']);
  });

  test('more than one block of objects, sizes around those of chunks, and a large one in windows', async () => {
    const repo = GitRepo.create();
    const files: Record<string, string | Buffer> = { large: Buffer.alloc(20 * 1024 * 1024, 'large\n') };
    for (let index = 0; index < 5000; index += 1) files[`d${index % 50}/${index}`] = `file ${index}`;
    for (const size of [0, 1, 65_535, 65_536, 65_537, 1_000_000]) files[`size${size}`] = 'x'.repeat(size);
    repo.commit('many', files);
    repo.git('repack', '-adq');
    const { contents, coverage } = await readHistory(repo.folder);
    expect(textsOf(contents)).toEqual(
      Object.values(files)
        .map((file) => file.toString())
        .sort(),
    );
    expect(contents.filter(({ pieces }) => pieces > 1)).toHaveLength(1);
    expect(coverage.objects.scanned).toBe(Object.keys(files).length + 1);
  });

  test('an aborted scan ends with the reason', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a', b: 'b', c: 'c' });
    const controller = new AbortController();
    const source = historySource({ repository: await repo.discover(), signal: controller.signal });
    const scanning = source(() => controller.abort(new Error('enough')), new Coverage());
    await expect(scanning).rejects.toThrow('enough');
  });

  test('progress ends at the total', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    const seen: unknown[] = [];
    const onProgress = (progress: unknown) => seen.push(progress);
    await collect(historySource({ repository: await repo.discover(), onProgress }));
    // A blob, a commit, and a tree for its names.
    expect(seen.at(-1)).toEqual({ phase: 'history', done: 3, total: 3 });
  });

  test('an alternate object database is read too', async () => {
    const origin = GitRepo.create();
    origin.commit('one', { a: 'marker' });
    const clone = join(temporaryFolder(), 'clone');
    origin.git('clone', '--quiet', '--shared', origin.folder, clone);
    expect(textsOf((await readHistory(clone)).contents)).toEqual(['marker']);
  });
});

describe('historySource counts as', () => {
  test('missing: a blob, and goes on', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'gone', b: 'here' });
    const oid = repo.id('HEAD:a');
    rmSync(repo.looseFile(oid));
    const { contents, coverage } = await readHistory(repo.folder);
    expect(textsOf(contents)).toEqual(['here']);
    expect(coverage.skipped()).toEqual([{ reason: 'missing-object', count: 1, examples: [oid] }]);
    expect(coverage.isComplete()).toBe(false);
  });

  test('missing: a commit; what is behind it is read all the same', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'behind' });
    const oid = repo.commit('two', { a: 'middle' });
    repo.commit('three', { a: 'front' });
    rmSync(repo.looseFile(oid));
    const { contents, coverage } = await readHistory(repo.folder);
    expect(textsOf(contents)).toEqual(['behind', 'front', 'middle']);
    expect(coverage.skipped()).toEqual([{ reason: 'missing-object', count: 1, examples: [oid] }]);
  });

  test('missing: a tree, and a ref that points to nothing', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a', 'b/c': 'c' });
    const tree = repo.id('HEAD:b');
    rmSync(repo.looseFile(tree));
    const first = await readHistory(repo.folder);
    expect(first.coverage.skipped()).toEqual([{ reason: 'missing-object', count: 1, examples: [tree] }]);
    writeFileSync(join(repo.folder, '.git', 'refs', 'heads', 'broken'), `${'1'.repeat(40)}\n`);
    const second = await readHistory(repo.folder);
    expect(second.coverage.skipped()).toEqual([
      { reason: 'missing-object', count: 1, examples: ['refs/heads/broken'] },
    ]);
    expect(textsOf(second.contents)).toEqual(['a', 'c']);
  });

  test.each([
    ['a header that is no zlib', (file: string) => writeFileSync(file, 'broken')],
    ['an end that is cut off', (file: string) => truncateSync(file, readFileSync(file).length - 20)],
    ['an empty file', (file: string) => truncateSync(file, 0)],
  ])('corrupt: a loose object with %s', async (_, damage) => {
    const repo = GitRepo.create();
    const noise = Array.from({ length: 2000 }, (_, index) => Math.imul(index + 7, 2654435761) >>> 0).join();
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`f${index}`, `text ${index}`]),
    );
    repo.commit('one', { ...files, noise });
    const oid = repo.id('HEAD:noise');
    const file = repo.looseFile(oid);
    chmodSync(file, 0o644);
    damage(file);
    const { contents, coverage } = await readHistory(repo.folder);
    expect(textsOf(contents)).toEqual(Object.values(files).sort());
    expect(coverage.skipped()).toEqual([{ reason: 'corrupt-object', count: 1, examples: [oid] }]);
  });

  test('corrupt: some objects of a pack; the others are read', async () => {
    const repo = GitRepo.create();
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `f${index}`,
        Array.from({ length: 300 }, (_, line) => Math.imul(index * 977 + line + 1, 2654435761) >>> 0).join(),
      ]),
    );
    repo.commit('one', files);
    repo.git('repack', '-adq', '--depth=0');
    const packs = join(repo.folder, '.git', 'objects', 'pack');
    const file = join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 20_000, 20_100);
    chmodSync(file, 0o644);
    writeFileSync(file, bytes);
    const { contents, coverage } = await readHistory(repo.folder);
    const [skipped, ...more] = coverage.skipped();
    expect(more).toEqual([]);
    expect(skipped?.reason).toBe('corrupt-object');
    expect(skipped?.count).toBeLessThanOrEqual(2);
    expect(textsOf(contents)).toHaveLength(40 - (skipped?.count ?? 0));
  });

  test('shallow and partial: what the clone left at the remote', async () => {
    const origin = GitRepo.create();
    origin.commit('one', { a: 'old' });
    origin.commit('two', { a: 'new' });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const folder = temporaryFolder();
    const url = `file://${origin.folder}`;
    origin.git('clone', '--quiet', '--depth=1', url, join(folder, 'shallow'));
    const shallow = await readHistory(join(folder, 'shallow'));
    expect(textsOf(shallow.contents)).toEqual(['new']);
    expect(shallow.coverage).toMatchObject({ shallow: true, partialClone: false });
    expect(shallow.coverage.skipped()).toEqual([]);

    origin.git('clone', '--quiet', '--filter=blob:none', url, join(folder, 'partial'));
    const partial = await readHistory(join(folder, 'partial'));
    expect(textsOf(partial.contents)).toEqual(['new']);
    expect(partial.coverage).toMatchObject({ shallow: false, partialClone: true });
    expect(partial.coverage.skipped()).toEqual([
      { reason: 'missing-object', count: 1, examples: [origin.id('HEAD~1:a')] },
    ]);
  });
});
