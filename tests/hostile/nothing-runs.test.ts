/**
 * A repository, and a parent process, that name a program in every way that git knows: the program as it is published
 * runs none of them in any of its modes, and finds the keys all the same.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { GitRepo } from '../support/git-repo.ts';
import { keysIn, leakingRepository, MODES, type Mode, runMode } from './modes.ts';
import { layTraps, type Traps } from './traps.ts';

function trapped(): { repo: GitRepo; traps: Traps } {
  const repo = leakingRepository();
  return { repo, traps: layTraps(repo) };
}

describe('plain git springs the traps, so that these tests can fail', () => {
  const SSH = 'ssh://example.invalid/x';
  const commands: [string, readonly string[], readonly string[], string?][] = [
    ['fsmonitor', ['status'], []],
    ['hook', ['commit', '--allow-empty', '-m', 'x'], []],
    ['external-diff', ['diff', 'main~1', 'main', '--', '.gitattributes', 'past.env'], []],
    ['diff-command', ['diff', 'main~1', 'main'], []],
    ['textconv', ['diff', '--no-ext-diff', 'main~1', 'main'], []],
    ['clean', ['add', 'a.txt'], []],
    ['smudge', ['cat-file', '--filters', 'main:a.txt'], []],
    ['alias', ['spring'], []],
    ['include', ['far'], []],
    ['gpg', ['log', '-1', 'refs/heads/signed'], []],
    ['editor', ['config', '--edit'], []],
    ['ssh-command', ['ls-remote', SSH], []],
    ['credential', ['credential', 'fill'], [], 'protocol=https\nhost=example.invalid\n\n'],
    ['ext', ['fetch', 'origin'], []],
    ['ext', ['cat-file', 'blob', '1'.repeat(40)], []],
    ['external-diff-of-environment', ['diff', 'main~1', 'main'], ['GIT_EXTERNAL_DIFF']],
    ['ssh-of-environment', ['ls-remote', SSH], ['GIT_SSH_COMMAND']],
    ['trace', ['rev-parse', 'HEAD'], ['GIT_TRACE']],
    ['trace2', ['rev-parse', 'HEAD'], ['GIT_TRACE2_EVENT']],
    ['fsmonitor-of-environment', ['status'], ['GIT_CONFIG_COUNT', 'GIT_CONFIG_KEY_0', 'GIT_CONFIG_VALUE_0']],
    ['fsmonitor-of-environment', ['status'], ['GIT_CONFIG_PARAMETERS']],
  ];

  test.each(commands)('%s: git %j with %j', (name, args, variables, input = '') => {
    const { repo, traps } = trapped();
    // A driver for some files goes before an external diff for all.
    if (!name.startsWith('diff-command')) repo.git('config', '--unset', 'diff.marker.command');
    const given = Object.fromEntries(variables.map((each) => [each, traps.environment[each]]));
    spawnSync('git', args, {
      cwd: repo.folder,
      input,
      env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...given },
    });
    expect(readdirSync(traps.sprung)).toContain(name);
  });
});

describe('keypetrel springs none of them', () => {
  const program = inject('program');

  test.each(Object.entries(MODES))('%s', async (_, mode: Mode) => {
    for (const hostileParent of [false, true]) {
      const { repo, traps } = trapped();
      const { code, stdout, stderr } = await runMode(program, repo, mode, {
        ...(hostileParent && { env: traps.environment }),
      });
      const output = stdout + stderr;
      expect({ code, sprung: readdirSync(traps.sprung), found: keysIn(output) }).toEqual({
        code: mode.code === 0 && mode.readsHistory ? 3 : mode.code,
        sprung: [],
        found: mode.found,
      });
      expect(existsSync(join(repo.folder, 'option-of-file'))).toBe(false);
    }
  });

  test('an option in the place of a revision is none', async () => {
    const { repo, traps } = trapped();
    for (const revision of [
      `--output=${traps.sprung}/range`,
      `--output=${traps.sprung}/option-of-ref`,
      '--all',
    ]) {
      const mode: Mode = { args: () => [`--range=${revision}..main`], found: [], code: 2 };
      await runMode(program, repo, mode);
      const since: Mode = { args: () => [`--since-commit=${revision}`], found: [], code: 2 };
      await runMode(program, repo, since);
      expect(readdirSync(traps.sprung)).toEqual([]);
    }
  });
});
