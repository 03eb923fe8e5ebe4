import type { CommitGraph, CommitPlace } from './commit-graph.ts';
import { type WalkedCommits, walkCommits } from './commit-walk.ts';
import { type ContentChange, findContentChanges } from './content-changes.ts';
import { History } from './history.ts';
import type { KnownChange, KnownHistory } from './known-history.ts';
import { areLinked, findLinkedChanges } from './linked-changes.ts';
import type { LinkedHistory } from './linked-history.ts';
import type { ObjectId } from './object-id.ts';
import type { ContentType } from './object-table.ts';
import { decodePath } from './path-name.ts';
import type { GitOptions } from './process.ts';
import { listPseudoRefs } from './pseudo-refs.ts';
import { traceThroughRefs } from './ref-objects.ts';
import { listRefs, type Ref } from './refs.ts';
import type { Repository } from './repository.ts';
import { findInTree, type TreePaths } from './tree-paths.ts';

/** An object to trace. */
export type TracedObject = { readonly oid: ObjectId; readonly type: ContentType };

/** How an object came to stand at a path; for a commit or tag, how it came to be. */
export type Trace = {
  /** Null for commits, tags and blobs that only a ref names. */
  readonly path: string | null;
  /** The commits that have it there and none of whose parents has; for a commit itself. */
  readonly introducedBy: readonly CommitPlace[];
  /** The commits that do not have it there any more, and whose parent has. */
  readonly removedBy: readonly CommitPlace[];
  /** Refs that hold it without a commit in between. */
  readonly refs: readonly Ref[];
  /** Whether the commit that is checked out has it there; null where that has no meaning or cannot be read. */
  readonly inHead: boolean | null;
};

export type Provenance = {
  readonly history: History;
  /** By object; without an entry: nothing that was read tells where it comes from. */
  readonly traces: ReadonlyMap<ObjectId, readonly Trace[]>;
  /** All changes to or from one of the blobs. */
  readonly changes: readonly KnownChange[];
};

export type TraceOptions = GitOptions & {
  /** Commits that nothing reaches as well. */
  readonly allObjects?: boolean;
  /** What an earlier scan found out. */
  readonly known?: KnownHistory | null;
  /** What the objects of the history name, where that is known. */
  readonly linked?: LinkedHistory | null;
  /** All from which the walk starts, where they have been listed. */
  readonly listedTips?: readonly ObjectId[] | null;
  /** Called now and then with the number of commits compared. */
  readonly onProgress?: ((commits: number) => void) | undefined;
};

/**
 * Finds out where objects come from, in one pass over the history whatever their number.
 * @throws GitError when not even the refs can be read.
 */
export async function traceObjects(
  repository: Repository,
  objects: readonly TracedObject[],
  options: TraceOptions = {},
): Promise<Provenance> {
  const blobs = new Set<string>(objects.filter(({ type }) => type === 'blob').map(({ oid }) => oid));
  const { linked = null } = options;
  const [refs, head, { graph, complete }] = await Promise.all([
    listRefs(repository, options),
    findInTree(repository, repository.head, blobs, options),
    linked === null ? walkAll(repository, options) : { graph: linked.graph, complete: true },
  ]);
  const paths = new PathTraces();
  const changes: KnownChange[] = [];
  const take = (change: ContentChange): void => {
    const { commit, before, after, pathBytes } = change;
    if (blobs.has(after)) paths.of(after, pathBytes).introducedBy.push(commit);
    for (const oid of new Set(before)) {
      if (oid !== after && blobs.has(oid)) paths.of(oid, pathBytes).removedBy.push(commit);
    }
    changes.push({ commit: graph.idAt(commit), before, after, pathBytes: Buffer.from(pathBytes) });
  };
  const isCompared = options.known == null ? null : takeKnownChanges(options.known, graph, blobs, take);
  const open = graph.added().filter((place) => isCompared?.[place] !== 1);
  const left =
    linked !== null && areLinked(linked, blobs) ? findLinkedChanges(linked, open, blobs, take) : open;
  const commits =
    blobs.size === 0 ? [] : await findContentChanges(repository, graph, left, blobs, take, options);
  const history = new History(graph, refs, repository.head, { commits, isBroken: !complete });
  const traces = new Map<ObjectId, readonly Trace[]>();
  for (const { oid, type } of objects) {
    const found = type === 'blob' ? paths.traces(oid, head, history) : [];
    const own = traceItself(oid, type, history);
    const all = found.length === 0 && own !== null ? [own] : found;
    if (all.length > 0) traces.set(oid, all);
  }
  const unexplained = objects.filter(({ oid }) => !traces.has(oid));
  if (unexplained.length > 0) {
    for (const [oid, found] of await traceThroughRefs(repository, history, unexplained, options)) {
      traces.set(oid, found);
    }
  }
  return { history, traces, changes };
}

