import type { CommitPlace } from '../git/commit-graph.ts';
import type { History } from '../git/history.ts';
import type { Placed } from './holdings.ts';

/** A commit that takes a credential away at one path and brings it at another, changed or not. */
export type Move = { readonly place: CommitPlace; readonly from: string; readonly to: string };

/** All moves of one credential, oldest first. */
export function movesIn(history: History, own: readonly Placed[]): Move[] {
  const left = new Map<CommitPlace, string>();
  for (const { trace, origin } of own) {
    if (trace.path === null) continue;
    for (const place of origin.trace.removedBy) left.set(place, trace.path);
  }
  const moves = new Map<CommitPlace, Move>();
  for (const { trace, origin } of own) {
    for (const place of origin.trace.introducedBy) {
      const from = left.get(place);
      if (from === undefined || trace.path === null || from === trace.path) continue;
      moves.set(place, { place, from, to: trace.path });
    }
  }
  return [...moves.values()].sort((a, b) => (history.graph.isOlder(a.place, b.place) ? -1 : 1));
}
