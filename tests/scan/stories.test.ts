import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Credential } from '../../src/credentials/report.ts';
import { scan } from '../../src/scan.ts';
import type { ScanOptions } from '../../src/scan-options.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const SECRET = key('azure-openai-key', 1);
const ADA = 'Ada Author <ada@example.com>';

async function all({ folder }: GitRepo, options: ScanOptions = {}): Promise<readonly Credential[]> {
  return (await scan({ paths: [folder], ...options })).credentials;
}

/** The one credential of a repository. */
async function only(repo: GitRepo, options: ScanOptions = {}): Promise<Credential> {
  const [credential, ...others] = await all(repo, options);
  if (credential === undefined) throw new Error('nothing found');
  expect(others).toEqual([]);
  return credential;
}

function clone(origin: GitRepo, ...options: string[]): GitRepo {
  const repo = new GitRepo(join(temporaryFolder(), 'clone'));
  origin.git('clone', '--quiet', ...options, `file://${origin.folder}`, repo.folder);
  return repo;
}

describe('where a credential came from', () => {
  test('the first commit, where it went, and since when it is gone', async () => {
    const repo = GitRepo.create();
    repo.commit('before', { a: 'a' });
    const first = repo.commit('first', { 'old.env': `A=1\nKEY=${SECRET}\n` });
    repo.commit('changed', { 'old.env': `A=2\nKEY=${SECRET}\n` });
    repo.git('mv', 'old.env', 'new.env');
    const moved = repo.commit('moved', { 'new.env': `A=3\nKEY=${SECRET}\n` });
    rmSync(join(repo.folder, 'new.env'));
    const gone = repo.commit('gone');
    repo.commit('later', { a: 'b' });
    expect(await only(repo)).toMatchObject({
      exposure: 'committed',
      provenance: {
        complete: true,
        first: {
          commit: first,
          author: ADA,
          date: '2023-11-14T23:15:20+01:00',
          path: 'old.env',
          orEarlier: false,
        },
        renames: [{ commit: moved, author: ADA, from: 'old.env', to: 'new.env' }],
        inHead: false,
        removed: { commit: gone, author: ADA, date: '2023-11-14T23:18:20+01:00' },
        refs: ['refs/heads/main'],
        moreRefs: 0,
        remotes: [],
      },
    });
  });

  test('a file with it that changed three times stands in HEAD, and nothing says otherwise', async () => {
    const repo = GitRepo.create();
    for (const version of [1, 2, 3]) repo.commit(`${version}`, { '.env': `A=${version}\nKEY=${SECRET}\n` });
    const { provenance, occurrences } = await only(repo, { target: 'history' });
    expect(provenance).toMatchObject({ inHead: true, removed: null });
    expect(occurrences.map(({ inHead }) => inHead)).toEqual([true, false, false]);
  });

  test('gone with a merge that took the other side, although no commit removed it', async () => {
    const repo = GitRepo.create();
    repo.commit('base', { a: 'a' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { b: 'b' });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('leak', { '.env': SECRET });
    repo.git('merge', '--quiet', '--no-commit', 'side');
    repo.git('rm', '--quiet', '--cached', '.env');
    rmSync(join(repo.folder, '.env'));
    const merge = repo.commit('merge');
    const { provenance } = await only(repo);
    expect(provenance).toMatchObject({ inHead: false, removed: { commit: merge } });
  });

  test('what a merge alone brings in', async () => {
    const repo = GitRepo.create();
    repo.commit('base', { a: 'a' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { b: 'b' });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('main', { c: 'c' });
    repo.git('merge', '--quiet', '--no-commit', 'side');
    const merge = repo.commit('merge', { '.env': SECRET });
    expect((await only(repo)).provenance).toMatchObject({
      first: { commit: merge, path: '.env' },
      inHead: true,
    });
  });

  test('in a shallow clone it may be older', async () => {
    const origin = GitRepo.create();
    origin.commit('leak', { '.env': SECRET });
    origin.commit('later', { a: 'a' });
    const { provenance } = await only(clone(origin, '--depth=1'));
    expect(provenance).toMatchObject({
      complete: true,
      first: { commit: origin.id('HEAD'), orEarlier: true },
    });
  });

  test('all refs that hold it are counted', async () => {
    const repo = GitRepo.create();
    repo.commit('before', { a: 'a' });
    repo.git('branch', 'without');
    repo.commit('leak', { '.env': SECRET });
    for (let number = 10; number < 40; number += 1) repo.git('branch', `b${number}`);
    const { provenance, occurrences } = await only(repo, { target: 'history' });
    expect(provenance).toMatchObject({ moreRefs: 21 });
    expect(provenance?.refs.slice(0, 2)).toEqual(['refs/heads/main', 'refs/heads/b10']);
    expect(occurrences[0]?.refs).toHaveLength(5);
    expect(occurrences[0]?.moreRefs).toBe(26);
  });
});

describe('how far a credential got', () => {
  test('which remotes have it, and in which branches', async () => {
    const repo = GitRepo.create();
    const [one, two] = [GitRepo.create('--bare'), GitRepo.create('--bare')];
    repo.git('remote', 'add', 'one', one.folder);
    repo.git('remote', 'add', 'two.x', two.folder);
    repo.commit('before', { a: 'a' });
    repo.git('push', '--quiet', 'two.x', 'main:before');
    repo.commit('leak', { '.env': SECRET });
    repo.git('push', '--quiet', 'one', 'main', 'main:feature/a');
    repo.git('push', '--quiet', 'two.x', 'main');
    const { exposure, provenance } = await only(repo);
    expect(exposure).toBe('pushed');
    expect(provenance?.remotes).toEqual([
      { name: 'one', refs: ['refs/remotes/one/feature/a', 'refs/remotes/one/main'], moreRefs: 0 },
      { name: 'two.x', refs: ['refs/remotes/two.x/main'], moreRefs: 0 },
    ]);
  });

  test.each<[string, (repo: GitRepo) => void, Partial<Credential>, string[], string | null]>([
    [
      'a stash further down',
      (repo) => {
        repo.write('a', SECRET);
        repo.git('stash', 'push', '--quiet');
        repo.write('a', 'harmless');
        repo.git('stash', 'push', '--quiet');
      },
      { exposure: 'committed' },
      ['refs/stash@{1}'],
      'blob',
    ],
    [
      'a note',
      (repo) => void repo.git('notes', 'add', '--message', `key ${SECRET}`, 'HEAD'),
      { exposure: 'committed' },
      ['refs/notes/commits'],
      'note',
    ],
    [
      'the reflog',
      (repo) => {
        repo.commit('leak', { a: SECRET });
        repo.git('reset', '--quiet', '--hard', 'HEAD~1');
        rmSync(join(repo.folder, '.git', 'ORIG_HEAD'));
      },
      { exposure: 'unreachable' },
      ['refs/heads/main@{1}', 'HEAD@{1}'],
      'blob',
    ],
    [
      'a pull request that was fetched',
      (repo) => {
        repo.git('remote', 'add', 'origin', '/nowhere');
        repo.git('checkout', '--quiet', '--detach');
        repo.commit('leak', { a: SECRET });
        repo.git('update-ref', 'refs/pull/7/head', 'HEAD');
        repo.git('checkout', '--quiet', 'main');
        rmSync(join(repo.folder, '.git', 'logs'), { recursive: true });
      },
      { exposure: 'pushed' },
      ['refs/pull/7/head'],
      'blob',
    ],
    [
      'a tag of a tag',
      (repo) => {
        repo.git('tag', '--annotate', '--message', `inner ${SECRET}`, 'inner');
        repo.git('tag', '--annotate', '--message', 'outer', 'outer', 'inner');
        repo.git('tag', '--delete', 'inner');
      },
      { exposure: 'committed' },
      ['refs/tags/outer'],
      'tag-message',
    ],
    [
      'a tagged tree',
      (repo) => {
        const tree = repo.gitWithInput(
          `100644 blob ${repo.blob(SECRET)}\tin/tree\n`.replace('in/', ''),
          'mktree',
        );
        repo.git('tag', 'tree', tree);
      },
      { exposure: 'committed' },
      ['refs/tags/tree'],
      'blob',
    ],
  ])('in %s', async (_, leak, expected, refs, source) => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    leak(repo);
    const credential = await only(repo);
    expect(credential).toMatchObject({ ...expected, provenance: { complete: true, refs } });
    expect(credential.occurrences.map((each) => each.source)).toEqual([source]);
  });

  test('staged in another work tree', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    const other = new GitRepo(join(temporaryFolder(), 'other tree'));
    repo.git('worktree', 'add', '--quiet', '-b', 'other', other.folder);
    other.write('b.env', SECRET);
    other.git('add', 'b.env');
    for (const [from, to] of [
      [repo, other],
      [other, repo],
    ] as const) {
      if (from === other) {
        other.git('rm', '--quiet', '--force', 'b.env');
        repo.write('b.env', SECRET);
        repo.git('add', 'b.env');
      }
      const { exposure, occurrences, remediation } = await only(from);
      expect(exposure).toBe('staged');
      expect(occurrences).toMatchObject([
        { source: 'blob', path: 'b.env', commit: null, exposure: 'staged' },
      ]);
      expect(remediation.commands.join('\n')).toContain(`restore --staged -- b.env`);
      expect(remediation.commands.join('\n')).toContain(to.folder);
    }
  });

  test('staged in this work tree, where only the history is scanned', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.write('b.env', SECRET);
    repo.git('add', 'b.env');
    const { exposure, occurrences, remediation } = await only(repo, { target: 'history' });
    expect({ exposure, sources: occurrences.map(({ source }) => source) }).toEqual({
      exposure: 'staged',
      sources: ['index'],
    });
    expect(remediation.commands.join('\n')).toContain(`restore --staged -- b.env`);
  });

  test('the lines of messages count from the message, and HEAD has those before it', async () => {
    const repo = GitRepo.create();
    const commit = repo.commit(`subject\n\nkey ${SECRET}`, { a: 'a' });
    repo.git('tag', '--annotate', '--message', `${SECRET}`, 'v1');
    const { occurrences, provenance } = await only(repo);
    expect(occurrences).toMatchObject([
      { source: 'commit-message', commit, line: 3, column: 5, inHead: true },
      { source: 'tag-message', line: 1, column: 1, inHead: null },
    ]);
    expect(provenance).toMatchObject({ inHead: true });
  });

  test('in the name of an author', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    repo.git('commit', '--quiet', '--amend', '--no-edit', `--author=${SECRET} <a@example.com>`);
    rmSync(join(repo.folder, '.git', 'logs'), { recursive: true });
    expect((await only(repo)).occurrences).toMatchObject([{ source: 'commit-header', line: 2 }]);
  });

  test('the order is severity, confidence, path and line, wherever it stands', async () => {
    const repo = GitRepo.create();
    repo.commit('history', { 'a.env': `K=${key('azure-openai-key', 2)}` });
    rmSync(join(repo.folder, 'a.env'));
    repo.commit('gone');
    repo.write('z.env', `K=${key('azure-openai-key', 3)}`);
    expect((await all(repo)).map(({ occurrences }) => occurrences[0]?.path)).toEqual(['a.env', 'z.env']);
  });
});

