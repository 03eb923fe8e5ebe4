import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

/** A branch with a key in its name. */
export const NAMED = `of/${key('azure-openai-key', 12)}`;

/**
 * A repository with something in every place that the program asks git about: commits, a merge, a tag, a stash, a note, a reflog,
 * a pseudo ref, the index, another work tree, a repository within it, an object that nothing refers to.
 * @param isLeaking whether that is a key, another one in each, or a text that is none.
 */
export function faultRepository(isLeaking: boolean): GitRepo {
  const line = (number: number) =>
    isLeaking ? `AZURE_OPENAI_API_KEY=${key('azure-openai-key', number)}\n` : `KEY=number ${number}\n`;
  const repo = GitRepo.create();
  repo.commit('one', { 'a.txt': 'a\n', 'config.txt': 'https://alpha-beta.openai.azure.com/\n' });
  // Without the host in the other file it would be nothing that is reported.
  repo.commit('by its host', {
    'paired.env': isLeaking ? `SERVICE_KEY=${key('azure-legacy-key', 1)}\n` : 'SERVICE_KEY=none\n',
  });
  repo.commit('past', { 'past.env': line(1) });
  repo.commit('past is gone', { 'past.env': 'nothing\n' });
  repo.commit('reflog', { 'reflog.env': line(3) });
  repo.git('update-ref', 'refs/heads/main', 'HEAD~1');
  repo.git('read-tree', 'HEAD');
  rmSync(join(repo.folder, 'reflog.env'));
  repo.write('stashed.env', line(4));
  repo.git('add', 'stashed.env');
  repo.git('stash', '--quiet');
  repo.commit('ORIG_HEAD', { 'original.env': line(2) });
  repo.git('reset', '--quiet', '--hard', 'HEAD~1');
  repo.git('reflog', 'delete', 'HEAD@{1}', 'HEAD@{0}');
  repo.git('reflog', 'delete', 'main@{1}', 'main@{0}');
  if (isLeaking) repo.git('branch', NAMED);
  repo.git('tag', '--annotate', '--message', line(5), 'v1');
  repo.git('notes', 'add', '--message', line(6), 'HEAD');
  repo.blob(line(7));
  repo.git('worktree', 'add', '--quiet', '-b', 'other', '../other');
  const other = new GitRepo(join(repo.folder, '../other'));
  other.write('elsewhere.env', line(8));
  other.git('add', 'elsewhere.env');
  for (const name of ['reflogExpire', 'reflogExpireUnreachable']) repo.git('config', `gc.${name}`, 'never');
  repo.git('gc', '--quiet', '--prune=never');
  const inner = new GitRepo(join(repo.folder, 'inner'));
  inner.write('inner.env', line(9));
  inner.git('init', '--quiet');
  inner.git('add', 'inner.env');
  repo.write('staged.env', line(10));
  repo.git('add', 'staged.env');
  repo.write('untracked.env', line(11));
  repo.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
  repo.git('config', 'remote.origin.url', 'https://git.example.invalid/x.git');
  return repo;
}
