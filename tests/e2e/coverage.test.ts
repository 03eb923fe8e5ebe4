/** One key in each place that git can keep something in, looked for in one table. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Collector } from '../../src/credentials/collector.ts';
import { discoverRepository } from '../../src/git/repository.ts';
import { REPORT_FORMAT_NAMES } from '../../src/report/index.ts';
import type { JsonCredential } from '../../src/report/json-model.ts';
import { scan } from '../../src/scan.ts';
import { Coverage } from '../../src/sources/coverage.ts';
import { historySource } from '../../src/sources/history.ts';
import { engine } from '../support/engine.ts';
import { GitRepo, temporaryFolder } from '../support/git-repo.ts';
import { key } from '../support/keys.ts';
import { type CoverageRepository, makeCoverageRepository, type Place } from './coverage-repository.ts';
import { keypetrel, scanToJson, skippedIn } from './program.ts';

type Found = Pick<JsonCredential, 'secret' | 'exposure'> & {
  readonly occurrences: readonly Pick<JsonCredential['occurrences'][number], 'source' | 'path' | 'isName'>[];
};

/** What was found of a place, in the form that the table has. */
function foundAt(place: Place, credentials: readonly Found[]): string {
  const credential = credentials.find(({ secret }) => secret === place.secret);
  if (credential === undefined) return 'not found';
  const described = credential.occurrences.map(
    ({ source, path, isName }) =>
      `${isName === true ? 'name of ' : ''}${source} ${path?.replaceAll(place.secret, 'KEY') ?? null}`,
  );
  const wanted = described.find((each) => each === `${place.source} ${place.path}`);
  return `${wanted ?? described.join(', ')}${place.exposure === null ? '' : `: ${credential.exposure}`}`;
}

function table(places: readonly Place[], credentials: readonly Found[]): Record<string, string> {
  return Object.fromEntries(places.map((place) => [place.name, foundAt(place, credentials)]));
}

const expected = (places: readonly Place[]) =>
  Object.fromEntries(
    places.map(({ name, source, path, exposure }) => [
      name,
      `${source} ${path}${exposure === null ? '' : `: ${exposure}`}`,
    ]),
  );

const secretsOf = (found: readonly { readonly secret?: string }[]) =>
  found.map(({ secret }) => secret).sort();
const isReachable = ({ isUnreachable }: Place) => isUnreachable !== true;
const pack = ({ repo }: CoverageRepository) =>
  repo.git('repack', '-a', '-d', '-k', '-f', '--quiet', '--depth=50');

describe('one key in each place', () => {
  const storages: [string, 'sha1' | 'sha256', (made: CoverageRepository) => void][] = [
    ['loose objects', 'sha1', () => {}],
    ['loose objects with ids of SHA-256', 'sha256', () => {}],
    ['one pack with ids of SHA-256', 'sha256', pack],
    [
      'several packs with a multi-pack index',
      'sha1',
      ({ repo }) => {
        repo.git('repack', '-d', '--quiet');
        repo.git('repack', '--quiet', '-d', '-k', '-a', '--max-pack-size=4k');
        repo.git('multi-pack-index', 'write');
      },
    ],
  ];

  test.each(storages)('the program finds them all in %s', async (_, format, store) => {
    const made = makeCoverageRepository(format);
    store(made);
    const { repo, places } = made;
    const { code, report } = await scanToJson(['--all-objects', '--show-secrets', repo.folder]);
    expect(code).toBe(1);
    expect(skippedIn(report)).toEqual([]);
    expect(table(places, report.credentials)).toEqual(expected(places));
    expect(report.credentials).toHaveLength(places.length);
  });

  test('in a pack: the program, the library, both readers of history, a worktree and a mirror', async () => {
    const made = makeCoverageRepository();
    pack(made);
    const { repo, places } = made;
    const reachable = places.filter(isReachable);

    const library = await scan({ paths: [repo.folder], allObjects: true, showSecrets: true });
    expect(table(places, library.credentials)).toEqual(expected(places));
    const default_ = await scanToJson(['--show-secrets', repo.folder]);
    expect(secretsOf(default_.report.credentials)).toEqual(secretsOf(reachable));

    // The names of the worktree that is asked from do not matter, nor that it has a configuration of its own.
    repo.git('config', 'extensions.worktreeConfig', 'true');
    const worktree = new GitRepo(join(temporaryFolder(), 'asked'));
    repo.git('worktree', 'add', '--quiet', '--detach', worktree.folder);
    worktree.git('config', '--worktree', 'core.sparseCheckout', 'false');
    const history = await scanToJson(['--history', '--show-secrets', repo.folder]);
    const own = secretsOf(history.report.credentials.filter((each) => !isElsewhere(each)));
    const fromWorktree = await scanToJson(['--history', '--show-secrets', worktree.folder]);
    expect(secretsOf(fromWorktree.report.credentials)).toEqual(own);

    const reference = await findByReference(repo.folder);
    expect(reference).toEqual(own);

    const mirror = new GitRepo(join(temporaryFolder(), 'mirror'));
    repo.git('clone', '--quiet', '--mirror', repo.folder, mirror.folder);
    const mirrored = await scanToJson(['--show-secrets', mirror.folder]);
    expect(mirrored.code).toBe(1);
    const kept = secretsOf(mirrored.report.credentials);
    expect(kept).toEqual(await findByReference(mirror.folder));
    // All that only this clone has: files, indexes, reflogs, what was fetched without a ref.
    const lost = places.filter(({ secret }) => !kept.includes(secret)).map(({ name }) => name);
    expect(lost.sort()).toEqual(
      expect.arrayContaining(['a commit that was amended', 'an older stash', 'the index']),
    );
  });
});

