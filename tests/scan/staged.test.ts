import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scan } from '../../src/scan.ts';
import { GitRepo } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const KEY = key('azure-openai-key', 1);
const OTHER = key('openai-user-key', 1);
const LINE = `KEY=${KEY}\n`;

/** Path and redacted secret of everything that the next commit adds, and how much stood there before. */
async function staged(repo: GitRepo): Promise<{ found: string[]; standing: number }> {
  const { credentials, suppressed, coverage } = await scan({ paths: [repo.folder], target: 'staged' });
  expect(coverage.complete).toBe(true);
  const found = credentials.flatMap(({ redacted, occurrences }) =>
    occurrences.map(({ path, line }) => `${path}:${line} ${redacted.slice(0, 4)}`),
  );
  return { found: found.sort(), standing: suppressed.standing };
}

const of = (path: string, line = 1, secret = KEY): string => `${path}:${line} ${secret.slice(0, 4)}`;

describe('a scan of what is staged', () => {
  test('reads the index, not the file: partial staging', async () => {
    const repo = GitRepo.create();
    repo.write('a', LINE);
    repo.write('b', 'nothing');
    repo.git('add', '.');
    repo.write('a', 'taken out since');
    repo.write('b', LINE);
    expect((await staged(repo)).found).toEqual([of('a')]);
  });

  test('before the first commit, with names of all kinds', async () => {
    const repo = GitRepo.create();
    for (const name of ['plain', 'Ünïcode 文', 'new\nline', '-option', 'tab\tand"quote'])
      repo.write(name, LINE);
    repo.git('add', '.');
    expect((await staged(repo)).found).toHaveLength(5);
  });

  test('tells apart what stood there before', async () => {
    const repo = GitRepo.create();
    repo.commit('key', { a: LINE });
    repo.write('a', `# a comment\n${LINE}OPENAI=${OTHER}\n`);
    repo.git('add', '.');
    expect(await staged(repo)).toEqual({ found: [of('a', 3, OTHER)], standing: 1 });
  });

  test('also in a file that was renamed, changed its mode, or became a link', async () => {
    const repo = GitRepo.create();
    const rest = Array.from({ length: 50 }, (_, n) => `line ${n}\n`).join('');
    repo.commit('key', { a: LINE + rest, mode: `x\n${LINE}`, link: 'text' });
    repo.git('mv', 'a', 'b');
    chmodSync(join(repo.folder, 'mode'), 0o755);
    repo.git('rm', '--quiet', 'link');
    symlinkSync('somewhere', join(repo.folder, 'link'));
    repo.git('add', '.');
    expect(await staged(repo)).toEqual({ found: [], standing: 1 });
  });

  test('a copy in another file is added', async () => {
    const repo = GitRepo.create();
    repo.commit('key', { a: LINE });
    repo.write('b', `other\n${LINE}`);
    repo.git('add', '.');
    expect(await staged(repo)).toEqual({ found: [of('b', 2)], standing: 0 });
  });

  test('in a merge only what none of its parents has', async () => {
    const repo = GitRepo.create();
    repo.commit('base', { base: 'base' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { theirs: LINE });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('main', { main: 'main' });
    repo.git('merge', '--quiet', '--no-commit', 'side');
    expect(await staged(repo)).toEqual({ found: [], standing: 0 });
    repo.write('theirs', `${LINE}OPENAI=${OTHER}\n`);
    repo.git('add', '.');
    expect(await staged(repo)).toEqual({ found: [of('theirs', 2, OTHER)], standing: 1 });
  });

  test('sees both sides of a conflict, and what resolves it', async () => {
    const repo = GitRepo.create();
    repo.commit('base', { a: 'base\n' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commit('side', { a: LINE });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('main', { a: 'main\n' });
    repo.tryGit('merge', '--quiet', 'side');
    expect((await staged(repo)).found).toEqual([of('a')]);
    repo.write('a', `OPENAI=${OTHER}\n`);
    repo.git('add', '.');
    expect((await staged(repo)).found).toEqual([of('a', 1, OTHER)]);
  });

  test('finds encoded keys, and passes over submodules', async () => {
    const inner = GitRepo.create();
    inner.commit('inner', { inner: LINE });
    const repo = GitRepo.create();
    repo.git('submodule', '--quiet', 'add', inner.folder, 'module');
    repo.write('secret.yaml', `data:\n  key: ${Buffer.from(KEY).toString('base64')}\n`);
    repo.git('add', '.');
    const { credentials } = await scan({ paths: [repo.folder], target: 'staged' });
    expect(credentials.map(({ occurrences }) => occurrences.map(({ path }) => path))).toEqual([
      ['secret.yaml'],
    ]);
  });

  test('limits itself to paths', async () => {
    const repo = GitRepo.create();
    repo.write('a/x', LINE);
    repo.write('b/x', LINE);
    repo.git('add', '.');
    const { credentials } = await scan({ paths: [join(repo.folder, 'b')], target: 'staged' });
    expect(credentials[0]?.occurrences.map(({ path }) => path)).toEqual(['b/x']);
  });
});
