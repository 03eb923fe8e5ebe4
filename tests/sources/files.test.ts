import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { type FileOptions, fileSource } from '../../src/sources/files.ts';
import { collect } from '../support/collect.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

type Options = Partial<FileOptions>;

/** Paths with state, as `state path`, sorted; and what was skipped, as `reason path`. */
async function read(root: string, options: Options = {}) {
  const { contents, coverage } = await collect(fileSource({ root, repository: null, ...options }));
  const files = contents.map(({ origin }) =>
    origin.kind === 'file' ? `${origin.state} ${origin.path}` : '?',
  );
  const skipped = coverage
    .skipped()
    .flatMap(({ reason, examples }) => examples.map((each) => `${reason} ${each}`));
  return { files: files.sort(), skipped, contents, coverage };
}

async function readRepo(repo: GitRepo, options: Options = {}) {
  return read(repo.folder, { repository: await repo.discover(), ...options });
}

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const repo = new GitRepo(temporaryFolder());
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  return repo.folder;
}

describe('files in a repository', () => {
  test('tracked, untracked and ignored ones are told apart', async () => {
    const repo = GitRepo.create();
    repo.commit('one', {
      'dir/tracked': 'a',
      '.gitignore': 'ignored\n*.log\n',
      'forced.log': 'f',
      deleted: 'd',
    });
    repo.git('add', '--force', 'forced.log');
    repo.write('untracked', 'b');
    repo.write('dir/ignored', 'c');
    rmSync(join(repo.folder, 'deleted'));
    const expected = ['tracked .gitignore', 'tracked dir/tracked', 'untracked untracked'];
    const plain = await readRepo(repo);
    expect(plain.files).toEqual(
      [...expected.slice(0, 2), 'tracked forced.log', 'untracked untracked'].sort(),
    );
    expect(plain.skipped).toEqual(['ignored dir/ignored']);
    const all = await readRepo(repo, { gitignore: false });
    expect(all.files).toEqual(['ignored dir/ignored', ...plain.files].sort());
  });

  test.each([
    ['a new repository', (_: GitRepo) => {}, ['untracked a']],
    [
      'a conflict: once',
      (repo: GitRepo) => {
        repo.commit('base', { a: 'base' });
        repo.git('checkout', '--quiet', '-b', 'side');
        repo.commit('side', { a: 'side' });
        repo.git('checkout', '--quiet', 'main');
        repo.commit('main', { a: 'main' });
        repo.tryGit('merge', '--quiet', 'side');
      },
      ['tracked a'],
    ],
  ])('%s', async (_, make, expected) => {
    const repo = GitRepo.create();
    make(repo);
    repo.write('a', 'a');
    expect((await readRepo(repo)).files).toEqual(expected);
  });

  test('submodules and repositories inside are told of, and counted, not entered', async () => {
    const inner = GitRepo.create();
    inner.commit('inner', { inner: 'inner' });
    const repo = GitRepo.create();
    for (const name of ['module', 'gone']) repo.git('submodule', '--quiet', 'add', inner.folder, name);
    repo.git('clone', '--quiet', inner.folder, 'clone');
    repo.git('init', '--quiet', 'with space/broken');
    writeFileSync(join(repo.folder, 'with space/broken/.git/HEAD'), '');
    repo.write('with space/broken/file', 'file');
    rmSync(join(repo.folder, 'gone'), { recursive: true });
    const all = await readRepo(repo);
    expect(all.files).toEqual(['tracked .gitmodules', 'untracked with space/broken/file']);
    const inside = ['module', 'clone', 'with space/broken'];
    expect(all.skipped).toEqual([...inside.map((path) => `repository ${path}`), 'submodule gone']);
    const told: string[] = [];
    const { skipped } = await readRepo(repo, { onRepository: (path) => told.push(path) });
    expect({ told, skipped }).toEqual({ told: inside, skipped: ['submodule gone'] });
    const named = await readRepo(repo, { paths: [join(repo.folder, 'clone')] });
    expect(named.files).toEqual(['unversioned clone/inner']);
  });

  test('links are counted, not followed: also where a folder was', async () => {
    const outside = folderWith({ secret: 'outside' });
    const repo = GitRepo.create();
    repo.commit('one', { 'dir/secret': 'inside', file: 'inside' });
    rmSync(join(repo.folder, 'dir'), { recursive: true });
    symlinkSync(outside, join(repo.folder, 'dir'));
    rmSync(join(repo.folder, 'file'));
    symlinkSync(join(outside, 'secret'), join(repo.folder, 'file'));
    symlinkSync('loop', join(repo.folder, 'loop'));
    const { contents, skipped } = await readRepo(repo);
    expect(contents).toEqual([]);
    expect(skipped).toEqual(['dir/secret', 'file', 'dir', 'loop'].map((path) => `symbolic-link ${path}`));
  });

  test('a folder or a FIFO where a file was', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { folder: 'a', fifo: 'b' });
    rmSync(join(repo.folder, 'folder'));
    rmSync(join(repo.folder, 'fifo'));
    repo.write('folder/file', 'c');
    execFileSync('mkfifo', [join(repo.folder, 'fifo')]);
    const { files, skipped } = await readRepo(repo);
    expect(files).toEqual(['untracked folder/file']);
    expect(skipped).toEqual(['special-file fifo']);
  });

  test('names of any bytes', async () => {
    const repo = GitRepo.create();
    const names = ['new\nline', 'grüße', ':(glob)*', '-option', 'back\\slash', 'quo"te'];
    for (const name of names) repo.write(name, name);
    const latin1 = Buffer.concat([Buffer.from(`${repo.folder}/caf`), Buffer.from([0xe9])]);
    writeFileSync(latin1, 'bytes');
    repo.git('add', '--all');
    const { files, contents } = await readRepo(repo);
    expect(files).toEqual([...names, 'caf\\xe9'].map((name) => `tracked ${name}`).sort());
    expect(contents.map(({ text }) => text)).toContain('bytes');
  });

  test('paths limit it; what is named is read although it is ignored', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'a/x': 'x', 'b/y': 'y', '.gitignore': 'built\n*.log\n' });
    repo.write('built/z', 'z');
    repo.write('b/w.log', 'w');
    const paths = (...names: string[]) => names.map((name) => join(repo.folder, name));
    expect((await readRepo(repo, { paths: paths('a') })).files).toEqual(['tracked a/x']);
    expect((await readRepo(repo, { paths: paths('a', 'a/x', 'b/y') })).files).toEqual([
      'tracked a/x',
      'tracked b/y',
    ]);
    expect((await readRepo(repo, { paths: paths('built') })).files).toEqual(['ignored built/z']);
    expect((await readRepo(repo, { paths: paths('b/w.log') })).files).toEqual(['ignored b/w.log']);
    expect((await readRepo(repo, { paths: paths('.git/HEAD') })).files).toEqual(['unversioned .git/HEAD']);
    repo.write(':(exclude)a', 'a pattern, were it not a name');
    expect((await readRepo(repo, { paths: paths(':(exclude)a') })).files).toEqual(['untracked :(exclude)a']);
    await expect(readRepo(repo, { paths: paths('.git/refs') })).rejects.toThrow(/git's own folder/);
  });
});

