import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { credentialIn, replaceIn, runAll, SECRET } from './person.ts';

/** A repository with a remote that has all of it, and somebody else's clone. */
function pushed(leak: (repo: GitRepo) => void): { repo: GitRepo; origin: GitRepo } {
  const origin = GitRepo.create('--bare');
  const repo = GitRepo.create();
  repo.git('config', 'user.name', 'Ada Author');
  repo.git('config', 'user.email', 'ada@example.com');
  repo.git('remote', 'add', 'origin', origin.folder);
  repo.commit('first', { 'app.py': 'import os\n' });
  repo.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  leak(repo);
  return { repo, origin };
}

async function undo(repo: GitRepo): Promise<string[]> {
  const credential = await credentialIn(repo);
  for (const { source, path } of credential?.occurrences ?? []) {
    if (source === 'file' && path !== null) replaceIn(join(repo.folder, path));
  }
  return (credential?.remediation.plan ?? [])
    .filter(({ stage }) => stage === 'undo')
    .flatMap(({ commands }) => runAll(repo, commands));
}

const CODE = `import os\nKEY = "${SECRET}"\nprint(1)\n`;

describe('the advice for what was pushed', { timeout: 180_000 }, () => {
  test('rotation comes first, and the remotes and branches are named', async () => {
    const { repo } = pushed((it) => {
      it.commit('leak', { 'app.py': CODE });
      it.git('push', '--quiet', 'origin', 'main', 'main:released');
    });
    const credential = await credentialIn(repo);
    expect(credential).toMatchObject({
      exposure: 'pushed',
      provenance: {
        complete: true,
        inHead: true,
        remotes: [
          { name: 'origin', refs: ['refs/remotes/origin/main', 'refs/remotes/origin/released'], moreRefs: 0 },
        ],
      },
    });
    const stages = credential?.remediation.plan.map(({ stage }) => stage) ?? [];
    expect(stages[0]).toBe('revoke');
    expect([...stages].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))).toEqual(stages);
    expect(credential?.remediation.commands.join('\n')).not.toContain('invert-paths');
  });
  const ORDER = ['revoke', 'investigate', 'undo', 'prevent'];

  test('a remote branch is cleaned, local commits and all others stay', async () => {
    const { repo, origin } = pushed((it) => {
      it.git('checkout', '--quiet', '-b', 'harmless');
      it.commit('harmless', { 'harmless.txt': 'x\n' });
      it.git('push', '--quiet', 'origin', 'harmless');
      it.git('checkout', '--quiet', 'main');
      it.commit('leak', { 'app.py': CODE, 'b.txt': 'b\n' });
      it.git('push', '--quiet', 'origin', 'main');
      it.commit('not pushed yet', { 'c.txt': 'c\n' });
    });
    const harmless = origin.id('harmless');
    const first = origin.id('main~1');
    const commands = await undo(repo);
    expect(commands.join('\n')).toContain('git push --force-with-lease --force-if-includes origin main');
    expect(await credentialIn(origin)).toBeNull();
    expect(origin.id('harmless')).toBe(harmless);
    expect(origin.git('merge-base', first, 'main')).toBe(first);
    expect(origin.git('log', '--format=%s', 'main')).toBe(
      'Take a credential out\nnot pushed yet\nleak\nfirst',
    );
    expect(origin.git('show', 'main:b.txt')).toBe('b');
  });

  test('a branch that only the remote has is cleaned too, and a tag', async () => {
    const { repo, origin } = pushed((it) => {
      it.git('checkout', '--quiet', '-b', 'released');
      it.commit('leak', { 'app.py': CODE });
      it.git('tag', 'v1');
      it.git('push', '--quiet', 'origin', 'released', 'v1');
      it.git('checkout', '--quiet', 'main');
      it.git('branch', '--quiet', '-D', 'released');
      it.git('fetch', '--quiet');
    });
    const commands = await undo(repo);
    expect(commands.join('\n')).toContain('git branch --track released origin/released');
    expect(await credentialIn(origin)).toBeNull();
    expect(origin.git('log', '--format=%s', 'released')).toBe('leak\nfirst');
    expect(origin.git('log', '--format=%s', 'v1')).toBe('leak\nfirst');
  });

  test('what somebody else has pushed in between is not lost', async () => {
    const { repo, origin } = pushed((it) => {
      it.commit('leak', { 'app.py': CODE });
      it.git('push', '--quiet', 'origin', 'main');
    });
    const other = new GitRepo(join(temporaryFolder(), 'other'));
    repo.git('clone', '--quiet', origin.folder, other.folder);
    other.commit('theirs', { 'theirs.txt': 'x\n' });
    other.git('push', '--quiet', 'origin', 'main');
    await expect(undo(repo)).rejects.toThrow(/rejected|stale/);
    expect(origin.git('show', 'main:theirs.txt')).toBe('x');
  });

  test('with uncommitted changes nothing is rewritten', async () => {
    const { repo, origin } = pushed((it) => {
      it.commit('leak', { 'app.py': CODE });
      rmSync(join(it.folder, 'app.py'));
      it.commit('gone', { 'b.txt': 'b\n' });
      it.git('push', '--quiet', 'origin', 'main');
    });
    const before = origin.id('main');
    repo.write('b.txt', 'work that is not committed\n');
    await expect(undo(repo)).rejects.toThrow();
    expect(origin.id('main')).toBe(before);
    expect(repo.git('diff', '--name-only')).toBe('b.txt');
  });

  test('in a bare clone the branches are pushed as long as they stand where they stood', async () => {
    const { repo, origin } = pushed((it) => {
      it.commit('leak', { 'app.py': CODE });
      it.git('push', '--quiet', 'origin', 'main');
    });
    const bare = new GitRepo(join(temporaryFolder(), 'bare'));
    repo.git('clone', '--quiet', '--bare', origin.folder, bare.folder);
    await undo(bare);
    expect(await credentialIn(origin)).toBeNull();
    expect(origin.git('log', '--format=%s', 'main')).toBe('leak\nfirst');
  });
});
