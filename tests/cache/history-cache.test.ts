import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/credentials/report.ts';
import { builtinRules } from '../../src/rules/catalogue.ts';
import type { RuleFile } from '../../src/rules/rule-file.ts';
import { scan } from '../../src/scan.ts';
import type { ScanOptions } from '../../src/scan-options.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const OPENAI = (number: number) => `AZURE_OPENAI_KEY=${key('azure-openai-key', number)}\n`;
const LEGACY = (number: number) => `AZURE_OPENAI_API_KEY=${key('azure-legacy-key', number)}\n`;

function remembering(folder: string, options: ScanOptions = {}): Promise<Report> {
  return scan({ paths: [folder], target: 'history', cache: 'git-folder', ...options });
}

function withoutMemory(folder: string, options: ScanOptions = {}): Promise<Report> {
  return scan({ paths: [folder], target: 'history', ...options });
}

/** What must not depend on what is remembered. */
function told({ credentials, coverage, suppressed }: Report) {
  const { complete, shallow, partialClone, skipped, commits } = coverage;
  return { credentials, suppressed, complete, shallow, partialClone, skipped, commits };
}

async function expectSame(folder: string, options: ScanOptions = {}): Promise<Report> {
  const [known, plain] = [await remembering(folder, options), await withoutMemory(folder, options)];
  expect(told(known)).toEqual(told(plain));
  return known;
}

const cacheFolder = ({ folder }: GitRepo) => join(folder, '.git', 'keypetrel');
const cacheFiles = (repo: GitRepo) =>
  existsSync(cacheFolder(repo))
    ? readdirSync(cacheFolder(repo)).map((name) => join(cacheFolder(repo), name))
    : [];

function repositoryWithKeys(): GitRepo {
  const repo = GitRepo.create();
  repo.commit('one', { 'a.env': OPENAI(1), 'b.txt': 'nothing\n' });
  repo.commit('two', { 'a.env': 'gone\n', 'c/d.env': LEGACY(1) });
  return repo;
}

describe('the second scan', () => {
  it('reads only what holds a key, and reports the same', async () => {
    const repo = repositoryWithKeys();
    const first = await remembering(repo.folder);
    expect(first.coverage.objects.fromCache).toBe(0);
    const second = await expectSame(repo.folder);
    expect(second.credentials).toHaveLength(2);
    expect(second.coverage.objects).toMatchObject({ scanned: 2, fromCache: 4 });
  });

  it('reads what is new, and knows it the next time', async () => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    repo.commit('three', { 'e.env': OPENAI(2), 'f.txt': 'new\n' });
    const second = await expectSame(repo.folder);
    expect(second.credentials).toHaveLength(3);
    expect(second.coverage.objects).toMatchObject({ scanned: 5, fromCache: 4 });
    const third = await expectSame(repo.folder);
    expect(third.coverage.objects).toMatchObject({ scanned: 3, fromCache: 6 });
  });

  it('of a clean history reads nothing', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    await remembering(repo.folder);
    const second = await expectSame(repo.folder);
    expect(second.coverage.objects).toMatchObject({ scanned: 0, fromCache: 2 });
    repo.commit('two', { b: OPENAI(1) });
    expect((await expectSame(repo.folder)).credentials).toHaveLength(1);
    expect((await expectSame(repo.folder)).credentials).toHaveLength(1);
  });

  it.each([['sha1'], ['sha256']])(
    'in a repository of %s, with worktrees, tags, notes and a stash',
    async (format) => {
      const repo = GitRepo.create(`--object-format=${format}`);
      repo.commit('one', { 'a.env': OPENAI(1) });
      repo.git('tag', '--annotate', '--message', OPENAI(2), 'v1');
      repo.git('notes', 'add', '--message', OPENAI(3));
      repo.write('a.env', OPENAI(4));
      repo.git('stash');
      repo.git('worktree', 'add', '--quiet', '-b', 'other', join(repo.folder, '..', 'worktree'));
      const worktree = new GitRepo(join(repo.folder, '..', 'worktree'));
      worktree.commit('two', { 'b.env': OPENAI(5) });
      await remembering(repo.folder);
      for (const folder of [repo.folder, worktree.folder]) {
        expect((await expectSame(folder)).credentials).toHaveLength(5);
      }
      worktree.write('c.env', OPENAI(6));
      worktree.git('add', '--all');
      expect((await expectSame(repo.folder)).credentials).toHaveLength(6);
    },
  );

  it('does not report what a branch held that is gone', async () => {
    const repo = repositoryWithKeys();
    repo.git('checkout', '--quiet', '-b', 'topic');
    repo.commit('three', { 'e.env': OPENAI(3) });
    repo.git('checkout', '--quiet', 'main');
    expect((await expectSame(repo.folder)).credentials).toHaveLength(3);
    repo.git('branch', '-D', 'topic');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    expect((await expectSame(repo.folder)).credentials).toHaveLength(2);
    repo.git('gc', '--quiet', '--prune=now');
    expect((await expectSame(repo.folder)).credentials).toHaveLength(2);
    expect((await expectSame(repo.folder)).coverage.objects.fromCache).toBeGreaterThan(0);
  });

  it('finds a key again that comes back', async () => {
    const repo = repositoryWithKeys();
    const topic = repo.commit('three', { 'e.env': OPENAI(3) });
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    rmSync(join(repo.folder, '.git', 'ORIG_HEAD'), { force: true });
    expect((await expectSame(repo.folder)).credentials).toHaveLength(2);
    repo.git('branch', 'topic', topic);
    expect((await expectSame(repo.folder)).credentials).toHaveLength(3);
  });

  it('finds a side of a conflict that has been resolved since, and that only the index remembers', async () => {
    const repo = repositoryWithKeys();
    await expectSame(repo.folder);
    const [base, ours, theirs] = ['base', OPENAI(3), 'theirs'].map((text) => repo.blob(text));
    const stages = [base, ours, theirs].map((oid, side) => `100644 ${oid} ${side + 1}\tconflict.env\n`);
    execFileSync('git', ['update-index', '--index-info'], { cwd: repo.folder, input: stages.join('') });
    repo.write('conflict.env', 'resolved');
    repo.git('add', 'conflict.env');
    expect((await expectSame(repo.folder)).credentials).toHaveLength(3);
  });
});