describe('files outside of a repository', () => {
  test('all, with dotfiles and binary ones, without .git; .gitignore files count where they are', async () => {
    const folder = folderWith({
      '.gitignore': '*.log\n/build/\nkept/*\n!kept/this\n',
      '.env': 'a',
      'a.log': 'ignored',
      'binary.bin': Buffer.from([0, 1, 2]),
      'build/x': 'ignored',
      'sub/build/x': 'b',
      'sub/.gitignore': '!b.log\nonly\n',
      'sub/b.log': 'c',
      'sub/only': 'ignored',
      only: 'd',
      'kept/this': 'e',
      'kept/that': 'ignored',
      '.git/config': 'never',
      'nested/.git/config': 'never',
      'nested/file': 'f',
    });
    const { files, coverage } = await read(folder);
    expect(files).toEqual(
      [
        '.env',
        '.gitignore',
        'binary.bin',
        'kept/this',
        'nested/file',
        'only',
        'sub/.gitignore',
        'sub/b.log',
        'sub/build/x',
      ].map((path) => `unversioned ${path}`),
    );
    expect(coverage.files.scanned).toBe(9);
    expect((await read(folder, { gitignore: false })).files).toHaveLength(13);
    expect((await read(folder, { paths: [join(folder, 'sub')] })).files).toHaveLength(3);
  });

  test('a folder that is taken back is read whole', async () => {
    const folder = folderWith({
      '.gitignore': 'out/\n',
      'sub/.gitignore': '!out/\n',
      'sub/out/x': 'x',
      'out/y': 'y',
    });
    expect((await read(folder)).files).toContain('unversioned sub/out/x');
    expect((await read(folder)).files).not.toContain('unversioned out/y');
  });

  test('links, loops, FIFOs and sockets are counted, not opened', async () => {
    const folder = folderWith({ 'dir/file': 'a' });
    symlinkSync('..', join(folder, 'dir', 'loop'));
    symlinkSync('/etc', join(folder, 'etc'));
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
    const { files, skipped } = await read(folder);
    server.close();
    expect(files).toEqual(['unversioned dir/file']);
    expect(skipped.sort()).toEqual([
      'special-file fifo',
      'special-file socket',
      'symbolic-link dir/loop',
      'symbolic-link etc',
    ]);
  });

  test('names of any bytes', async () => {
    const folder = temporaryFolder();
    const names = ['new\nline', 'grüße', '[a]*{b,c}', 'back\\slash', '\uf8ff0\uf8ff', '!not', ' space '];
    for (const name of names) writeFileSync(join(folder, name), name);
    const latin1 = Buffer.concat([Buffer.from(`${folder}/d`), Buffer.from([0xe9])]);
    mkdirSync(latin1);
    writeFileSync(Buffer.concat([latin1, Buffer.from('/f'), Buffer.from([0xff])]), 'bytes');
    const { files, contents } = await read(folder);
    expect(files).toEqual([...names, 'd\\xe9/f\\xff'].map((name) => `unversioned ${name}`).sort());
    expect(contents.map(({ text }) => text)).toContain('bytes');
  });

  test('a link that is named is followed, one that leads outside refused', async () => {
    const folder = folderWith({ 'dir/file': 'a' });
    symlinkSync('dir', join(folder, 'inside'));
    symlinkSync('/etc', join(folder, 'outside'));
    expect((await read(folder, { paths: [join(folder, 'inside')] })).files).toEqual(['unversioned dir/file']);
    await expect(read(folder, { paths: [join(folder, 'outside')] })).rejects.toThrow(/is outside of/);
  });

  test.each([
    ['does not exist', 'gone', /gone: no such file/],
    ['goes through a file', 'file/below', /no such file/],
    ['is a loop', 'loop', /cannot be read \(ELOOP\)/],
  ])('a path that %s is an error of the user', async (_, name, message) => {
    const folder = folderWith({ file: 'a' });
    symlinkSync('loop', join(folder, 'loop'));
    const reading = read(folder, { paths: [join(folder, name)] });
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow(message);
  });
});

