import { Collector, type SightedCredential } from '../credentials/collector.ts';
import type { Fingerprint } from '../credentials/fingerprint.ts';
import type { Engine } from '../detect/engine.ts';
import { readObjects } from '../git/cat-file.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { Repository } from '../git/repository.ts';
import type { ContentOrigin } from '../sources/source.ts';
import { Windower } from '../sources/windows.ts';

/** Credentials without the places at which they stood before, and those that have no other place. */
export type AddedCredentials = {
  readonly added: readonly SightedCredential[];
  readonly standing: readonly SightedCredential[];
};

/**
 * Leaves out what the next commit does not add: a credential that stands in a staged file stood there before when
 * the version before it, in any of the commits that will be its parents, holds it too.
 */
export async function withoutStanding(
  repository: Repository | null,
  credentials: readonly SightedCredential[],
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<AddedCredentials> {
  const previous = new Set(credentials.flatMap(({ sightings }) => sightings.flatMap(previousOf)));
  if (repository === null || previous.size === 0) return { added: credentials, standing: [] };
  const held = await credentialsIn(repository, [...previous], engine, signal);
  const added: SightedCredential[] = [];
  const standing: SightedCredential[] = [];
  for (const { fingerprint, sightings } of credentials) {
    const left = sightings.filter(
      (sighting) => !previousOf(sighting).some((oid) => held.get(fingerprint)?.has(oid)),
    );
    if (left.length > 0) added.push({ fingerprint, sightings: left });
    else standing.push({ fingerprint, sightings });
  }
  return { added, standing };
}

function previousOf({ origin }: { readonly origin: ContentOrigin }): readonly ObjectId[] {
  return origin.kind === 'index' ? (origin.previous ?? []) : [];
}

/** Which of some blobs hold which credentials. What cannot be read holds none: then too much is reported. */
async function credentialsIn(
  repository: Repository,
  blobs: readonly ObjectId[],
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<Map<Fingerprint, ReadonlySet<ObjectId>>> {
  const collector = new Collector(engine);
  const windower = new Windower(collector.scan);
  await readObjects(
    repository,
    [blobs.map((oid) => ({ oid }))],
    {
      begin: ({ oid }, { size }) => windower.begin([{ kind: 'object', type: 'blob', oid, path: null }], size),
      part: (bytes) => windower.push(bytes),
      end: () => windower.end(),
      missing: () => {},
      corrupt: () => {},
    },
    { signal },
  );
  return new Map(
    collector
      .credentials()
      .map(({ fingerprint, sightings }) => [fingerprint, new Set(sightings.flatMap(blobOf))]),
  );
}

function blobOf({ origin }: { readonly origin: ContentOrigin }): ObjectId[] {
  return origin.kind === 'object' ? [origin.oid] : [];
}