describe('with any history', () => {
  type Step = (repo: GitRepo, number: number) => void;
  const steps: Readonly<Record<string, Step>> = {
    key: (repo, number) => void repo.commit('key', { [`file${number % 3}`]: OPENAI(number) }),
    legacy: (repo, number) => void repo.commit('legacy', { [`dir/file${number % 2}.env`]: LEGACY(number) }),
    endpoint: (repo, number) =>
      void repo.commit('endpoint', { 'dir/host': `https://contoso${number}.openai.azure.com\n` }),
    nothing: (repo, number) => void repo.commit('nothing', { [`file${number % 3}`]: `line ${number}\n` }),
    message: (repo, number) => void repo.commit(OPENAI(number)),
    tag: (repo, number) => repo.tryGit('tag', '--annotate', '--message', OPENAI(number), `v${number}`),
    untag: (repo) => repo.tryGit('tag', '--delete', repo.git('tag').split('\n')[0] ?? ''),
    branch: (repo, number) => repo.tryGit('checkout', '--quiet', '-B', `topic${number % 3}`),
    main: (repo) => repo.tryGit('checkout', '--quiet', '-f', 'main'),
    merge: (repo, number) => {
      repo.tryGit('merge', '--quiet', '--no-edit', `topic${number % 3}`);
      repo.commit('resolved');
    },
    drop: (repo, number) => repo.tryGit('branch', '--quiet', '-D', `topic${number % 3}`),
    amend: (repo, number) => {
      repo.write('amended', OPENAI(number));
      repo.git('add', '--all');
      repo.tryGit('commit', '--quiet', '--amend', '--no-edit');
    },
    reset: (repo) => repo.tryGit('reset', '--quiet', '--hard', 'HEAD~1'),
    move: (repo) => repo.tryGit('mv', '-k', 'file1', 'dir/'),
    stage: (repo, number) => {
      repo.write('staged', OPENAI(number));
      repo.git('add', '--all');
    },
    stash: (repo) => repo.tryGit('stash'),
    forget: (repo) => repo.git('reflog', 'expire', '--expire=now', '--all'),
    gc: (repo) => repo.git('gc', '--quiet', '--prune=now'),
    name: (repo, number) => void repo.commit('name', { [key('azure-openai-key', number)]: '' }),
  };

  it('reports what it would without a memory, after each step', async () => {
    const names = Object.keys(steps).flatMap((name) => (name === 'name' ? [name] : [name, name, name]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 9 })), {
          minLength: 4,
          maxLength: 14,
        }),
        async (taken) => {
          const repo = GitRepo.create();
          repo.commit('first', { file0: 'x\n' });
          for (const [name, number] of taken) {
            steps[name]?.(repo, number);
            await expectSame(repo.folder);
          }
        },
      ),
      { numRuns: Number(process.env['KEYPETREL_CACHE_RUNS'] ?? 8) },
    );
  }, 600_000);
});

