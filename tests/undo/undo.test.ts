import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { credentialIn, followAdvice, replaceIn, SECRET } from './person.ts';

/** What nobody wants to lose while a credential is taken out. */
type Keepsakes = { readonly check: () => void };

/** A repository with things of every kind that have nothing to do with the leak. */
function repository(): { repo: GitRepo; keepsakes: Keepsakes } {
  const repo = GitRepo.create();
  repo.git('config', 'user.name', 'Ada Author');
  repo.git('config', 'user.email', 'ada@example.com');
  const first = repo.commit('first', { 'README.md': 'one\n', 'src/app.py': 'import os\n' });
  repo.git('notes', 'add', '--message', 'a note to keep', first);
  repo.git('tag', '--annotate', '--message', 'a tag to keep', 'v1');
  repo.git('checkout', '--quiet', '-b', 'other');
  repo.commit('other work', { 'other.txt': 'other\n' });
  repo.git('checkout', '--quiet', 'main');
  const amended = repo.commit('amended away', { 'README.md': 'two\n' });
  repo.git('reset', '--quiet', '--hard', 'HEAD~1');
  repo.write('README.md', 'stashed\n');
  repo.git('stash', 'push', '--quiet', '--message', 'a stash to keep');
  repo.commit('second', { 'src/app.py': 'import os\nimport sys\n' });
  const subjects = repo.git('log', '--format=%s', 'main', 'other', '--').split('\n');
  return {
    repo,
    keepsakes: {
      check: () => {
        const now = repo.git('log', '--format=%s', '--branches').split('\n');
        for (const subject of subjects) expect(now, 'commits of branches').toContain(subject);
        expect(repo.git('notes', 'show', first)).toBe('a note to keep');
        expect(repo.git('for-each-ref', '--format=%(contents:subject)', 'refs/tags/v1')).toBe(
          'a tag to keep',
        );
        expect(repo.git('cat-file', '-t', amended), 'a commit that only the reflog has').toBe('commit');
        expect(repo.git('log', '--walk-reflogs', '--format=%H', 'HEAD')).toContain(amended);
        const stashes = repo.git('stash', 'list', '--format=%gd %s').split('\n');
        const kept = stashes.find((line) => line.includes('a stash to keep'))?.split(' ')[0];
        expect(kept, 'the stash').toBeDefined();
        expect(repo.git('show', `${kept}:README.md`)).toBe('stashed');
        expect(repo.git('show', 'HEAD:src/app.py')).toContain('import sys');
      },
    },
  };
}

/** A change in the same file that has nothing to do with the secret. */
const CODE = `import os\nimport sys\nKEY = "${SECRET}"\nprint("hello")\n`;

type Situation = {
  readonly name: string;
  /** Brings the secret there. */
  readonly leak: (repo: GitRepo) => void;
  /** A command that has to be among those that were run. */
  readonly runs: RegExp;
  readonly exposure: string;
  /** What has to be there afterwards. */
  readonly check?: (repo: GitRepo) => void;
};

