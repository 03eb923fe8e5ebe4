import type { SightedCredential } from '../credentials/collector.ts';
import type { ObjectTrace, PlacedSighting } from '../credentials/group.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { TracedObject } from '../git/provenance.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Coverage } from '../sources/coverage.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import type { Root } from './roots.ts';

/** Adds to each sighting in history where its object came from, and drops what was not asked for. */
export async function traceSightings(
  root: Root,
  credentials: readonly SightedCredential[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<PlacedSighting[]> {
  const filter = await createPathFilter(options);
  const isWanted = (path: string | null) => root.isInScope(path) && (path === null || filter(path));
  const objects = objectsOf(credentials);
  const traces = await traceAll(root, objects, options, coverage);
  const placed: PlacedSighting[] = [];
  for (const { fingerprint, sightings } of credentials) {
    for (const sighting of sightings) {
      const { origin } = sighting;
      if (origin.kind !== 'object') {
        if (origin.kind === 'stdin' || isWanted(origin.path))
          placed.push({ fingerprint, sighting, traces: [] });
        continue;
      }
      const all = traces.get(origin.oid) ?? [];
      const wanted = all.filter((trace) => isWanted(trace.path));
      if (wanted.length > 0 || (all.length === 0 && isWanted(origin.path))) {
        placed.push({ fingerprint, sighting, traces: wanted });
      }
    }
  }
  return placed;
}

function objectsOf(credentials: readonly SightedCredential[]): TracedObject[] {
  const objects = new Map<ObjectId, TracedObject>();
  for (const { sightings } of credentials) {
    for (const { origin } of sightings) {
      if (origin.kind === 'object') objects.set(origin.oid, { oid: origin.oid, type: origin.type });
    }
  }
  return [...objects.values()];
}

async function traceAll(
  { repository }: Root,
  objects: readonly TracedObject[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<Map<ObjectId, ObjectTrace[]>> {
  const traces = new Map<ObjectId, ObjectTrace[]>();
  if (repository === null || objects.length === 0) return traces;
  const { traceObjects } = await import('../git/provenance.ts');
  const { objects: found, complete } = await traceObjects(repository, objects, {
    signal: options.signal,
    allObjects: options.allObjects ?? false,
    onProgress: (done) =>
      options.onProgress?.({ phase: 'provenance', done, total: coverage.commits || null }),
  });
  if (!complete) coverage.skip('missing-object', 'commits before a break in the history');
  for (const [oid, { introductions }] of found) {
    traces.set(
      oid,
      introductions.map(({ path, commit, authorName, authorEmail, date, refs, inHead, reach }) => ({
        path,
        commit,
        author: authorName === null ? null : `${authorName} <${authorEmail ?? ''}>`,
        date,
        refs,
        inHead,
        exposure: reach === 'local' ? 'committed' : reach,
      })),
    );
  }
  return traces;
}