describe('a memory is dropped', () => {
  async function forgets(change: (repo: GitRepo, file: string) => void): Promise<Report> {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    const [file = ''] = cacheFiles(repo);
    expect(file).toMatch(/\.cache$/);
    change(repo, file);
    const report = await remembering(repo.folder);
    expect(report.coverage.objects.fromCache).toBe(0);
    expect(report.credentials).toHaveLength(2);
    return report;
  }

  it('wherever a byte of it is another', async () => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    const [file = ''] = cacheFiles(repo);
    const bytes = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        writeFileSync(file, changed);
        const report = await remembering(repo.folder);
        expect(report.coverage.objects.fromCache).toBe(0);
        expect(report.credentials).toHaveLength(2);
        writeFileSync(file, bytes);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it.each([0, 1, 17, 18, 21, 100])('when it ends after %i bytes', async (length) => {
    await forgets((_, file) => writeFileSync(file, readFileSync(file).subarray(0, length)));
  });

  it('when it came with the repository from elsewhere', async () => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    const copy = join(temporaryFolder(), 'copy');
    cpSync(repo.folder, copy, { recursive: true, preserveTimestamps: true });
    expect(cacheFiles(new GitRepo(copy))).toHaveLength(1);
    expect((await remembering(copy)).coverage.objects.fromCache).toBe(0);
  });

  it('when it is a link', async () => {
    await forgets((repo, file) => {
      renameSync(file, join(repo.folder, 'moved'));
      symlinkSync(join(repo.folder, 'moved'), file);
    });
  });

  it('when it is tied to something else, and is not even read then', async () => {
    await forgets((_, file) => {
      const bytes = readFileSync(file);
      // Behind the mark; all that follows is a hole, which reading would take a gigabyte for.
      bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
      writeFileSync(file, bytes);
      truncateSync(file, 2 ** 30 - 1);
    });
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(2 ** 29);
  });

  it('when its folder is a link, and nothing is written through it', async () => {
    const elsewhere = temporaryFolder();
    await forgets((repo) => {
      const folder = cacheFolder(repo);
      cpSync(folder, elsewhere, { recursive: true });
      rmSync(folder, { recursive: true });
      symlinkSync(elsewhere, folder);
      for (const name of readdirSync(elsewhere)) rmSync(join(elsewhere, name));
    });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('when an object is gone in which something was found', async () => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    rmSync(repo.looseFile(repo.id('HEAD:c/d.env')));
    const report = await expectSame(repo.folder);
    expect(report.coverage.complete).toBe(false);
  });

  test.each<[string, ScanOptions]>([
    ['other rules are looked for', { rules: ['azure-ai-key'] }],
    ['a rule is turned off', { disabledRules: ['azure-ai-legacy-key'] }],
    ['a rule set is added', { rulesets: ['llm'] }],
    ['a weight is another', { config: withWeight() }],
  ])('when %s', async (_, options) => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    const first = await expectSame(repo.folder, options);
    expect(first.coverage.objects.fromCache).toBe(0);
    expect((await expectSame(repo.folder, options)).coverage.objects.fromCache).toBeGreaterThan(0);
    // The other one is still there.
    expect((await expectSame(repo.folder)).coverage.objects.fromCache).toBeGreaterThan(0);
  });
});

function withWeight(): NonNullable<ScanOptions['config']> {
  const rule = builtinRules().find(({ family }) => family === 'azure-ai-legacy-key') as RuleFile;
  const kind = rule.evidence[0]?.kind ?? '';
  return {
    path: '/config.yaml',
    ownRules: [],
    weights: { [rule.family]: { patterns: {}, evidence: { [kind]: 1 }, thresholds: {} } },
    rulesets: [],
  } as unknown as NonNullable<ScanOptions['config']>;
}