const SITUATIONS: readonly Situation[] = [
  {
    name: 'staged, in a name with a space, a dash and a star',
    leak: (repo) => {
      repo.write('-a b*.py', CODE);
      repo.write('-a bc.py', 'another staged file\n');
      repo.git('add', '--all');
    },
    runs: /^git restore --staged -- '/,
    exposure: 'staged',
    check: (repo) => {
      expect(repo.git('diff', '--cached', '--name-only')).toBe('-a bc.py');
      expect(repo.git('ls-files', '--others')).toBe('-a b*.py');
    },
  },
  {
    name: 'in the last commit, in a file that is still there',
    leak: (repo) => {
      repo.commit('leak', { 'src/app.py': CODE, 'src/new.py': 'new\n' });
      repo.write('staged.txt', 'something staged\n');
      repo.git('add', '--all');
    },
    runs: /^git commit --amend --no-edit --allow-empty -- src\/app\.py$/,
    exposure: 'committed',
    check: (repo) => {
      expect(repo.git('show', 'HEAD:src/new.py')).toBe('new');
      expect(repo.git('show', 'HEAD:src/app.py')).toContain('hello');
      expect(repo.git('diff', '--cached', '--name-only')).toBe('staged.txt');
    },
  },
  {
    name: 'in the last commit, in a file that is gone since, with a newline in its name',
    leak: (repo) => {
      repo.commit('leak', { 'a\nb.env': SECRET, 'src/new.py': 'new\n' });
      rmSync(join(repo.folder, 'a\nb.env'));
      repo.git('add', '--all');
    },
    runs: /^git commit --amend/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('ls-tree', '-r', '--name-only', 'HEAD')).not.toContain('.env'),
  },
  {
    name: 'as the only change of the last commit',
    leak: (repo) => void repo.commit('leak', { 'src/app.py': `import os\nimport sys\n# ${SECRET}\n` }),
    runs: /^git commit --amend/,
    exposure: 'committed',
  },
  {
    name: 'in an earlier commit, and still in the files',
    leak: (repo) => {
      repo.commit('leak', { 'src/app.py': CODE });
      repo.commit('later', { 'src/app.py': `${CODE}print("later")\n`, 'later.txt': 'later\n' });
    },
    runs: /git filter-repo --force --replace-text .* --refs refs\/heads\/main \^[0-9a-f]{40}$/,
    exposure: 'committed',
    check: (repo) => {
      expect(repo.git('log', '-4', '--format=%s')).toBe('Take a credential out\nlater\nleak\nsecond');
      expect(repo.git('show', 'HEAD:src/app.py')).toContain('print("later")');
      expect(repo.git('show', 'HEAD:later.txt')).toBe('later');
    },
  },
  {
    name: 'in an earlier commit that two branches and a tag have, gone from the files',
    leak: (repo) => {
      repo.commit('leak', { '.env': `KEY=${SECRET}\nOTHER=1\n` });
      repo.git('branch', 'two-words');
      repo.git('tag', '--annotate', '--message', 'with the leak', 'v2');
      rmSync(join(repo.folder, '.env'));
      repo.commit('clean');
    },
    runs: /--refs refs\/heads\/main refs\/heads\/two-words refs\/tags\/v2 \^/,
    exposure: 'committed',
    check: (repo) => {
      expect(repo.git('show', 'v2:.env')).toContain('OTHER=1');
      expect(repo.git('for-each-ref', '--format=%(contents:subject)', 'refs/tags/v2')).toBe('with the leak');
    },
  },
  {
    name: 'renamed and changed on the way, and merged',
    leak: (repo) => {
      repo.git('checkout', '--quiet', '-b', 'side');
      repo.commit('leak', { 'old.env': `A=1\nKEY=${SECRET}\n` });
      repo.git('mv', 'old.env', 'new.env');
      repo.commit('moved', { 'new.env': `A=2\nKEY=${SECRET}\n` });
      repo.git('checkout', '--quiet', 'main');
      repo.commit('meanwhile', { 'meanwhile.txt': 'x\n' });
      repo.git('merge', '--quiet', '--no-edit', 'side');
    },
    runs: /--refs refs\/heads\/main refs\/heads\/side \^/,
    exposure: 'committed',
    check: (repo) => {
      expect(repo.git('show', 'HEAD:new.env')).toContain('A=2');
      expect(repo.git('log', '-1', '--merges', '--format=%P').split(' ')).toHaveLength(2);
    },
  },
  {
    name: 'in a binary file of an earlier commit',
    leak: (repo) => {
      repo.commit('leak', {
        'data.bin': Buffer.concat([Buffer.alloc(16), Buffer.from(` ${SECRET} `)]),
        'x.txt': 'x\n',
      });
      repo.commit('later', { 'data.bin': Buffer.alloc(16) });
    },
    runs: /--strip-blobs-with-ids/,
    exposure: 'committed',
    check: (repo) => {
      expect(repo.git('show', 'HEAD:x.txt')).toBe('x');
      expect(repo.git('ls-tree', '-r', '--name-only', 'HEAD')).toContain('data.bin');
    },
  },
  {
    name: 'in an encoded form',
    leak: (repo) => {
      repo.commit('leak', {
        'secret.yaml': `kind: Secret\ndata:\n  key: ${Buffer.from(SECRET).toString('base64')}\n`,
      });
      repo.commit('later', { 'later.txt': 'later\n' });
    },
    runs: /git filter-repo/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('show', 'HEAD:secret.yaml')).toContain('kind: Secret'),
  },
  {
    name: 'in the message of the last commit',
    leak: (repo) => void repo.commit(`leak\n\nwith ${SECRET} in it`, { 'x.txt': 'x\n' }),
    runs: /^git commit --amend --only --allow-empty$/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('log', '-1', '--format=%s')).toBe('leak'),
  },
  {
    name: 'in the message of an earlier commit',
    leak: (repo) => {
      repo.commit(`leak ${SECRET} there`, { 'x.txt': 'x\n' });
      repo.commit('later', { 'y.txt': 'y\n' });
    },
    runs: /--replace-message/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('log', '-2', '--format=%s')).toBe('later\nleak ***REMOVED*** there'),
  },
  {
    name: 'in the message of a tag',
    leak: (repo) => repo.git('tag', '--annotate', '--message', `release with ${SECRET}`, 'v3'),
    runs: /^git tag --annotate --force v3 'refs\/tags\/v3\^\{\}'$/,
    exposure: 'committed',
    check: (repo) => {
      expect(repo.id('v3^{commit}')).toBe(repo.id('HEAD'));
      expect(repo.git('cat-file', '-t', 'v3')).toBe('tag');
    },
  },
  {
    name: 'in a blob that a tag names',
    leak: (repo) => repo.git('tag', 'blob', repo.blob(`KEY=${SECRET}\n`)),
    runs: /^git tag --delete blob$/,
    exposure: 'committed',
  },
  {
    name: 'in a note',
    leak: (repo) => {
      repo.git('notes', 'add', '--message', `deployed with ${SECRET}`, 'HEAD');
      repo.git('notes', 'append', '--message', 'more', 'HEAD');
    },
    runs: /--refs refs\/notes\/commits$/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('notes', 'show', 'HEAD')).toContain('more'),
  },
  {
    name: 'in the first of the stashes',
    leak: (repo) => {
      repo.write('src/app.py', CODE);
      repo.git('stash', 'push', '--quiet');
    },
    runs: /^git stash drop 'stash@\{0\}'$/,
    exposure: 'committed',
  },
  {
    name: 'in stashes further down, staged and untracked',
    leak: (repo) => {
      repo.write('src/app.py', CODE);
      repo.git('add', '--all');
      repo.git('stash', 'push', '--quiet');
      repo.write('untracked.txt', SECRET);
      repo.git('stash', 'push', '--quiet', '--include-untracked');
      repo.write('README.md', 'harmless\n');
      repo.git('stash', 'push', '--quiet', '--message', 'harmless');
    },
    runs: /^git stash drop 'stash@\{2\}'$/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('stash', 'list')).toContain('harmless'),
  },
  {
    name: 'in a commit that only the reflog has',
    leak: (repo) => {
      repo.commit('leak', { 'src/app.py': CODE });
      repo.git('reset', '--quiet', '--hard', 'HEAD~1');
      repo.commit('instead', { 'instead.txt': 'x\n' });
    },
    runs: /^git reflog delete --rewrite/,
    exposure: 'unreachable',
  },
  {
    name: 'below a stash: the commit that the stash was made on is gone from the branch',
    leak: (repo) => {
      repo.commit('leak', { 'leak.env': SECRET });
      repo.write('README.md', 'work in progress\n');
      repo.git('stash', 'push', '--quiet', '--message', 'in progress');
      repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    },
    runs: /^git stash pop --index 'stash@\{0\}'$/,
    exposure: 'committed',
    check: (repo) => expect(repo.git('show', 'stash@{0}:README.md')).toBe('work in progress'),
  },
];

