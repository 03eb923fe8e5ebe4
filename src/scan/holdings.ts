import type { Fingerprint } from '../credentials/fingerprint.ts';
import type { ObjectTrace, TraceOrigin } from '../credentials/trace.ts';
import type { CommitPlace } from '../git/commit-graph.ts';
import type { History, Holders } from '../git/history.ts';
import type { GitOptions } from '../git/process.ts';
import { readPseudoRefs } from '../git/pseudo-refs.ts';
import { listReflogEntries, type ReflogEntry } from '../git/reflog.ts';
import type { Repository } from '../git/repository.ts';

/** A place in history of one credential. */
export type Placed = {
  readonly fingerprint: Fingerprint;
  readonly type: 'blob' | 'commit' | 'tag';
  /** Whether it stands in the name of a file or folder. */
  readonly isName: boolean;
  readonly trace: ObjectTrace;
  readonly origin: TraceOrigin;
};

/** The commits that brought something to some places, each once. */
export function introducedBy(placed: readonly Placed[]): CommitPlace[] {
  return [...new Set(placed.flatMap(({ origin }) => origin.trace.introducedBy))];
}

/** What holds a place: refs, or for what no ref has reflog entries and pseudo refs. */
export type Holding = { readonly holders: Holders; readonly forgotten: readonly ReflogEntry[] };

/** Refs that are named for each place, and of each kind. */
export const MOST_REFS = 5;

/** Reflogs are read only for what no ref holds. */
export async function holdingsOf(
  repository: Repository,
  history: History,
  placed: readonly Placed[],
  options: GitOptions,
): Promise<Map<ObjectTrace, Holding>> {
  const sets = placed.map(({ origin }) => origin.trace.introducedBy);
  const holders = history.holdersOf(sets, MOST_REFS).map((held, index) => {
    const direct = placed[index]?.origin.trace.refs ?? [];
    return { refs: [...held.refs, ...direct.slice(0, MOST_REFS)], count: held.count + direct.length };
  });
  const open = placed.filter((_, index) => holders[index]?.count === 0);
  const entries =
    open.length === 0
      ? []
      : [...(await listReflogEntries(repository, options)), ...(await readPseudoRefs(repository))];
  return new Map(
    placed.map(({ trace, origin }, index) => {
      const held = holders[index] ?? { refs: [], count: 0 };
      return [
        trace,
        {
          holders: held,
          forgotten: held.count > 0 ? [] : entriesFrom(history, entries, origin.trace.introducedBy),
        },
      ];
    }),
  );
}

/** The entries from which one of the commits can be reached. */
function entriesFrom(
  history: History,
  entries: readonly ReflogEntry[],
  set: readonly CommitPlace[],
): ReflogEntry[] {
  if (entries.length === 0) return [];
  const marks = history.graph.spread([set]);
  return entries.filter(({ target }) => {
    const place = history.graph.find(target);
    return place !== null && marks[place] === 1;
  });
}
