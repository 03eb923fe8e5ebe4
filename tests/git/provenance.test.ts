import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommitPlace } from '../../src/git/commit-graph.ts';
import { furthestReach, type Reach } from '../../src/git/history.ts';
import type { ObjectId } from '../../src/git/object-id.ts';
import type { ContentType } from '../../src/git/object-table.ts';
import { traceObjects } from '../../src/git/provenance.ts';
import { discoverRepository, type Repository } from '../../src/git/repository.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';

type Told = {
  readonly complete: boolean;
  readonly reach: Reach;
  readonly possible: Reach;
  readonly places: readonly {
    readonly path: string | null;
    readonly commit: string | null;
    readonly introducedBy: readonly string[];
    readonly removedBy: readonly string[];
    readonly refs: readonly string[];
    readonly inHead: boolean | null;
  }[];
};

/** What is told of one object, in the form that tests compare: a place for each path, oldest first. */
async function trace(
  repo: GitRepo,
  oid: ObjectId,
  type: ContentType = 'blob',
  allObjects = false,
): Promise<Told> {
  return traceIn(await repo.discover(), oid, type, allObjects);
}

async function traceIn(
  repository: Repository,
  oid: ObjectId,
  type: ContentType,
  allObjects = false,
): Promise<Told> {
  const { history, traces } = await traceObjects(repository, [{ oid, type }], { allObjects });
  const found = traces.get(oid) ?? [];
  const id = (place: CommitPlace) => history.graph.idAt(place);
  const all = found.flatMap(({ introducedBy }) => introducedBy);
  const direct = found.flatMap(({ refs }) =>
    refs.map(({ remote }): Reach => (remote === null ? 'local' : 'pushed')),
  );
  return {
    complete: history.isComplete,
    reach: furthestReach([...direct, ...all.map((place) => history.reachOf(place))]),
    possible: furthestReach([...direct, history.furthestPossible(all)]),
    places: found
      .map(({ path, introducedBy, removedBy, refs, inHead }) => {
        const commit = history.mostTelling(introducedBy);
        const [held] = history.holdersOf([introducedBy], 3);
        return {
          path,
          commit: commit === null ? null : id(commit),
          introducedBy: introducedBy.map(id),
          removedBy: removedBy.map(id),
          refs: [...refs, ...(held?.refs ?? [])].map(({ name }) => name),
          inHead,
          committed: commit === null ? 0 : history.graph.committedAt(commit),
        };
      })
      .sort((a, b) => a.committed - b.committed)
      .map(({ committed: _, ...place }) => place),
  };
}

/** A repository with a remote that has its first commit, and the id of the second, which is not pushed. */
function withRemote(): { repo: GitRepo; pushed: ObjectId; local: ObjectId } {
  const origin = GitRepo.create('--bare');
  const repo = GitRepo.create();
  const pushed = repo.commit('one', { pushed: 'pushed' });
  repo.git('remote', 'add', 'origin', origin.folder);
  repo.git('push', '--quiet', 'origin', 'main');
  const local = repo.commit('two', { local: 'local' });
  return { repo, pushed, local };
}

