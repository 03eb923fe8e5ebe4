import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { walkCommits } from '../../src/git/commit-walk.ts';
import { findContentChanges } from '../../src/git/content-changes.ts';
import { GitRepo } from '../support/git-repo.ts';

async function changes(repo: GitRepo, wanted: ReadonlySet<string>) {
  const repository = await repo.discover();
  const { graph } = await walkCommits(repository, []);
  const found: string[] = [];
  const unreadable = await findContentChanges(
    repository,
    graph,
    graph.added(),
    wanted,
    ({ commit, before, after, pathBytes }) => {
      if (!known.has(after) && !before.some((oid) => known.has(oid))) return;
      found.push([graph.idAt(commit), before.join(), after, pathBytes.toString()].join(' '));
    },
  );
  return { found: found.sort(), unreadable: unreadable.map((place) => graph.idAt(place)) };
}

const known = new Set<string>();

describe('findContentChanges', () => {
  test('tells the same whether git filters, or too many are wanted for that', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'secret', b: 'b' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('two', { a: 'other', c: 'secret' });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('three', { d: 'd' });
    repo.git('merge', '--quiet', '--no-commit', 'side');
    repo.commit('merge', { a: 'secret', 'e\n f': 'secret' });
    const oid = repo.id('HEAD:a');
    known.clear();
    known.add(oid);
    const few = await changes(repo, new Set([oid]));
    const many = new Set([oid, ...Array.from({ length: 3000 }, (_, n) => n.toString(16).padStart(40, 'f'))]);
    expect(few.found).toHaveLength(4);
    expect(await changes(repo, many)).toEqual(few);
  });

  test('goes on behind what cannot be read, and names it', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { 'folder/a': 'a' });
    const broken = repo.commit('two', { 'folder/a': 'b' });
    const tree = repo.id('HEAD:folder');
    const after = repo.commit('three', { 'folder/a': 'c' });
    const secret = repo.commit('four', { b: 'secret' });
    const oid = repo.id('HEAD:b');
    known.clear();
    known.add(oid);
    rmSync(repo.looseFile(tree));
    const { found, unreadable } = await changes(repo, new Set([oid]));
    expect(unreadable.sort()).toEqual([broken, after].sort());
    expect(found).toEqual([expect.stringContaining(`${secret} `)]);
  });
});