describe('following the advice', { timeout: 180_000 }, () => {
  test.each(SITUATIONS)('$name', async ({ leak, runs, exposure, check }) => {
    const { repo, keepsakes } = repository();
    leak(repo);
    expect(await credentialIn(repo)).toMatchObject({ exposure });
    const commands = await followAdvice(repo);
    expect(commands.join('\n')).toMatch(new RegExp(runs.source, 'm'));
    for (const command of commands) expect(command).not.toContain(SECRET);
    keepsakes.check();
    check?.(repo);
  });

  test('what only the reflog has is gone from the object database too', async () => {
    const { repo, keepsakes } = repository();
    repo.commit('leak', { 'src/app.py': CODE });
    await followAdvice(repo);
    expect(await credentialIn(repo, { allObjects: true })).toBeNull();
    keepsakes.check();
  });

  test('staged where there is no commit yet', async () => {
    const repo = GitRepo.create();
    repo.write('app.py', CODE);
    repo.git('add', '--all');
    replaceIn(join(repo.folder, 'app.py'));
    expect(await credentialIn(repo)).toMatchObject({ exposure: 'staged' });
    const commands = await followAdvice(repo);
    expect(commands).toEqual([`cd ${repo.folder}`, 'git rm --cached --force --quiet -- app.py']);
    expect(repo.git('ls-files', '--others')).toBe('app.py');
  });
});
