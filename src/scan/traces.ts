import type { SightedCredential } from '../credentials/collector.ts';
import type { ObjectTrace, PlacedSighting } from '../credentials/trace.ts';
import { nullWithoutGit } from '../git/git-error.ts';
import { furthestReach, type History, type Reach } from '../git/history.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { Trace, TracedObject } from '../git/provenance.ts';
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
  const { traces, untraced, isComplete } = await traceAll(root, objects, options, coverage);
  // What is remembered may have been reached by a branch that is gone.
  const remembered = new Set(isComplete ? root.memory?.known?.suspects.map(({ oid }) => oid) : []);
  const inIndex = indexedObjects(credentials);
  const placed: PlacedSighting[] = [];
  for (const { fingerprint, sightings } of credentials) {
    for (const sighting of sightings) {
      const { origin } = sighting;
      if (origin.kind !== 'object') {
        if (origin.kind === 'stdin' || isWanted(pathOf(origin)))
          placed.push({ fingerprint, sighting, traces: [], root });
        continue;
      }
      if (remembered.has(origin.oid) && !traces.has(origin.oid)) continue;
      const all = traces.get(origin.oid) ?? [{ ...untraced, path: origin.path }];
      if (inIndex.has(origin.oid) && all.every(isStagedHere)) continue;
      const wanted = all.filter((trace) => isWanted(trace.path));
      if (wanted.length > 0) placed.push({ fingerprint, sighting, traces: wanted, root });
    }
  }
  return placed;
}

function isStagedHere({ exposure, worktree }: ObjectTrace): boolean {
  return exposure === 'staged' && worktree === undefined;
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

type AllTraces = {
  readonly traces: ReadonlyMap<ObjectId, readonly ObjectTrace[]>;
  /** For what nothing that was read explains. */
  readonly untraced: ObjectTrace;
  /** Whether all of the history could be read. */
  readonly isComplete: boolean;
};

/** Where objects came from. What git cannot tell is counted as a gap. */
export async function traceAll(
  { repository, memory = null, links }: Root,
  objects: readonly TracedObject[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<AllTraces> {
  const nothing = { traces: new Map(), untraced: NOT_KNOWN, isComplete: false };
  if (repository === null || objects.length === 0) return nothing;
  const { traceObjects } = await import('../git/provenance.ts');
  const allObjects = options.allObjects ?? false;
  // When git fails, what was found is reported all the same.
  const traced = await nullWithoutGit(options.signal, () =>
    traceObjects(repository, objects, {
      signal: options.signal,
      allObjects,
      known: memory?.known ?? null,
      linked: links?.linked ?? null,
      listedTips: memory?.tips ?? null,
      onProgress: (done) =>
        options.onProgress?.({ phase: 'provenance', done, total: coverage.commits || null }),
    }),
  );
  if (traced === null) {
    coverage.skip('unreadable', 'the refs, so that no finding could be traced to its commits');
    return nothing;
  }
  const { history, traces } = traced;
  memory?.onTraced(traced);
  if (!history.isComplete)
    coverage.skip('missing-object', 'a part of the history, so that origins are not known');
  const isUntraced = objects.some(({ oid }) => !traces.has(oid));
  const staged = isUntraced ? await stagedTraces(repository, options) : new Map<ObjectId, ObjectTrace[]>();
  for (const [oid, found] of traces) {
    staged.set(
      oid,
      found.map((trace) => toObjectTrace(repository, history, oid, trace)),
    );
  }
  return { traces: staged, untraced: untracedIn(history, allObjects), isComplete: history.isComplete };
}

const EXPOSURES: Readonly<Record<Reach, ObjectTrace['exposure']>> = {
  pushed: 'pushed',
  local: 'committed',
  unreachable: 'unreachable',
};

function toObjectTrace(repository: Repository, history: History, oid: ObjectId, trace: Trace): ObjectTrace {
  const { path, introducedBy, refs, inHead } = trace;
  const commit = history.mostTelling(introducedBy);
  const direct = refs.map(({ remote }): Reach => (remote === null ? 'local' : 'pushed'));
  const known = furthestReach([...direct, ...introducedBy.map((place) => history.reachOf(place))]);
  const possible = introducedBy.length === 0 ? known : history.furthestPossible(introducedBy);
  return {
    path,
    commit: commit === null ? null : history.graph.idAt(commit),
    inHead,
    exposure: EXPOSURES[possible],
    isCertain: possible === known,
    origin: { repository, history, oid, trace },
  };
}

const NOT_KNOWN: ObjectTrace = {
  path: null,
  commit: null,
  inHead: null,
  exposure: 'committed',
  isCertain: false,
};

/**
 * With all objects asked for, what nothing explains is what nothing refers to. Else something does: at least a ref or
 * reflog of this repository, since git's walk came by.
 */
function untracedIn(history: History, allObjects: boolean): ObjectTrace {
  if (allObjects && history.isComplete) {
    return { ...NOT_KNOWN, inHead: false, exposure: 'unreachable', isCertain: true };
  }
  return { ...NOT_KNOWN, exposure: EXPOSURES[furthestReach([history.furthestPossible([]), 'local'])] };
}

/** What no commit has may still be in an index, of this work tree or another; asked only when there is such an object. */
async function stagedTraces(
  repository: Repository,
  options: ScanOptions,
): Promise<Map<ObjectId, ObjectTrace[]>> {
  const staged = new Map<ObjectId, ObjectTrace[]>();
  const { listIndexEntries } = await import('../git/index-entries.ts');
  const { listIndexes } = await import('../git/worktrees.ts');
  const { signal } = options;
  for (const { place, worktree } of await listIndexes(repository)) {
    // An index that cannot be read explains nothing.
    const entries = await nullWithoutGit(signal, () => listIndexEntries(place, { signal, resolved: true }));
    for (const { oid, path } of entries ?? []) {
      const own = staged.get(oid) ?? [];
      staged.set(oid, own);
      own.push(stagedTrace(path, worktree));
    }
  }
  return staged;
}

function stagedTrace(path: string, worktree: string | undefined): ObjectTrace {
  return {
    path,
    commit: null,
    inHead: false,
    exposure: 'staged',
    isCertain: true,
    ...(worktree !== undefined && { worktree }),
  };
}