describe('in a damaged repository nothing is claimed that is not known', () => {
  /** Nothing that deletes may be advised while it is not known what is what. */
  function expectHarmless({ remediation }: Credential): void {
    expect(remediation.commands.join('\n')).not.toMatch(/--prune|reflog|filter-repo|stash drop|update-ref/);
    expect(remediation.steps.join('\n')).toContain('Find out what is broken');
  }

  test('a commit in the middle is missing: what is before it may be pushed', async () => {
    const repo = GitRepo.create();
    repo.commit('leak', { '.env': SECRET });
    rmSync(join(repo.folder, '.env'));
    const middle = repo.commit('middle');
    repo.commit('last', { a: 'a' });
    repo.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    rmSync(join(repo.folder, '.git', 'logs'), { recursive: true });
    rmSync(repo.looseFile(middle));
    const credential = await only(repo, { target: 'history' });
    expect(credential).toMatchObject({ exposure: 'pushed', provenance: { complete: false } });
    expect(credential.remediation.summary).toContain('is not known');
    expectHarmless(credential);
  });

  test('a branch cannot be read: what the reflog has may be committed', async () => {
    const repo = GitRepo.create();
    repo.commit('leak', { '.env': SECRET });
    repo.git('checkout', '--quiet', '--orphan', 'new');
    rmSync(join(repo.folder, '.env'));
    repo.commit('new', { a: 'a' });
    writeFileSync(join(repo.folder, '.git', 'refs', 'heads', 'main'), '');
    const credential = await only(repo, { target: 'history' });
    expect(credential).toMatchObject({ exposure: 'committed', provenance: { complete: false } });
    expectHarmless(credential);
  });

  test('a tree is missing: a blob that nothing else explains may be in it', async () => {
    const repo = GitRepo.create();
    repo.commit('leak', { 'folder/.env': SECRET });
    const tree = repo.id('HEAD:folder');
    rmSync(join(repo.folder, 'folder'), { recursive: true });
    repo.commit('last', { a: 'a' });
    rmSync(repo.looseFile(tree));
    const credential = await only(repo, { target: 'history', allObjects: true });
    expect(credential).toMatchObject({ exposure: 'committed', provenance: { complete: false } });
    expectHarmless(credential);
  });

  test('what is known stays known: a commit after the break', async () => {
    const repo = GitRepo.create();
    const missing = repo.commit('one', { a: 'a' });
    repo.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repo.commit('two', { a: 'b' });
    const commit = repo.commit('leak', { '.env': SECRET });
    rmSync(repo.looseFile(missing));
    expect(await only(repo, { target: 'history' })).toMatchObject({
      exposure: 'committed',
      provenance: { complete: true, first: { commit, orEarlier: true } },
    });
  });
});