async function walkAll(repository: Repository, options: TraceOptions): Promise<WalkedCommits> {
  return walkCommits(repository, await listPseudoRefs(repository, options), options);
}

/**
 * Tells of the changes that are known, in commits that are still there.
 * @returns a mark for each commit whose changes are known.
 */
function takeKnownChanges(
  known: KnownHistory,
  graph: CommitGraph,
  wanted: ReadonlySet<string>,
  take: (change: ContentChange) => void,
): Uint8Array {
  for (const { commit, before, after, pathBytes } of known.changes) {
    const place = graph.find(commit);
    if (place === null || !(wanted.has(after) || before.some((oid) => wanted.has(oid)))) continue;
    take({ commit: place, before, after, pathBytes });
  }
  return graph.ancestors(known.tips.flatMap((oid) => graph.find(oid) ?? []));
}

/** A commit or tag, and a blob that a ref names. */
function traceItself(oid: ObjectId, type: ContentType, history: History): Trace | null {
  const refs = history.refsAt(oid);
  if (type !== 'commit') {
    return refs.length === 0 ? null : { path: null, introducedBy: [], removedBy: [], refs, inHead: null };
  }
  const place = history.graph.find(oid);
  if (place === null) return null;
  return { path: null, introducedBy: [place], removedBy: [], refs: [], inHead: history.isInHead(place) };
}

type PathTrace = { readonly introducedBy: CommitPlace[]; readonly removedBy: CommitPlace[] };

/** What is known of each content at each path. */
class PathTraces {
  readonly #byObject = new Map<string, Map<string, PathTrace>>();

  of(oid: string, pathBytes: Buffer): PathTrace {
    const paths = this.#byObject.get(oid) ?? new Map<string, PathTrace>();
    this.#byObject.set(oid, paths);
    const path = decodePath(pathBytes);
    const trace = paths.get(path) ?? { introducedBy: [], removedBy: [] };
    paths.set(path, trace);
    return trace;
  }

  /**
   * Where the commit that brought it to a path could not be read, the last ones known to have it stand in: HEAD, and
   * those before it went away.
   */
  traces(oid: string, head: TreePaths, { graph, head: headCommit }: History): Trace[] {
    const inHead = head.paths.get(oid) ?? new Set<string>();
    const known = this.#byObject.get(oid) ?? new Map<string, PathTrace>();
    // In an order of their own: which was read first depends on what was known before.
    const paths = [...new Set([...known.keys(), ...inHead])].sort();
    return paths.map((path) => {
      const { introducedBy = [], removedBy = [] } = known.get(path) ?? {};
      const isInHead = inHead.has(path);
      const lastWithIt = [
        ...removedBy.flatMap((place) => graph.parentsOf(place)),
        ...(isInHead && headCommit !== null ? [headCommit] : []),
      ];
      return {
        path,
        introducedBy: introducedBy.length > 0 ? introducedBy : lastWithIt,
        removedBy,
        refs: [],
        inHead: isInHead || (head.complete ? false : null),
      };
    });
  }
}