describe('no output shows a secret', () => {
  test.each(REPORT_FORMAT_NAMES)('%s', async (format) => {
    const { repo, places } = makeCoverageRepository();
    const excluded = key('azure-openai-key', 1000);
    repo.write(`${excluded}.lock`, '');
    const args = ['--all-objects', '--exclude', '*.lock', '--log-level', 'debug', '--format', format];
    const { code, stdout, stderr } = await keypetrel([...args, repo.folder]);
    expect(code).toBe(1);
    const shown = [...places.map(({ secret }) => secret), excluded].filter(
      (secret) => stdout.includes(secret) || stderr.includes(secret),
    );
    expect(shown).toEqual([]);
    // Not every format tells what was left out.
    if (format === 'json') expect(stdout).toContain('.lock');
  });
});

/** Submodules and the like are repositories of their own. */
function isElsewhere({ occurrences }: JsonCredential): boolean {
  return occurrences.some(({ path }) => path?.startsWith('module/') || path?.startsWith('tools/nested/'));
}

/** What is found in a history that is read through git alone, and emitted as a whole. */
async function findByReference(folder: string): Promise<string[]> {
  const repository = await discoverRepository(folder);
  if (repository === null) throw new Error('no repository');
  const collector = new Collector(engine);
  await historySource({ repository })(collector.scan, new Coverage());
  return collector
    .credentials()
    .flatMap(({ sightings }) => sightings.slice(0, 1).map(({ finding }) => finding.secret))
    .sort();
}

describe('what is not here', () => {
  const line = 'nothing to find\n';

  function origin(): GitRepo {
    const repo = GitRepo.create();
    repo.commit('one', { a: line });
    repo.commit('two', { a: 'other\n' });
    repo.git('config', 'uploadpack.allowFilter', 'true');
    return repo;
  }

  test.each([
    ['shallow', '--depth=1', [], 0],
    ['shallow', '--depth=1', ['--require-complete'], 3],
    ['partial', '--filter=blob:none', [], 3],
  ])('a %s clone (%s, %j) says so', async (kind, option, args, expectedCode) => {
    const repo = origin();
    const clone = join(temporaryFolder(), 'clone');
    repo.git('clone', '--quiet', option, `file://${repo.folder}`, clone);
    const { code, report } = await scanToJson([...args, clone]);
    expect(code).toBe(expectedCode);
    expect(report.coverage).toMatchObject({ shallow: kind === 'shallow', partialClone: kind === 'partial' });
    if (kind === 'partial') expect(skippedIn(report)).toEqual([`missing-object: ${repo.id('HEAD~1:a')}`]);
    const text = await keypetrel([...args, clone]);
    expect(text.stdout).toMatch(kind === 'shallow' ? /history is shallow/ : /This is a partial clone/);
  });

  test('a partial clone without its trees', async () => {
    const repo = origin();
    const clone = join(temporaryFolder(), 'clone');
    repo.git('clone', '--quiet', '--filter=tree:0', '--no-checkout', `file://${repo.folder}`, clone);
    const { code, report } = await scanToJson(['--history', clone]);
    expect(code).toBe(3);
    expect(report.coverage).toMatchObject({ partialClone: true, commits: 2 });
  });

  test('an alternate that is gone', async () => {
    const repo = origin();
    const alternates = join(repo.folder, '.git/objects/info/alternates');
    writeFileSync(alternates, '/nowhere/objects\n');
    const { code, report } = await scanToJson([repo.folder]);
    expect({ code, skipped: skippedIn(report) }).toEqual({
      code: 3,
      skipped: ['unreadable: /nowhere/objects'],
    });
  });

  test('a repository of a format that git does not know is refused in one line', async () => {
    const repo = origin();
    repo.git('config', 'core.repositoryFormatVersion', '1');
    repo.git('config', 'extensions.refStorage', 'tables-of-tomorrow');
    const { code, stderr } = await keypetrel([repo.folder]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `keypetrel: this git is too old for the format of the repository at ${repo.folder} (it has "refstorage"): install a newer git\n`,
    });
  });
});
