import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { CommitRange } from '../../src/git/range.ts';
import { rangeSource } from '../../src/sources/range.ts';
import { collect } from '../support/collect.ts';
import { GitRepo } from '../support/git-repo.ts';

/** The contents that a range brings in, sorted; of commits and tags only the message. */
async function readRange(repo: GitRepo, range: CommitRange | string): Promise<string[]> {
  const asked: CommitRange = typeof range === 'string' ? { kind: 'revisions', text: range } : range;
  const { contents } = await collect(rangeSource({ repository: await repo.discover(), range: asked }));
  return contents
    .map(({ origin, text }) => {
      if (origin.kind !== 'object') throw new Error('not an object');
      return origin.type === 'blob' ? `${origin.path}: ${text}` : `${origin.type}: ${text.split('\n\n')[1]}`;
    })
    .map((text) => text.trim())
    .sort();
}

describe('rangeSource', () => {
  test('gives what the commits of a range bring in, and nothing that stood there before', async () => {
    const repo = GitRepo.create();
    const first = repo.commit('first', { old: 'old', changed: 'one' });
    repo.commit('second', { changed: 'two' });
    repo.commit('third', { 'added\nname': 'three' });
    repo.git('rm', '--quiet', 'changed');
    repo.commit('fourth');
    const expected = [
      'added\nname: three',
      'changed: two',
      'commit: fourth',
      'commit: second',
      'commit: third',
    ];
    expect(await readRange(repo, `${first}..HEAD`)).toEqual(expected);
    expect(await readRange(repo, `${first}..`)).toEqual(expected);
    expect(await readRange(repo, 'HEAD..')).toEqual([]);
  });

  test('what a merge alone brings in, and what its branch did', async () => {
    const repo = GitRepo.create();
    const base = repo.commit('base', { base: 'base' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { side: 'side' });
    repo.git('checkout', '--quiet', 'main');
    const main = repo.commit('main', { main: 'main' });
    repo.git('merge', '--quiet', '--no-commit', 'side');
    repo.commit('merge', { evil: 'evil' });
    expect(await readRange(repo, `${main}..HEAD`)).toEqual([
      'commit: merge',
      'commit: side',
      'evil: evil',
      'side: side',
    ]);
    expect(await readRange(repo, { kind: 'commits', names: ['HEAD'] })).toEqual([
      'commit: merge',
      'evil: evil',
    ]);
    expect(await readRange(repo, `side...${main}`)).toEqual([
      'commit: main',
      'commit: side',
      'main: main',
      'side: side',
    ]);
    expect(await readRange(repo, `${base}..side`)).toEqual(['commit: side', 'side: side']);
  });

  test('two histories without a common ancestor', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { one: 'one' });
    repo.git('checkout', '--quiet', '--orphan', 'other');
    repo.git('rm', '--quiet', '-rf', '.');
    repo.commit('two', { two: 'two' });
    expect(await readRange(repo, 'main..other')).toEqual(['commit: two', 'two: two']);
    expect(await readRange(repo, 'main...other')).toHaveLength(4);
  });

  test('the message of an annotated tag that ends it', async () => {
    const repo = GitRepo.create();
    const first = repo.commit('first');
    repo.git('tag', '-a', 'v1', '-m', 'a release');
    expect(await readRange(repo, `${first}..v1`)).toEqual(['tag: a release']);
  });

  test('single commits, each against its own parents', async () => {
    const repo = GitRepo.create();
    const first = repo.commit('first', { a: 'one' });
    repo.commit('second', { a: 'two' });
    const third = repo.commit('third', { a: 'three' });
    const names = [third.slice(0, 10), first];
    expect(await readRange(repo, { kind: 'commits', names })).toEqual([
      'a: one',
      'a: three',
      'commit: first',
      'commit: third',
    ]);
    expect(await readRange(repo, { kind: 'commits', names: [] })).toEqual([]);
  });

  test('passes over submodules', async () => {
    const inner = GitRepo.create();
    inner.commit('inner');
    const repo = GitRepo.create();
    const first = repo.commit('first');
    repo.git('submodule', '--quiet', 'add', inner.folder, 'module');
    repo.commit('second');
    const contents = await readRange(repo, `${first}..HEAD`);
    expect(contents.map((text) => text.split(':')[0])).toEqual(['.gitmodules', 'commit']);
  });

  test.each([
    ['nowhere..HEAD', 'there is no commit "nowhere" here'],
    ['HEAD..--all', 'there is no commit "--all" here'],
    ['HEAD', '"HEAD" is no range: write A..B or A...B'],
    ['HEAD..\u001b[31m', 'there is no commit "\\x1b[31m" here'],
  ])('says what is wrong with %j', async (range, message) => {
    const repo = GitRepo.create();
    repo.commit('first');
    await expect(readRange(repo, range)).rejects.toThrow(new UserError(message));
  });

  test('says what is wrong with a list of commits', async () => {
    const repo = GitRepo.create();
    const first = repo.commit('first');
    const unknown = '1'.repeat(40);
    await expect(readRange(repo, { kind: 'commits', names: [first, unknown] })).rejects.toThrow(
      new UserError(`there is no commit "${unknown}" here`),
    );
  });
});