describe('reading', () => {
  test.each([1, 4])(
    'with %d at once: sizes around those of buffers, and a large file in windows',
    async (jobs) => {
      const sizes = [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 20 * 1024 * 1024];
      const files = Object.fromEntries(sizes.map((size) => [`f${size}`, Buffer.alloc(size, 'line\n')]));
      for (let index = 0; index < 200; index += 1) files[`many/${index}`] = Buffer.from(`file ${index}`);
      const { contents, coverage } = await read(folderWith(files), { jobs });
      const texts = contents.map(({ text }) => text).sort();
      expect(texts.map((text) => text.length)).toEqual(
        Object.values(files)
          .map(String)
          .sort()
          .map((text) => text.length),
      );
      expect(texts.join() === Object.values(files).map(String).sort().join()).toBe(true);
      expect(contents.filter(({ pieces }) => pieces > 1)).toHaveLength(1);
      expect(coverage.files.scanned).toBe(Object.keys(files).length);
    },
  );

  test('memory stays bounded for a large file', async () => {
    const folder = temporaryFolder();
    execFileSync('truncate', ['--size=256M', join(folder, 'sparse')]);
    let largest = 0;
    let bytes = 0;
    await fileSource({ root: folder, repository: null })(
      ({ bytes: piece, piece: { ownedStart, ownedEnd } }) => {
        largest = Math.max(largest, piece.length);
        bytes += ownedEnd - ownedStart;
      },
      new Coverage(),
    );
    expect(bytes).toBe(256 * 1024 ** 2);
    expect(largest).toBeLessThan(9 * 1024 * 1024);
  });

  test('what vanishes is counted', async () => {
    const folder = folderWith({ a: 'a', b: 'b', c: 'c' });
    const names = ['a', 'b', 'c'];
    const { contents, coverage } = await collect(async (emit, coverage) => {
      await fileSource({ root: folder, repository: null })((content) => {
        // While the first is scanned, the others go.
        for (const name of names.splice(0)) {
          if (content.origin.kind === 'file' && content.origin.path !== name) rmSync(join(folder, name));
        }
        emit(content);
      }, coverage);
    });
    expect(contents).toHaveLength(1);
    expect(coverage.skipped()).toMatchObject([{ reason: 'vanished', count: 2 }]);
    expect(coverage.isComplete()).toBe(true);
  });

  test.runIf(existsSync('/proc/self/mem'))(
    'a file whose reading fails is unreadable, for root too',
    async () => {
      const { skipped, coverage } = await read('/proc/self', { paths: ['/proc/self/mem'] });
      expect(skipped).toEqual(['unreadable mem']);
      expect(coverage.isComplete()).toBe(false);
    },
  );

  test('an aborted scan ends with the reason', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const folder = folderWith({ a: 'a' });
    await expect(read(folder, { signal })).rejects.toThrow('enough');
    await expect(read(folder, { signal, jobs: 4 })).rejects.toThrow('enough');
  });

  test('globs', async () => {
    const folder = folderWith({
      'a.ts': '',
      'a.js': '',
      'a.md': '',
      'sub/b.ts': '',
      'sub/deep/c.ts': '',
      '#x': '',
      '!y': '',
    });
    const matching = async (options: Options) =>
      (await read(folder, options)).files.map((file) => file.slice(12));
    expect(await matching({ include: ['*.{ts,js}'] })).toEqual(['a.js', 'a.ts', 'sub/b.ts', 'sub/deep/c.ts']);
    expect(await matching({ include: ['/*.ts'] })).toEqual(['a.ts']);
    expect(await matching({ include: ['./sub/'] })).toEqual(['sub/b.ts', 'sub/deep/c.ts']);
    expect(await matching({ include: ['sub/**/*.ts'], exclude: ['deep'] })).toEqual(['sub/b.ts']);
    expect(await matching({ include: ['#x', '!y'] })).toEqual(['!y', '#x']);
    const { skipped } = await read(folder, { exclude: ['*.ts', 'a.*'] });
    expect(skipped).toHaveLength(5);
    await expect(read(folder, { exclude: [''] })).rejects.toThrow(/--exclude needs a glob/);
  });
});
