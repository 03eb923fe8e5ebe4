import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';

/** A place that git keeps something in, and how a finding there has to be reported. */
export type Place = {
  readonly name: string;
  readonly secret: string;
  /** The source of one of its occurrences, with `name of ` before it where a file's or folder's name holds it. */
  readonly source: string;
  /** Of that occurrence; the secret in it is written as KEY. */
  readonly path: string | null;
  /** Null where it is not this table's to tell. */
  readonly exposure: string | null;
  /** What is scanned only when all objects are asked for. */
  readonly isUnreachable?: true;
};

export type CoverageRepository = { readonly repo: GitRepo; readonly places: readonly Place[] };

/**
 * A repository with one key in each place that git can keep something in, made with real git.
 * @param format of object ids.
 */
export function makeCoverageRepository(format: 'sha1' | 'sha256' = 'sha1'): CoverageRepository {
  const options = [`--object-format=${format}`];
  const repo = GitRepo.create(...options);
  const places: Place[] = [];
  let count = 0;
  /** Notes a place, and gives the key to put there. */
  const at = (
    name: string,
    source: string,
    path: string | null,
    exposure: string | null,
    more = {},
  ): string => {
    count += 1;
    const secret = key('azure-openai-key', count);
    places.push({ name, secret, source, path, exposure, ...more });
    return secret;
  };
  const line = (secret: string) => `AZURE_OPENAI_API_KEY=${secret}\n`;
  const commitOn = (branch: string, files: Readonly<Record<string, string>>, message = branch) => {
    repo.git('checkout', '--quiet', '--detach', 'main');
    return repo.commit(message, files);
  };
  const back = () => repo.git('checkout', '--quiet', '--force', 'main');

  const base = repo.commit('base', { 'base.txt': 'base\n', 'seam.txt': 'a\n'.repeat(2000) });
  repo.commit('two', {
    'head.env': line(at('a file of HEAD', 'file', 'head.env', 'pushed')),
    'deleted.env': line(at('a file that was deleted', 'blob', 'deleted.env', 'pushed')),
  });
  rmSync(join(repo.folder, 'deleted.env'));
  repo.commit('three', {
    // A delta to the version before it.
    'seam.txt': `${'a\n'.repeat(1000)}${line(at('the middle of a large file', 'file', 'seam.txt', 'pushed'))}${'a\n'.repeat(1000)}`,
  });

  addRefs();
  addMessagesAndPeople();
  addNames();
  addMerge();
  addForgotten();
  addHidden();
  addStashes();
  addWorktree();
  addNested();
  addUnreachable();
  addStaged();
  return { repo, places };

  function addRefs(): void {
    const refs: [string, string, string][] = [
      ['a branch', 'refs/heads/side', 'committed'],
      ['a remote branch', 'refs/remotes/origin/feature', 'pushed'],
      ['a pull request', 'refs/pull/7/head', 'pushed'],
      ['a tag', 'refs/tags/light', 'committed'],
      ['a ref of another kind', 'refs/keep/this', 'committed'],
    ];
    for (const [name, ref, exposure] of refs) {
      const path = `${ref.replaceAll('/', '-')}.env`;
      const oid = commitOn(name, { [path]: line(at(name, 'blob', path, exposure)) });
      repo.git('update-ref', ref, oid);
    }
    back();
    repo.git('tag', 'blob', repo.blob(line(at('a tagged blob', 'blob', null, 'committed'))));
    const inTree = repo.blob(line(at('a tagged tree', 'blob', 'in-tree.env', null)));
    repo.git('tag', 'tree', repo.gitWithInput(`100644 blob ${inTree}\tin-tree.env\n`, 'mktree'));
    repo.git('notes', 'add', '--message', at('a note', 'note', null, 'committed'));
    const other = GitRepo.create(...options);
    other.commit('other', {
      'fetched.env': line(at('what was fetched without a ref', 'blob', 'fetched.env', 'pushed')),
    });
    repo.git('fetch', '--quiet', other.folder, 'main');
  }

  function addMessagesAndPeople(): void {
    repo.commit(`Use ${at('the message of a commit', 'commit-message', null, 'committed')}`);
    repo.git(
      'tag',
      '--annotate',
      '--message',
      at('the message of a tag', 'tag-message', null, 'committed'),
      'v1',
    );
    repo.git(
      'commit',
      '--quiet',
      '--allow-empty',
      '--message',
      'mine',
      `--author=${at('the name of an author', 'commit-header', null, 'committed')} <a@example.com>`,
    );
    const tree = repo.id('HEAD^{tree}');
    const person = 'Ada <ada@example.com> 1700000000 +0000';
    const committer = at('the address of a committer', 'commit-header', null, 'committed');
    const commit = `tree ${tree}\nparent ${repo.id('HEAD')}\nauthor ${person}\ncommitter Carl <${committer}> 1700000000 +0000\n\nhi\n`;
    repo.git(
      'update-ref',
      'refs/heads/people',
      repo.gitWithInput(commit, 'hash-object', '-t', 'commit', '-w', '--stdin'),
    );
    const tagger = at('the name of a tagger', 'tag-header', null, 'committed');
    const tag = `object ${repo.id('HEAD')}\ntype commit\ntag t\ntagger ${tagger} <t@example.com> 1700000000 +0000\n\nhi\n`;
    repo.git(
      'update-ref',
      'refs/tags/people',
      repo.gitWithInput(tag, 'hash-object', '-t', 'tag', '-w', '--stdin'),
    );
  }

  function addNames(): void {
    // Empty files: their content is known to git from elsewhere, so that no walk of it prints these names.
    const empty = { 'empty.txt': '' };
    const file = at('the name of a file', 'name of file', 'names/KEY', 'committed');
    const gone = at('the name of a file that was deleted', 'name of blob', 'names/KEY', 'committed');
    const folder = at('the name of a folder that was deleted', 'name of blob', 'names/KEY.d', 'committed');
    repo.commit('names', { ...empty, [`names/${file}`]: '', 'names/other': '' });
    repo.commit('more names', { [`names/${gone}`]: '', [`names/${folder}.d/deep/er/file.txt`]: '' });
    for (const name of [gone, `${folder}.d`]) rmSync(join(repo.folder, 'names', name), { recursive: true });
    repo.commit('fewer names');
    const branch = at('the name of a branch', 'ref-name', null, 'committed');
    repo.git('branch', branch, base);
    repo.git('tag', `v/${at('the name of a tag', 'ref-name', null, 'committed')}`, base);
    repo.git(
      'update-ref',
      `refs/remotes/origin/${at('the name of a remote branch', 'ref-name', null, 'pushed')}`,
      base,
    );
  }

  function addMerge(): void {
    repo.git('merge', '--quiet', '--no-commit', '--strategy=ours', 'side');
    repo.write('merge.env', line(at('a merge that has it from no parent', 'file', 'merge.env', 'committed')));
    repo.git('add', 'merge.env');
    repo.git(
      'commit',
      '--quiet',
      '--message',
      `Merge ${at('the message of a merge', 'commit-message', null, 'committed')}`,
    );
  }

  function addForgotten(): void {
    repo.write('amended.env', line(at('a commit that was amended', 'blob', 'amended.env', 'unreachable')));
    repo.git('add', 'amended.env');
    repo.git(
      'commit',
      '--quiet',
      '--message',
      at('the message of a commit that was amended', 'commit-message', null, 'unreachable'),
    );
    repo.git('rm', '--quiet', '--force', 'amended.env');
    repo.git('commit', '--quiet', '--amend', '--allow-empty', '--message', 'amended');
    commitOn('detached', {
      'detached.env': line(at('a detached commit of the reflog', 'blob', 'detached.env', 'unreachable')),
    });
    back();
    repo.commit('to be reset', {
      'reset.env': line(at('a commit before a reset', 'blob', 'reset.env', 'unreachable')),
    });
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    repo.git('checkout', '--quiet', '-b', 'rewritten');
    repo.commit('old', {
      'rewritten.env': line(at('the reflog of a branch', 'blob', 'rewritten.env', 'unreachable')),
    });
    repo.git('reset', '--quiet', '--hard', 'main');
    back();
    forget('HEAD', 'rewritten');
  }

  /** Takes the lines of a branch out of the reflog of HEAD, so that only its own has them. */
  function forget(log: string, word: string): void {
    const file = join(repo.folder, '.git/logs', log);
    const lines = readFileSync(file, 'utf8').split('\n');
    const isOf = (each: string, index: number) =>
      each.includes(word) || lines[index - 1]?.includes(word) === true;
    const kept = lines.filter((each, index) => each === '' || !isOf(each, index));
    writeFileSync(file, kept.join('\n'));
  }

  function addHidden(): void {
    const replaced = at('what a replacement hides', 'blob', 'replaced.env', 'committed');
    repo.commit('replaced', { 'replaced.env': line(replaced) });
    const shown = repo.blob(line(at('what a replacement shows', 'blob', null, 'committed')));
    repo.git('replace', repo.id('HEAD:replaced.env'), shown);
    rmSync(join(repo.folder, 'replaced.env'));
    repo.commit('not replaced');
    repo.commit('before the graft', {
      'graft.env': line(at('what a graft hides', 'blob', 'graft.env', 'committed')),
    });
    rmSync(join(repo.folder, 'graft.env'));
    const grafted = repo.commit('behind the graft');
    repo.write('.git/info/grafts', `${grafted}\n`);
  }

  function addStashes(): void {
    const stash = (untracked: string[] = []) => repo.git('stash', '--quiet', ...untracked);
    repo.write('base.txt', line(at('an older stash', 'blob', 'base.txt', null)));
    stash();
    repo.write('base.txt', line(at('the index half of a stash', 'blob', 'base.txt', 'committed')));
    repo.git('add', 'base.txt');
    repo.write('base.txt', line(at('the files of a stash', 'blob', 'base.txt', 'committed')));
    const unknown = 'stash-untracked.env';
    repo.write(unknown, line(at('the untracked files of a stash', 'blob', unknown, 'committed')));
    repo.git('stash', 'push', '--quiet', '--include-untracked', '--', 'base.txt', unknown);
  }

  function addWorktree(): void {
    const staging = new GitRepo(join(temporaryFolder(), 'tree'));
    repo.git('worktree', 'add', '--quiet', '--detach', staging.folder);
    staging.write(
      'worktree-index.env',
      line(at("another worktree's index", 'blob', 'worktree-index.env', null)),
    );
    staging.git('add', '.');
    const detached = new GitRepo(join(temporaryFolder(), 'detached'));
    repo.git('worktree', 'add', '--quiet', '--detach', detached.folder);
    detached.commit('detached', {
      'worktree-head.env': line(at("another worktree's HEAD", 'blob', 'worktree-head.env', 'committed')),
    });
    rmSync(join(repo.folder, '.git/worktrees/detached/logs'), { recursive: true });
    const stopped = new GitRepo(join(temporaryFolder(), 'stopped'));
    repo.git('worktree', 'add', '--quiet', '--detach', stopped.folder);
    stopped.commit('to be moved');
    stopped.write(
      'base.txt',
      line(at('what a rebase in another worktree put aside', 'blob', 'base.txt', 'unreachable')),
    );
    stopped.tryGit('rebase', '--quiet', '--autostash', '--force-rebase', '--exec', 'false', 'main');
    const own = repo.blob(line(at("a ref of another worktree's own", 'blob', 'own.env', null)));
    const tree = repo.gitWithInput(`100644 blob ${own}\town.env\n`, 'mktree');
    const commit = repo.git('commit-tree', '-m', 'own', tree);
    stopped.git('update-ref', 'refs/worktree/own', commit);
  }

  function addNested(): void {
    const inner = GitRepo.create(...options);
    inner.commit('one', {
      'old.env': line(at('the history of a submodule', 'blob', 'module/old.env', 'pushed')),
    });
    rmSync(join(inner.folder, 'old.env'));
    inner.commit('two', {
      'inner.env': line(at('the files of a submodule', 'file', 'module/inner.env', 'pushed')),
    });
    repo.git('submodule', '--quiet', 'add', inner.folder, 'module');
    repo.git('commit', '--quiet', '--message', 'submodule');
    const module = new GitRepo(join(repo.folder, 'module'));
    module.write('inner.env', line(at('a stash of a submodule', 'blob', 'module/inner.env', 'committed')));
    module.git('stash', '--quiet');
    const nested = new GitRepo(join(repo.folder, 'tools/nested'));
    mkdirSync(nested.folder, { recursive: true });
    nested.git('init', '--quiet', '--initial-branch=main', ...options);
    nested.commit('one', {
      'nested.env': line(
        at('a repository within the work tree', 'blob', 'tools/nested/nested.env', 'committed'),
      ),
    });
    rmSync(join(nested.folder, 'nested.env'));
    nested.commit('two');
  }

  function addUnreachable(): void {
    const hidden = { isUnreachable: true };
    repo.blob(line(at('a blob that nothing holds', 'blob', null, 'unreachable', hidden)));
    const path = 'dangling.env';
    repo.git('checkout', '--quiet', '--detach');
    repo.commit(
      at('the message of a commit that nothing holds', 'commit-message', null, 'unreachable', hidden),
      {
        [path]: line(at('a commit that nothing holds', 'blob', path, 'unreachable', hidden)),
        [`${at('the name of a file that nothing holds', 'name of blob', 'KEY', 'unreachable', hidden)}`]: '',
      },
    );
    const dangling = repo.id('HEAD');
    back();
    for (const log of ['HEAD']) dropLines(log, dangling);
    const alternate = GitRepo.create(...options);
    alternate.blob(line(at('an object of an alternate', 'blob', null, 'unreachable', hidden)));
    const objects = join(alternate.folder, '.git/objects');
    mkdirSync(dirname(join(repo.folder, '.git/objects/info/alternates')), { recursive: true });
    writeFileSync(join(repo.folder, '.git/objects/info/alternates'), `${objects}\n`);
  }

  function dropLines(log: string, oid: string): void {
    const file = join(repo.folder, '.git/logs', log);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.filter((each) => !each.includes(oid)).join('\n'));
  }

  function addStaged(): void {
    repo.write('staged.env', line(at('the index', 'index', 'staged.env', 'staged')));
    repo.git('add', 'staged.env');
    repo.write('staged.env', line(at('a file that was changed since', 'file', 'staged.env', 'working-tree')));
    repo.write(at('the name of a file that git does not know', 'name of file', 'KEY', 'working-tree'), '');
    repo.write(
      'untracked.env',
      line(at('a file that git does not know', 'file', 'untracked.env', 'working-tree')),
    );
  }
}
