import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GitRepo, temporaryFolder } from '../support/git-repo.ts';

/** Traps that have been laid in a repository and in an environment. */
export type Traps = {
  /** Where each trap that was sprung leaves a file of its name. */
  readonly sprung: string;
  /** An object that is not there, and that git would have a trap fetch. */
  readonly missing: string;
  /** What a hostile parent process has in its environment. */
  readonly environment: Readonly<Record<string, string>>;
};

/** Settings of a repository that name a program, and the trap that each names. */
const SETTINGS: readonly [string, (trap: (name: string) => string) => string][] = [
  ['core.fsmonitor', (trap) => trap('fsmonitor')],
  ['core.sshCommand', (trap) => trap('ssh-command')],
  ['core.pager', (trap) => trap('pager')],
  ['pager.log', (trap) => trap('pager')],
  ['core.editor', (trap) => trap('editor')],
  ['sequence.editor', (trap) => trap('editor')],
  ['core.askPass', (trap) => trap('ask-pass')],
  ['core.gitProxy', (trap) => trap('git-proxy')],
  ['core.alternateRefsCommand', (trap) => trap('alternate-refs')],
  ['diff.external', (trap) => trap('external-diff')],
  ['diff.marker.textconv', (trap) => trap('textconv')],
  ['diff.marker.command', (trap) => trap('diff-command')],
  ['filter.marker.clean', (trap) => trap('clean')],
  ['filter.marker.smudge', (trap) => trap('smudge')],
  ['merge.marker.driver', (trap) => trap('merge-driver')],
  ['gpg.program', (trap) => trap('gpg')],
  ['gpg.ssh.program', (trap) => trap('gpg')],
  ['log.showSignature', () => 'true'],
  ['credential.helper', (trap) => `!${trap('credential')}`],
  ['uploadpack.packObjectsHook', (trap) => trap('pack-objects')],
  ['trailer.marker.command', (trap) => trap('trailer')],
  ['protocol.allow', () => 'always'],
  ['protocol.ext.allow', () => 'always'],
  ['remote.origin.url', (trap) => `ext::${trap('ext')}`],
  ['remote.origin.fetch', () => '+refs/heads/*:refs/remotes/origin/*'],
  ['remote.origin.uploadpack', (trap) => trap('uploadpack')],
  ['remote.origin.promisor', () => 'true'],
  ['remote.origin.partialCloneFilter', () => 'blob:none'],
  ['submodule.sub.url', (trap) => `ext::${trap('ext')}`],
  ['submodule.sub.update', (trap) => `!${trap('submodule')}`],
  ['submodule.recurse', () => 'true'],
  // git takes no notice of an alias with the name of a command of its own; the last one shows that aliases work.
  ...['rev-list', 'log', 'cat-file', 'ls-files', 'for-each-ref', 'diff-tree', 'rev-parse', 'spring'].map(
    (name): [string, (trap: (name: string) => string) => string] => [
      `alias.${name}`,
      (trap) => `!${trap('alias')}`,
    ],
  ),
];

/** Lays traps in everything of a repository that git would run a program for, or write a file for. */
export function layTraps(repo: GitRepo): Traps {
  const programs = temporaryFolder();
  const sprung = temporaryFolder();
  const trap = (name: string): string => {
    const path = join(programs, name);
    // Fails, so that git does not wait for an answer.
    writeFileSync(path, `#!/bin/sh\n: > '${sprung}/${name}'\nexit 1\n`, { mode: 0o755 });
    return path;
  };
  const tree = repo.gitWithInput(`100644 blob ${'1'.repeat(40)}\tgone\n`, 'mktree', '--missing');
  repo.git('update-ref', 'refs/heads/partial', repo.git('commit-tree', '-m', 'partial', tree));
  repo.git('update-ref', 'refs/heads/signed', signedCommit(repo));
  repo.git('update-ref', `refs/heads/--output=${sprung}/option-of-ref`, 'HEAD');
  repo.git('update-ref', `refs/tags/--upload-pack=${trap('upload-pack-option')}`, 'HEAD');
  repo.git('update-index', '--add', '--cacheinfo', `160000,${repo.id('HEAD')},sub`);
  repo.write('.gitmodules', `[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n\tupdate = none\n`);
  for (const name of ['--output=option-of-file', '--exec=x', '-c', '--']) repo.write(name, 'x\n');
  repo.git('add', '--', '.');
  repo.write('.gitattributes', '* diff=marker filter=marker merge=marker\n');
  repo.write('a.txt', 'changed\n');

  const hooks = join(programs, 'hooks');
  for (const folder of [hooks, join(repo.folder, '.git/hooks')]) layHooks(folder, trap('hook'));
  const included = join(programs, 'included');
  writeFileSync(
    included,
    `[core]\n\tfsmonitor = ${trap('fsmonitor')}\n[alias]\n\tfar = !${trap('include')}\n`,
  );
  repo.git('config', 'core.hooksPath', hooks);
  repo.git('config', 'include.path', included);
  repo.git('config', 'includeIf.gitdir:/.path', included);
  for (const [name, value] of SETTINGS) repo.git('config', name, value(trap));
  repo.git('config', 'core.repositoryFormatVersion', '1');
  repo.git('config', 'extensions.partialClone', 'origin');
  return { sprung, missing: '1'.repeat(40), environment: hostileEnvironment(sprung, programs, trap) };
}

function layHooks(folder: string, trap: string): void {
  mkdirSync(folder, { recursive: true });
  const names = ['pre-commit', 'pre-push', 'post-index-change', 'reference-transaction', 'post-checkout'];
  for (const name of names) writeFileSync(join(folder, name), `#!/bin/sh\nexec '${trap}'\n`, { mode: 0o755 });
}

function signedCommit(repo: GitRepo): string {
  const text = repo.git('cat-file', 'commit', 'HEAD');
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n';
  return repo.gitWithInput(
    text.replace('\n\n', `\n${signature}\n`),
    'hash-object',
    '-w',
    '-t',
    'commit',
    '--stdin',
  );
}

function hostileEnvironment(
  sprung: string,
  programs: string,
  trap: (name: string) => string,
): Record<string, string> {
  const configuration = join(programs, 'global');
  writeFileSync(configuration, `[core]\n\tfsmonitor = ${trap('fsmonitor-of-environment')}\n`);
  const other = join(programs, 'nothing.git');
  return {
    HOME: programs,
    GIT_EXTERNAL_DIFF: trap('external-diff-of-environment'),
    GIT_SSH: trap('ssh-of-environment'),
    GIT_SSH_COMMAND: trap('ssh-of-environment'),
    GIT_PROXY_COMMAND: trap('proxy-of-environment'),
    GIT_ASKPASS: trap('ask-pass-of-environment'),
    GIT_PAGER: trap('pager-of-environment'),
    PAGER: trap('pager-of-environment'),
    GIT_EDITOR: trap('editor-of-environment'),
    EDITOR: trap('editor-of-environment'),
    GIT_TRACE: join(sprung, 'trace'),
    GIT_TRACE2_EVENT: join(sprung, 'trace2'),
    GIT_CONFIG_GLOBAL: configuration,
    GIT_CONFIG_SYSTEM: configuration,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: trap('fsmonitor-of-environment'),
    GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${trap('fsmonitor-of-environment')}'`,
    GIT_EXEC_PATH: programs,
    GIT_DIR: other,
    GIT_COMMON_DIR: other,
    GIT_OBJECT_DIRECTORY: join(other, 'objects'),
    GIT_WORK_TREE: programs,
    GIT_NAMESPACE: 'nothing',
  };
}
