import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledProgram } from '../support/bundled-program.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

const program = await bundledProgram();
const KEY = key('azure-openai-key', 1);
const LINE = `KEY=${KEY}\n`;

type Result = { readonly code: number | null; readonly output: string };

/** A user with an empty home, who runs commands in some folder. */
class User {
  readonly home = temporaryFolder();

  run(
    cwd: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Result {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.home,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        ...env,
      },
    });
    return { code: status, output: stdout + stderr };
  }

  git(repo: GitRepo, ...args: string[]): Result {
    return this.run(repo.folder, 'git', args);
  }

  keypetrel(repo: GitRepo, ...args: string[]): Result {
    return this.run(repo.folder, process.execPath, [program, ...args]);
  }

  /** Writes a file, adds it, and tries to commit. */
  commit(repo: GitRepo, path: string, content: string, env: Readonly<Record<string, string>> = {}): Result {
    repo.write(path, content);
    this.git(repo, 'add', '--', path);
    return this.run(repo.folder, 'git', ['commit', '--quiet', '--message', 'change'], env);
  }
}

function script(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

describe('the pre-commit hook', () => {
  test('blocks a commit with a key, says what, where and how to go on, and lets it pass once it is out', () => {
    const user = new User();
    const repo = GitRepo.create();
    expect(user.keypetrel(repo, 'hook', 'install').code).toBe(0);

    const blocked = user.commit(repo, '.env', LINE);
    expect(blocked.code).toBe(1);
    expect(blocked.output).toContain('.env:1:5');
    expect(blocked.output).toContain('commit BLOCKED because of the credential above');
    expect(blocked.output).toContain('KEYPETREL_ALLOW="reason" git commit');
    expect(blocked.output).not.toContain(KEY);

    expect(user.commit(repo, '.env', 'KEY=%KEY%\n')).toEqual({ code: 0, output: '' });
  });

  test('lets a commit pass with a reason, and says so', () => {
    const user = new User();
    const repo = GitRepo.create();
    user.keypetrel(repo, 'hook', 'install', '--pre-commit');
    const { code, output } = user.commit(repo, 'a', LINE, { KEYPETREL_ALLOW: 'made up\u001b[31m' });
    expect(code).toBe(0);
    expect(output).toContain('commit allowed by KEYPETREL_ALLOW: made up');
    expect(output).not.toContain('\u001b');
  });

  test('sees what `git commit -a` and `git commit FILE` add, and only that', () => {
    const user = new User();
    const repo = GitRepo.create();
    repo.commit('base', { a: 'a\n', b: 'b\n' });
    user.keypetrel(repo, 'hook', 'install');
    repo.write('a', LINE);
    repo.write('b', 'other\n');
    expect(user.git(repo, 'commit', '--quiet', '-m', 'only b', '--', 'b').code).toBe(0);
    expect(user.git(repo, 'commit', '--quiet', '-a', '-m', 'all').code).toBe(1);
    expect(user.git(repo, 'commit', '--quiet', '-m', 'only a', 'a').code).toBe(1);
  });

  test('in a worktree, in a subfolder, and while amending', () => {
    const user = new User();
    const repo = GitRepo.create();
    repo.commit('base', { 'sub/a': 'a\n' });
    user.keypetrel(repo, 'hook', 'install');
    const worktree = new GitRepo(join(temporaryFolder(), 'tree'));
    repo.git('worktree', 'add', '--quiet', worktree.folder);
    expect(user.commit(worktree, 'a', LINE).code).toBe(1);
    repo.write('sub/a', LINE);
    expect(user.run(join(repo.folder, 'sub'), 'git', ['commit', '--quiet', '-am', 'x']).code).toBe(1);
    expect(
      user.run(join(repo.folder, 'sub'), 'git', ['commit', '--quiet', '-a', '--amend', '-m', 'x']).code,
    ).toBe(1);
  });

  test('does not block when it cannot check, and says so loudly', () => {
    const user = new User();
    const repo = GitRepo.create();
    user.keypetrel(repo, 'hook', 'install');
    const hook = join(repo.folder, '.git/hooks/pre-commit');
    writeFileSync(hook, readFileSync(hook, 'utf8').replaceAll(program, '/nowhere/cli.cjs'));
    const { code, output } = user.commit(repo, 'a', LINE);
    expect(code).toBe(0);
    expect(output).toContain('NOT CHECKED for credentials');
    expect(user.keypetrel(repo, 'hook', 'status').output).toContain(
      'NOT active  the program is no longer where it was',
    );
  });

  test('is not fooled by a missing object: it checks the rest, and says that something is missing', () => {
    const user = new User();
    const repo = GitRepo.create();
    user.keypetrel(repo, 'hook', 'install');
    repo.write('gone', 'gone');
    repo.git('add', '.');
    rmSync(repo.looseFile(repo.id(':gone')));
    const { code, output } = user.keypetrel(repo, 'hook', 'run', 'pre-commit');
    expect(code).toBe(0);
    expect(output).toContain('NOT fully checked');
  });
});

describe('the pre-push hook', () => {
  /** A repository with a remote that has its first commit, and the hook. */
  function cloned(user: User): { repo: GitRepo; remote: GitRepo } {
    const remote = GitRepo.create('--bare');
    const repo = GitRepo.create();
    repo.commit('first', { old: `old ${LINE}` });
    repo.git('remote', 'add', 'origin', remote.folder);
    repo.git('push', '--quiet', 'origin', 'main');
    user.keypetrel(repo, 'hook', 'install', '--pre-push');
    return { repo, remote };
  }

  const OTHER = `OPENAI_API_KEY=${key('openai-user-key', 3)}\n`;

  test('checks what the remote does not have, and nothing else', () => {
    const user = new User();
    const { repo } = cloned(user);
    repo.commit('clean', { new: 'clean\n' });
    expect(user.git(repo, 'push', '--quiet', 'origin', 'main')).toEqual({ code: 0, output: '' });
    repo.commit('key', { new: OTHER });
    repo.commit('taken out', { new: 'clean\n' });
    const { code, output } = user.git(repo, 'push', '--quiet', 'origin', 'main');
    expect(code).toBe(1);
    expect(output).toContain('push BLOCKED because of the credential above');
    expect(output).toContain('new:1:16');
  });

  test.each<[string, (repo: GitRepo) => readonly string[], number]>([
    [
      'a new branch',
      (repo) => {
        repo.git('checkout', '--quiet', '-b', 'new');
        repo.commit('key', { a: OTHER });
        return ['new'];
      },
      1,
    ],
    [
      'a new branch with nothing new',
      (repo) => {
        repo.git('branch', 'same');
        return ['same'];
      },
      0,
    ],
    [
      'a force push',
      (repo) => {
        repo.git('commit', '--quiet', '--amend', '-m', 'other');
        repo.commit('key', { a: OTHER });
        return ['--force', 'main'];
      },
      1,
    ],
    [
      'a deleted ref',
      (repo) => {
        repo.git('push', '--quiet', '--no-verify', 'origin', 'main:gone');
        repo.commit('key', { a: OTHER });
        return [':gone'];
      },
      0,
    ],
    [
      'several refs, a key in the second',
      (repo) => {
        repo.git('branch', 'one');
        repo.git('checkout', '--quiet', '-b', 'two');
        repo.commit('key', { a: OTHER });
        return ['one', 'two'];
      },
      1,
    ],
    [
      'the message of an annotated tag',
      (repo) => {
        repo.git('tag', '-a', 'v1', '-m', OTHER);
        return ['v1'];
      },
      1,
    ],
    [
      'a tag on a content',
      (repo) => {
        repo.git('tag', 'content', repo.blob(OTHER));
        return ['content'];
      },
      1,
    ],
    [
      'a commit message',
      (repo) => {
        repo.commit(`with ${OTHER}`);
        return ['main'];
      },
      1,
    ],
    [
      'a history without a common ancestor',
      (repo) => {
        repo.git('checkout', '--quiet', '--orphan', 'orphan');
        repo.git('rm', '--quiet', '-rf', '.');
        repo.commit('key', { a: OTHER });
        return ['orphan'];
      },
      1,
    ],
    [
      'what a merge alone brings in',
      (repo) => {
        repo.git('checkout', '--quiet', '-b', 'side');
        repo.commit('side', { side: 'side' });
        repo.git('checkout', '--quiet', 'main');
        repo.commit('main', { main: 'main' });
        repo.git('merge', '--quiet', '--no-commit', 'side');
        repo.commit('merge', { evil: OTHER });
        return ['main'];
      },
      1,
    ],
  ])('%s', (_, prepare, expected) => {
    const user = new User();
    const { repo } = cloned(user);
    const args = prepare(repo);
    expect(user.git(repo, 'push', '--quiet', 'origin', ...args).code).toBe(expected);
  });

  test('a push to a URL without a name checks everything', () => {
    const user = new User();
    const { repo } = cloned(user);
    const other = GitRepo.create('--bare');
    expect(user.git(repo, 'push', '--quiet', other.folder, 'main').code).toBe(1);
  });

  test('a remote branch that was moved meanwhile, whose commit is not here', () => {
    const user = new User();
    const { repo, remote } = cloned(user);
    const elsewhere = new GitRepo(join(temporaryFolder(), 'elsewhere'));
    remote.git('clone', '--quiet', remote.folder, elsewhere.folder);
    elsewhere.commit('theirs', { theirs: 'theirs' });
    elsewhere.git('push', '--quiet', 'origin', 'HEAD:main');
    repo.commit('ours', { ours: 'ours' });
    const { output } = user.git(repo, 'push', '--quiet', '--force', 'origin', 'main');
    expect(output).not.toContain('keypetrel');
  });
});

describe('keypetrel hook install', () => {
  test('keeps a hook that is there, runs it first with its input, and restores it', () => {
    const user = new User();
    const repo = GitRepo.create();
    const remote = GitRepo.create('--bare');
    const folder = join(repo.folder, '.git/hooks');
    script(join(folder, 'pre-commit'), 'echo "previous commit"; test ! -e stop');
    script(join(folder, 'pre-push'), 'echo "previous push $1: $(cat)"');
    expect(user.keypetrel(repo, 'hook', 'install').output).toContain('the hook that was there runs first');
    // Once more changes nothing of that.
    expect(user.keypetrel(repo, 'hook', 'install').output).toContain('installed again');

    expect(user.commit(repo, 'a', 'clean').output).toContain('previous commit');
    repo.write('stop', '');
    expect(user.commit(repo, 'b', 'clean').code).toBe(1);
    rmSync(join(repo.folder, 'stop'));
    expect(user.commit(repo, 'c', LINE).output).toContain('BLOCKED');
    const push = user.git(repo, 'push', '--quiet', remote.folder, 'HEAD:refs/heads/x');
    expect(push.output).toContain(`previous push ${remote.folder}: HEAD `);
    expect(push.code).toBe(0);

    expect(user.keypetrel(repo, 'hook', 'uninstall').output).toContain(
      'the hook that was there before is back',
    );
    expect(readFileSync(join(folder, 'pre-commit'), 'utf8')).toContain('previous commit');
    expect(existsSync(join(folder, 'pre-commit.before-keypetrel'))).toBe(false);
  });

  test('never takes one of two other hooks away', () => {
    const user = new User();
    const repo = GitRepo.create();
    const path = join(repo.folder, '.git/hooks/pre-commit');
    script(path, 'echo first');
    user.keypetrel(repo, 'hook', 'install');
    script(path, 'echo second');
    const again = user.keypetrel(repo, 'hook', 'install');
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('took the place of ours') });
    expect(readFileSync(path, 'utf8')).toContain('echo second');
    expect(readFileSync(`${path}.before-keypetrel`, 'utf8')).toContain('echo first');
  });

  test('says that hooks are turned off where core.hooksPath is no folder', () => {
    const user = new User();
    const repo = GitRepo.create();
    repo.git('config', 'core.hooksPath', devNull);
    const installed = user.keypetrel(repo, 'hook', 'install');
    expect(installed).toMatchObject({
      code: 2,
      output: expect.stringMatching(/no folder, so git runs no hooks\n$/),
    });
    const status = user.keypetrel(repo, 'hook', 'status');
    expect(status).toMatchObject({ code: 1, output: expect.stringContaining('git runs no hooks') });
  });

  test('goes where core.hooksPath says, and tells when it is installed where git no longer looks', () => {
    const user = new User();
    const repo = GitRepo.create();
    user.keypetrel(repo, 'hook', 'install');
    repo.git('config', 'core.hooksPath', 'tools/hooks');
    const status = user.keypetrel(repo, 'hook', 'status');
    expect(status.code).toBe(1);
    expect(status.output).toContain('but core.hooksPath (local) names another folder');
    expect(user.commit(repo, 'a', LINE).code).toBe(0);

    const installed = user.keypetrel(repo, 'hook', 'install');
    expect(installed.output).toContain('do not commit it');
    expect(existsSync(join(repo.folder, 'tools/hooks/pre-commit'))).toBe(true);
    expect(user.commit(repo, 'b', LINE).code).toBe(1);
    expect(user.keypetrel(repo, 'hook', 'status').code).toBe(0);
  });

  test('--global checks every repository, and hands on to its own hooks', () => {
    const user = new User();
    const repo = GitRepo.create();
    script(join(repo.folder, '.git/hooks/commit-msg'), 'echo "own commit-msg"');
    script(join(repo.folder, '.git/hooks/pre-commit'), 'echo "own pre-commit"');
    expect(user.keypetrel(repo, 'hook', 'install', '--global').code).toBe(0);
    const clean = user.commit(repo, 'a', 'clean').output;
    expect(clean).toContain('own commit-msg');
    expect(clean).toContain('own pre-commit');
    expect(user.commit(repo, 'b', LINE).code).toBe(1);
    expect(user.keypetrel(repo, 'hook', 'status').output).toContain('by core.hooksPath (global)');

    expect(user.keypetrel(repo, 'hook', 'uninstall', '--global', '--pre-commit').code).toBe(0);
    expect(user.keypetrel(repo, 'hook', 'status').output).toMatch(/pre-commit +NOT active/);
    expect(user.keypetrel(repo, 'hook', 'status').output).toMatch(/pre-push +active/);
    expect(user.commit(repo, 'c', LINE).output).toContain('own pre-commit');
    user.keypetrel(repo, 'hook', 'uninstall', '--global');
    expect(user.run(repo.folder, 'git', ['config', '--global', 'core.hooksPath']).code).toBe(1);
  });

  test('--global adds to a folder that the user has', () => {
    const user = new User();
    const repo = GitRepo.create();
    const folder = join(user.home, 'my hooks');
    script(join(folder, 'pre-commit'), 'echo "my own"');
    user.git(repo, 'config', '--global', 'core.hooksPath', '~/my hooks');
    user.keypetrel(repo, 'hook', 'install', '--global', '--pre-commit');
    const { code, output } = user.commit(repo, 'a', LINE);
    expect(output).toContain('my own');
    expect(code).toBe(1);
    user.keypetrel(repo, 'hook', 'uninstall', '--global');
    expect(user.commit(repo, 'b', LINE)).toEqual({ code: 0, output: 'my own\n' });
    expect(user.git(repo, 'config', '--global', 'core.hooksPath').output).toBe('~/my hooks\n');
  });

  test.each([
    ['lefthook', '#!/bin/sh\ncall_lefthook run "pre-commit"', 'lefthook manages the hooks'],
    [
      'pre-commit',
      '#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com',
      'pre-commit (pre-commit.com) manages',
    ],
  ])('does not add to hooks that %s would overwrite, and says what to write instead', (_, text, message) => {
    const user = new User();
    const repo = GitRepo.create();
    repo.write('.git/hooks/pre-commit', text);
    const { code, output } = user.keypetrel(repo, 'hook', 'install');
    expect(code).toBe(2);
    expect(output).toContain(message);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  test('husky: says which line to add, and the status sees it', () => {
    const user = new User();
    const repo = GitRepo.create();
    repo.git('config', 'core.hooksPath', '.husky/_');
    script(join(repo.folder, '.husky/_/pre-commit'), '. "$(dirname "$0")/h"');
    expect(user.keypetrel(repo, 'hook', 'install').output).toContain('add this line to .husky/pre-commit');
    repo.write('.husky/pre-commit', 'node_modules/.bin/keypetrel hook run pre-commit -- "$@"\n');
    expect(user.keypetrel(repo, 'hook', 'status').output).toMatch(
      /pre-commit +active +\.husky\/pre-commit calls/,
    );
  });

  test.each([['_npx', '1'], ['pnpm', 'dlx', '1'], ['xfs-1', 'dlx-1'], ['bunx-0-keypetrel']])(
    'says that %s is no place to install from',
    (...place) => {
      const user = new User();
      const repo = GitRepo.create();
      const copy = join(temporaryFolder(), ...place, 'cli.cjs');
      mkdirSync(dirname(copy), { recursive: true });
      // A copy as npx keeps it: the program's own folder, under another name.
      symlinkSync(join(dirname(program), 'cli'), join(dirname(copy), 'cli'));
      writeFileSync(copy, readFileSync(program));
      const viaNpx = user.run(repo.folder, process.execPath, [copy, 'hook', 'install']);
      expect(viaNpx).toMatchObject({
        code: 2,
        output: expect.stringContaining('keep a copy for a while only'),
      });
    },
  );

  test('says what is no repository', () => {
    const user = new User();
    const nowhere = user.run(temporaryFolder(), process.execPath, [program, 'hook', 'install']);
    expect(nowhere).toMatchObject({ code: 2, output: expect.stringContaining('is in no git repository') });
  });

  test('works from a path with blanks and quotes', () => {
    const user = new User();
    const repo = GitRepo.create();
    const link = join(temporaryFolder(), "it's a folder");
    mkdirSync(link);
    symlinkSync(dirname(program), join(link, 'dist'));
    // realpath is what is installed; a copy has the odd path itself.
    const copy = join(link, 'copy');
    mkdirSync(copy);
    symlinkSync(join(dirname(program), 'cli'), join(copy, 'cli'));
    writeFileSync(join(copy, 'cli.cjs'), readFileSync(program));
    user.run(repo.folder, process.execPath, [join(copy, 'cli.cjs'), 'hook', 'install']);
    expect(user.commit(repo, 'a', LINE).code).toBe(1);
  });

  test('leaves no temporary file behind', () => {
    const user = new User();
    const repo = GitRepo.create();
    user.keypetrel(repo, 'hook', 'install');
    expect(user.run(repo.folder, 'ls', ['-A', '.git/hooks']).output).not.toContain('.keypetrel-hook');
  });
});