describe('nothing is kept', () => {
  it.each<[string, ScanOptions]>([
    ['unless it is asked for', { cache: false }],
    ['of files', { target: 'files' }],
    ['of a range', { target: 'range', range: { kind: 'revisions', text: 'HEAD~1..HEAD' } }],
    ['of all objects', { allObjects: true }],
  ])('%s', async (_, options) => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder, options);
    expect(cacheFiles(repo)).toEqual([]);
  });

  it('of a shallow clone', async () => {
    const repo = repositoryWithKeys();
    const clone = new GitRepo(join(temporaryFolder(), 'clone'));
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.folder}`, clone.folder);
    await remembering(clone.folder);
    expect(cacheFiles(clone)).toEqual([]);
    clone.git('fetch', '--quiet', '--unshallow');
    expect((await expectSame(clone.folder)).credentials).toHaveLength(2);
  });

  it('when a key is the name of a file', async () => {
    const repo = repositoryWithKeys();
    await remembering(repo.folder);
    repo.commit('name', { [key('azure-openai-key', 7)]: '' });
    await expectSame(repo.folder);
    expect(cacheFiles(repo)).toEqual([]);
  });

  it('of a history that cannot be read to its end', async () => {
    const repo = repositoryWithKeys();
    rmSync(repo.looseFile(repo.id('HEAD~1')));
    await remembering(repo.folder);
    expect(cacheFiles(repo)).toEqual([]);
  });

  it('where nothing can be written, and the scan goes on', async () => {
    const repo = repositoryWithKeys();
    const cache = { folder: join(repo.folder, 'a.env', 'cache') };
    expect((await remembering(repo.folder, { cache })).credentials).toHaveLength(2);
    expect(cacheFiles(repo)).toEqual([]);
  });

  it('where a file is in the way, and the scan goes on', async () => {
    const repo = repositoryWithKeys();
    writeFileSync(cacheFolder(repo), 'mine');
    expect((await remembering(repo.folder)).credentials).toHaveLength(2);
    expect(readFileSync(cacheFolder(repo), 'utf8')).toBe('mine');
  });
});

describe('a partial clone', () => {
  it('finds what has been fetched since', async () => {
    const repo = GitRepo.create();
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const large = `${'x'.repeat(2000)}\n`;
    repo.commit('one', { 'a.env': OPENAI(1), 'large.env': `${OPENAI(2)}${large}` });
    repo.commit('two', { 'large.env': large });
    const clone = new GitRepo(join(temporaryFolder(), 'clone'));
    repo.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:limit=1k',
      `file://${repo.folder}`,
      clone.folder,
    );
    expect((await expectSame(clone.folder)).credentials).toHaveLength(1);
    const second = await expectSame(clone.folder);
    expect(second.coverage.objects.fromCache).toBeGreaterThan(0);
    expect(second.coverage.skipped).toMatchObject([{ reason: 'missing-object', count: 2 }]);
    clone.git('cat-file', 'blob', 'HEAD~1:large.env');
    expect((await expectSame(clone.folder)).credentials).toHaveLength(2);
  });
});

describe('a folder of its own', () => {
  it('holds what is known of several repositories, and nothing lies in them', async () => {
    const folder = temporaryFolder();
    const repos = [repositoryWithKeys(), repositoryWithKeys()];
    repos[1]?.commit('more', { x: OPENAI(8) });
    for (const repo of repos) await remembering(repo.folder, { cache: { folder } });
    expect(readdirSync(folder)).toHaveLength(2);
    for (const [index, repo] of repos.entries()) {
      const report = await expectSame(repo.folder, { cache: { folder } });
      expect(report.credentials).toHaveLength(2 + index);
      expect(report.coverage.objects.fromCache).toBeGreaterThan(0);
      expect(cacheFiles(repo)).toEqual([]);
    }
  });

  it('is made when it is not there', async () => {
    const folder = join(temporaryFolder(), 'new');
    await remembering(repositoryWithKeys().folder, { cache: { folder } });
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('several scans at once', () => {
  it('do not disturb each other, and leave one whole file', async () => {
    const repo = repositoryWithKeys();
    for (let round = 0; round < 3; round += 1) {
      const reports = await Promise.all(Array.from({ length: 6 }, () => remembering(repo.folder)));
      const expected = told(await withoutMemory(repo.folder));
      for (const report of reports) expect(told(report)).toEqual(expected);
      repo.commit(`more ${round}`, { [`file${round}`]: 'x' });
    }
    expect(cacheFiles(repo)).toHaveLength(1);
  });
});

test('what is kept holds no piece of a secret', async () => {
  const repo = repositoryWithKeys();
  repo.commit(OPENAI(4));
  await remembering(repo.folder);
  const secrets = [key('azure-openai-key', 1), key('azure-legacy-key', 1), key('azure-openai-key', 4)];
  const [file = ''] = cacheFiles(repo);
  const text = readFileSync(file, 'latin1');
  for (const secret of secrets) {
    for (let at = 0; at + 8 <= secret.length; at += 1) {
      expect(text.includes(secret.slice(at, at + 8)), secret.slice(0, 4)).toBe(false);
    }
  }
});

test('files of other rules and versions do not pile up', async () => {
  const repo = repositoryWithKeys();
  mkdirSync(cacheFolder(repo));
  for (let index = 0; index < 10; index += 1) writeFileSync(join(cacheFolder(repo), `${index}.cache`), 'old');
  await remembering(repo.folder);
  expect(cacheFiles(repo)).toHaveLength(4);
  expect((await remembering(repo.folder)).coverage.objects.fromCache).toBeGreaterThan(0);
});
