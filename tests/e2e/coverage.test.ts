/** One key in each place that git can keep something in, looked for in one table. */
import { describe, expect, test } from 'vitest';
import type { JsonCredential } from '../../src/report/json-model.ts';
import { type CoverageRepository, makeCoverageRepository, type Place } from './coverage-repository.ts';
import { scanToJson, skippedIn } from './program.ts';

/** What was found of a place, in the form that the table has. */
function foundAt(place: Place, credentials: readonly JsonCredential[]): string {
  const credential = credentials.find(({ secret }) => secret === place.secret);
  if (credential === undefined) return 'not found';
  const described = credential.occurrences.map(
    ({ source, path, isName }) =>
      `${isName === true ? 'name of ' : ''}${source} ${path?.replaceAll(place.secret, 'KEY') ?? null}`,
  );
  const wanted = described.find((each) => each === `${place.source} ${place.path}`);
  return `${wanted ?? described.join(', ')}${place.exposure === null ? '' : `: ${credential.exposure}`}`;
}

function table(places: readonly Place[], credentials: readonly JsonCredential[]): Record<string, string> {
  return Object.fromEntries(places.map((place) => [place.name, foundAt(place, credentials)]));
}

const expected = (places: readonly Place[]) =>
  Object.fromEntries(
    places.map(({ name, source, path, exposure }) => [
      name,
      `${source} ${path}${exposure === null ? '' : `: ${exposure}`}`,
    ]),
  );

describe('the program finds', () => {
  const storages: [string, (made: CoverageRepository) => void][] = [
    ['loose', () => {}],
    ['packed', ({ repo }) => repo.git('repack', '-a', '-d', '-k', '-f', '--quiet', '--depth=50')],
    [
      'in two packs with a multi-pack index',
      ({ repo }) => {
        repo.git('repack', '-d', '--quiet');
        repo.git('repack', '--quiet', '-d', '-k', '-a', '--max-pack-size=4k');
        repo.git('multi-pack-index', 'write');
      },
    ],
  ];

  test.each(storages)('every key of a repository that is %s', async (_, store) => {
    const made = makeCoverageRepository();
    store(made);
    const { repo, places } = made;
    const { code, report } = await scanToJson(['--all-objects', '--show-secrets', repo.folder]);
    expect(code).toBe(1);
    expect(skippedIn(report)).toEqual([]);
    expect(table(places, report.credentials)).toEqual(expected(places));
    const some = await scanToJson(['--show-secrets', repo.folder]);
    const reachable = places.filter(({ isUnreachable }) => isUnreachable !== true);
    expect(some.report.credentials.map(({ secret }) => secret).sort()).toEqual(
      reachable.map(({ secret }) => secret).sort(),
    );
  });
});
