import type { SightedCredential } from '../credentials/collector.ts';
import type { ObjectTrace, PlacedSighting } from '../credentials/group.ts';
import { GitError } from '../git/git-error.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { Introduction, ObjectProvenance, TracedObject } from '../git/provenance.ts';
import type { Repository } from '../git/repository.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Coverage } from '../sources/coverage.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import { pathOf } from '../sources/source.ts';
import type { Root } from './roots.ts';

/** Adds to each sighting in history where its object came from, and drops what was not asked for. */
export async function traceSightings(
  root: Root,
  credentials: readonly SightedCredential[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<PlacedSighting[]> {
  const filter = await createPathFilter({ ...options, prefix: root.prefix });
  const isWanted = (path: string | null) => root.isInScope(path) && (path === null || filter(path));
  const objects = objectsOf(credentials);
  const traces = await traceAll(root, objects, options, coverage);
  const inIndex = indexedObjects(credentials);
  const placed: PlacedSighting[] = [];
  for (const { fingerprint, sightings } of credentials) {
    for (const sighting of sightings) {
      const { origin } = sighting;
      if (origin.kind !== 'object') {
        if (origin.kind === 'stdin' || isWanted(pathOf(origin)))
          placed.push({ fingerprint, sighting, traces: [] });
        continue;
      }
      const all = traces.get(origin.oid) ?? [];
      if (inIndex.has(origin.oid) && all.every((trace) => trace.exposure === 'staged')) continue;
      const wanted = all.filter((trace) => isWanted(trace.path));
      if (wanted.length > 0 || (all.length === 0 && isWanted(origin.path))) {
        placed.push({ fingerprint, sighting, traces: wanted });
      }
    }
  }
  return placed;
}

/** Blobs that were seen in the index: what is there and not in HEAD need not be told twice. */
function indexedObjects(credentials: readonly SightedCredential[]): Set<ObjectId> {
  const origins = credentials.flatMap(({ sightings }) => sightings.map(({ origin }) => origin));
  return new Set(origins.flatMap((origin) => (origin.kind === 'index' ? [origin.oid] : [])));
}

function objectsOf(credentials: readonly SightedCredential[]): TracedObject[] {
  const objects = new Map<ObjectId, TracedObject>();
  for (const { sightings } of credentials) {
    for (const { origin } of sightings) {
      if (origin.kind !== 'object') continue;
      const type = origin.type === 'commit' || origin.type === 'tag' ? origin.type : 'blob';
      objects.set(origin.oid, { oid: origin.oid, type });
    }
  }
  return [...objects.values()];
}

/** Where objects came from. What git cannot tell is counted as a gap. */
export async function traceAll(
  { repository }: Root,
  objects: readonly TracedObject[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<Map<ObjectId, readonly ObjectTrace[]>> {
  const traces = new Map<ObjectId, readonly ObjectTrace[]>();
  if (repository === null || objects.length === 0) return traces;
  const { traceObjects } = await import('../git/provenance.ts');
  const traced = await orNull(options, () =>
    traceObjects(repository, objects, {
      signal: options.signal,
      allObjects: options.allObjects ?? false,
      onProgress: (done) =>
        options.onProgress?.({ phase: 'provenance', done, total: coverage.commits || null }),
    }),
  );
  if (traced === null) {
    coverage.skip('unreadable', 'the refs, so that no finding could be traced to its commits');
    return traces;
  }
  const { objects: found, complete } = traced;
  if (!complete) coverage.skip('missing-object', 'commits before a break in the history');
  const staged = await stagedPaths(repository, found, options);
  for (const [oid, { introductions }] of found) {
    const paths = introductions.length === 0 ? staged.get(oid) : undefined;
    traces.set(oid, paths?.map(stagedTrace) ?? introductions.map(toTrace));
  }
  return traces;
}

function toTrace({
  path,
  commit,
  authorName,
  authorEmail,
  date,
  refs,
  inHead,
  reach,
}: Introduction): ObjectTrace {
  return {
    path,
    commit,
    author: authorName === null ? null : `${authorName} <${authorEmail ?? ''}>`,
    date,
    refs,
    inHead,
    exposure: reach === 'local' ? 'committed' : reach,
  };
}

/** Null when git fails: what was found is reported all the same. */
async function orNull<Value>({ signal }: ScanOptions, ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof GitError)) throw error;
    return null;
  }
}

/** What no commit has may still be in the index; asked only when there is such an object. */
async function stagedPaths(
  repository: Repository,
  found: ReadonlyMap<ObjectId, ObjectProvenance>,
  options: ScanOptions,
): Promise<Map<ObjectId, string[]>> {
  const staged = new Map<ObjectId, string[]>();
  if (repository.workTree === null || ![...found.values()].some((each) => each.introductions.length === 0))
    return staged;
  const { listIndexEntries } = await import('../git/index-entries.ts');
  const entries = await orNull(options, () => listIndexEntries(repository, { signal: options.signal }));
  for (const { oid, path } of entries ?? []) {
    staged.set(oid, [...(staged.get(oid) ?? []), path]);
  }
  return staged;
}

function stagedTrace(path: string): ObjectTrace {
  return { path, commit: null, author: null, date: null, refs: [], inHead: false, exposure: 'staged' };
}
