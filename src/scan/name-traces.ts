import type { SightedCredential, Sighting } from '../credentials/collector.ts';
import type { ObjectTrace, PlacedSighting } from '../credentials/group.ts';
import { firstContents } from '../git/first-contents.ts';
import { GitError } from '../git/git-error.ts';
import type { ObjectId } from '../git/object-id.ts';
import { listRefs } from '../git/refs.ts';
import type { Repository } from '../git/repository.ts';
import type { ScanOptions } from '../scan-options.ts';
import type { Coverage } from '../sources/coverage.ts';
import { createPathFilter } from '../sources/path-filter.ts';
import type { Root } from './roots.ts';
import { type PathName, pathNameOf } from './split-names.ts';
import { traceAll } from './traces.ts';

/** Adds to each name where it came from, once for each path, and drops what was not asked for. */
export async function traceNames(
  root: Root,
  credentials: readonly SightedCredential[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<PlacedSighting[]> {
  const { repository } = root;
  if (repository === null || credentials.length === 0) return [];
  const filter = await createPathFilter({ ...options, prefix: root.prefix });
  const isWanted = (path: string | null) => root.isInScope(path) && (path === null || filter(path));
  const origins = credentials.flatMap(({ sightings }) => sightings.map(({ origin }) => origin));
  const refs = origins.some(({ kind }) => kind === 'ref')
    ? await traceRefs(repository, options)
    : new Map<string, ObjectTrace>();
  const traces = await tracePaths(
    root,
    origins.flatMap((origin) => pathNameOf(origin) ?? []),
    options,
    coverage,
  );
  return credentials.flatMap(({ fingerprint, sightings }) => {
    const byPath = new Map<string, { sighting: Sighting; trace: ObjectTrace }>();
    for (const sighting of sightings) {
      const { origin } = sighting;
      const name = pathNameOf(origin);
      const found =
        name !== null ? (traces.get(name.oid) ?? []).flatMap((trace) => atName(trace, name.path) ?? []) : [];
      const ref = origin.kind === 'ref' ? (refs.get(origin.name) ?? refTrace(false)) : null;
      for (const trace of ref === null ? found : [ref]) {
        const place = origin.kind === 'ref' ? origin.name : (trace.path ?? '');
        const known = byPath.get(place);
        byPath.set(place, { sighting, trace: known === undefined ? trace : earlier(known.trace, trace) });
      }
    }
    const traced = [...byPath.values()].filter(({ trace }) => isWanted(trace.path));
    if (byPath.size > 0)
      return traced.map(({ sighting, trace }) => ({ fingerprint, sighting, traces: [trace], root }));
    // No commit that was walked has it.
    const [first] = sightings.filter(({ origin }) => isWanted(pathNameOf(origin)?.path ?? null));
    return first === undefined ? [] : [{ fingerprint, sighting: first, traces: [UNTRACED], root }];
  });
}

async function tracePaths(
  root: Root,
  names: readonly PathName[],
  options: ScanOptions,
  coverage: Coverage,
): Promise<ReadonlyMap<ObjectId, readonly ObjectTrace[]>> {
  if (names.length === 0 || root.repository === null) return new Map();
  const folders = names.filter(({ type }) => type === 'tree').map(({ oid }) => oid);
  const inside = await firstContents(root.repository, folders, options);
  const contents = new Set(names.map(({ oid }) => inside.get(oid) ?? oid));
  const objects = [...contents].map((oid) => ({ oid, type: 'blob' as const }));
  const { traces } = await traceAll(root, objects, options, coverage);
  return new Map(names.map(({ oid }) => [oid, traces.get(inside.get(oid) ?? oid) ?? []]));
}

/** The trace of what stands at or below a name, as that of the name; null when it stands elsewhere. */
function atName(trace: ObjectTrace, path: string): ObjectTrace | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const segments = trace.path?.split('/') ?? [];
  const index = segments.indexOf(name);
  return index === -1 ? null : { ...trace, path: segments.slice(0, index + 1).join('/') };
}

const REACHES: readonly ObjectTrace['exposure'][] = ['staged', 'unreachable', 'committed', 'pushed'];

/** When it came first, how far it got by any way, and whether it is still there. */
function earlier(one: ObjectTrace, other: ObjectTrace): ObjectTrace {
  if (one.origin === undefined || other.origin === undefined) return one;
  const { history, trace } = one.origin;
  const introducedBy = [...new Set([...trace.introducedBy, ...other.origin.trace.introducedBy])];
  const commit = history.mostTelling(introducedBy);
  const furthest = REACHES[Math.max(REACHES.indexOf(one.exposure), REACHES.indexOf(other.exposure))];
  return {
    ...one,
    commit: commit === null ? null : history.graph.idAt(commit),
    exposure: furthest ?? one.exposure,
    isCertain: one.isCertain && other.isCertain,
    inHead: one.inHead === true || other.inHead === true ? true : one.inHead,
    origin: { ...one.origin, trace: { ...trace, introducedBy } },
  };
}

async function traceRefs(repository: Repository, { signal }: ScanOptions): Promise<Map<string, ObjectTrace>> {
  try {
    const { refs } = await listRefs(repository, { signal });
    return new Map(refs.map(({ name, remote }) => [name, refTrace(remote !== null)]));
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof GitError)) throw error;
    return new Map();
  }
}

/** A name was brought in by no commit. */
function refTrace(isPushed: boolean): ObjectTrace {
  return {
    path: null,
    commit: null,
    inHead: null,
    exposure: isPushed ? 'pushed' : 'committed',
    isCertain: true,
  };
}

/** For a name in a commit that was not walked. */
const UNTRACED: ObjectTrace = {
  path: null,
  commit: null,
  inHead: null,
  exposure: 'unreachable',
  isCertain: true,
};