describe('traceObjects', () => {
  test('tells the commits that brought a blob to each path, those that took it away, and what HEAD has', async () => {
    const repo = GitRepo.create();
    const first = repo.commit('one', { 'grüße\n.txt': 'marker' });
    const second = repo.commit('two', { copy: 'marker' });
    rmSync(join(repo.folder, 'copy'));
    const third = repo.commit('three');
    const fourth = repo.commit('four', { 'grüße\n.txt': 'other' });
    const fifth = repo.commit('five', { 'grüße\n.txt': 'marker' });
    const refs = ['refs/heads/main'];
    expect(await trace(repo, repo.id('HEAD:grüße\n.txt'))).toEqual({
      complete: true,
      reach: 'local',
      possible: 'local',
      places: [
        {
          path: 'grüße\n.txt',
          commit: first,
          introducedBy: expect.toSatisfy(
            (ids: string[]) => ids.length === 2 && ids.includes(first) && ids.includes(fifth),
          ),
          removedBy: [fourth],
          refs,
          inHead: true,
        },
        { path: 'copy', commit: second, introducedBy: [second], removedBy: [third], refs, inHead: false },
      ],
    });
  });

  test('tells pushed from local commits', async () => {
    const { repo, pushed, local } = withRemote();
    expect(await trace(repo, repo.id(`${pushed}:pushed`))).toMatchObject({
      reach: 'pushed',
      places: [{ commit: pushed, refs: ['refs/heads/main', 'refs/remotes/origin/main'] }],
    });
    expect(await trace(repo, repo.id(`${local}:local`))).toMatchObject({
      reach: 'local',
      places: [{ commit: local, refs: ['refs/heads/main'] }],
    });
  });

  test('names the commit that was pushed, not an older one that was not', async () => {
    const { repo } = withRemote();
    repo.git('checkout', '--quiet', '-b', 'old', 'HEAD~1');
    repo.commit('older', { secret: 'marker' });
    repo.git('checkout', '--quiet', 'main');
    const pushed = repo.commit('younger', { secret: 'marker' });
    repo.git('push', '--quiet', 'origin', 'main');
    expect(await trace(repo, repo.id('HEAD:secret'))).toMatchObject({
      reach: 'pushed',
      places: [{ commit: pushed }],
    });
  });

  test('names the commit that was pushed, not a younger one that was not', async () => {
    const { repo } = withRemote();
    const pushed = repo.commit('older', { secret: 'marker' });
    repo.git('push', '--quiet', 'origin', 'main');
    repo.git('checkout', '--quiet', '-b', 'new', 'HEAD~1');
    repo.commit('younger', { secret: 'marker' });
    expect(await trace(repo, repo.id('HEAD:secret'))).toMatchObject({
      reach: 'pushed',
      places: [{ commit: pushed }],
    });
  });

  test('a local branch on a commit that was pushed takes nothing from that', async () => {
    const { repo, local } = withRemote();
    repo.git('branch', 'old');
    repo.commit('three', { three: 'three' });
    repo.git('push', '--quiet', 'origin', 'main');
    expect(await trace(repo, repo.id(`${local}:local`))).toMatchObject({ reach: 'pushed' });
  });

  test.each<[string, (repo: GitRepo) => void, string, string[]]>([
    [
      'a ref under a custom fetch refspec',
      (repo) => {
        repo.git('config', 'remote.origin.url', '/nowhere');
        repo.git('config', '--add', 'remote.origin.fetch', '+refs/heads/*:refs/mine/*');
        repo.git('update-ref', 'refs/mine/main', 'HEAD');
        repo.git('checkout', '--quiet', '--orphan', 'new');
        repo.git('update-ref', '-d', 'refs/heads/main');
      },
      'pushed',
      ['refs/mine/main'],
    ],
    [
      'a pull request',
      (repo) => repo.git('update-ref', 'refs/pull/1/head', 'HEAD'),
      'pushed',
      ['refs/heads/main', 'refs/pull/1/head'],
    ],
    [
      'a tag',
      (repo) => {
        repo.git('tag', '--annotate', '--message', 'tag', 'v1');
        repo.git('checkout', '--quiet', '--detach');
        repo.git('branch', '--quiet', '-D', 'main');
      },
      'local',
      ['refs/tags/v1', 'HEAD'],
    ],
    [
      'a detached HEAD',
      (repo) => {
        repo.git('checkout', '--quiet', '--detach');
        repo.git('branch', '--quiet', '-D', 'main');
      },
      'local',
      ['HEAD'],
    ],
    [
      'only the reflog',
      (repo) => {
        repo.git('checkout', '--quiet', '--orphan', 'new');
        repo.git('branch', '--quiet', '-D', 'main');
      },
      'unreachable',
      [],
    ],
    [
      'no more refs than a few',
      (repo) => {
        for (const name of ['a', 'b', 'c', 'd']) repo.git('branch', name);
      },
      'local',
      ['refs/heads/main', 'refs/heads/a', 'refs/heads/b'],
    ],
  ])('%s', async (_, make, reach, refs) => {
    const repo = GitRepo.create();
    const commit = repo.commit('one', { file: 'marker' });
    const oid = repo.id('HEAD:file');
    make(repo);
    expect(await trace(repo, oid)).toMatchObject({ reach, places: [{ commit, refs }] });
  });

  test('all that a bare repository has counts as pushed', async () => {
    const { repo, local } = withRemote();
    const bare = join(temporaryFolder(), 'bare');
    repo.git('clone', '--quiet', '--bare', repo.folder, bare);
    const repository = await discoverRepository(bare);
    if (repository === null) throw new Error('no repository');
    const oid = repo.id(`${local}:local`);
    expect(await traceIn(repository, oid, 'blob')).toMatchObject({
      reach: 'pushed',
      places: [{ commit: local }],
    });
  });

  test('what a fetch brought counts as pushed without a ref', async () => {
    const { repo } = withRemote();
    const other = GitRepo.create();
    const commit = other.commit('other', { file: 'marker' });
    repo.git('fetch', '--quiet', other.folder, 'main');
    expect(await trace(repo, other.id('HEAD:file'))).toMatchObject({
      reach: 'pushed',
      places: [{ commit, refs: ['FETCH_HEAD'] }],
    });
  });

  test('a merge brings in what none of its parents has, and only that', async () => {
    const repo = GitRepo.create();
    repo.commit('base', { base: 'base' });
    repo.git('checkout', '--quiet', '-b', 'side');
    const side = repo.commit('side', { side: 'side' });
    repo.git('checkout', '--quiet', 'main');
    repo.commit('main', { main: 'main' });
    repo.git('merge', '--quiet', '--no-commit', 'side');
    const merge = repo.commit('merge', { evil: 'marker' });
    expect((await trace(repo, repo.id('HEAD:evil'))).places).toMatchObject([{ commit: merge, path: 'evil' }]);
    expect((await trace(repo, repo.id('HEAD:side'))).places).toMatchObject([{ commit: side, path: 'side' }]);
  });

  test('commits and tags are their own introduction', async () => {
    const repo = GitRepo.create();
    const commit = repo.commit('one', { a: 'a' });
    repo.git('tag', '--annotate', '--message', 'tag', 'v1');
    const tag = repo.id('v1');
    expect(await trace(repo, commit, 'commit')).toMatchObject({
      reach: 'local',
      places: [{ path: null, commit, refs: ['refs/heads/main', 'refs/tags/v1'], inHead: true }],
    });
    expect(await trace(repo, tag, 'tag')).toMatchObject({
      reach: 'local',
      places: [
        {
          path: null,
          refs: ['refs/tags/v1'],
        },
      ],
    });
  });

  test('a tagged blob is introduced by its tag', async () => {
    const repo = GitRepo.create();
    const oid = repo.blob('marker');
    repo.git('tag', 'blob', oid);
    expect(await trace(repo, oid)).toMatchObject({
      reach: 'local',
      places: [{ path: null, commit: null, refs: ['refs/tags/blob'] }],
    });
  });

  test('what is only staged has no introduction', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    expect(await trace(repo, repo.blob('staged'))).toMatchObject({ reach: 'unreachable', places: [] });
  });

  test('unreachable commits are traced when asked for', async () => {
    const repo = GitRepo.create();
    repo.commit('one', { a: 'a' });
    const commit = repo.commit('two', { a: 'marker' });
    const oid = repo.id('HEAD:a');
    repo.git('reset', '--quiet', '--hard', 'HEAD~1');
    rmSync(join(repo.folder, '.git', 'logs'), { recursive: true });
    rmSync(join(repo.folder, '.git', 'ORIG_HEAD'));
    expect((await trace(repo, oid)).places).toEqual([]);
    expect(await trace(repo, oid, 'blob', true)).toMatchObject({
      reach: 'unreachable',
      places: [{ commit, path: 'a' }],
    });
  });

  test('a broken history is traced as far as it goes, and says that it is', async () => {
    const repo = GitRepo.create();
    const missing = repo.commit('one', { a: 'a' });
    repo.commit('two', { a: 'b' });
    const commit = repo.commit('three', { a: 'marker' });
    rmSync(repo.looseFile(missing));
    expect(await trace(repo, repo.id('HEAD:a'))).toMatchObject({
      complete: false,
      reach: 'local',
      places: [{ commit, path: 'a' }],
    });
  });

  test('a name that is made to look like output changes nothing', async () => {
    const repo = GitRepo.create();
    const commit = repo.commit('one', { ':100644 100644 \u0001x': 'marker', '\u0001x': 'marker' });
    const { places } = await trace(repo, repo.id('HEAD:\u0001x'));
    expect(places).toMatchObject([
      { path: '\u0001x', commit },
      { path: ':100644 100644 \u0001x', commit },
    ]);
  });

  test('SHA-256, a repository without a commit, and nothing to trace', async () => {
    const repo = GitRepo.create('--object-format=sha256');
    expect(await trace(repo, repo.blob('none'))).toMatchObject({ places: [], complete: true });
    const commit = repo.commit('one', { a: 'a' });
    expect(await trace(repo, repo.id('HEAD:a'))).toMatchObject({ places: [{ commit }] });
    expect((await traceObjects(await repo.discover(), [])).traces.size).toBe(0);
  });
});
